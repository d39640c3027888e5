"""Nothing that a person typed, ticked or read stays on the computer after the window is closed."""

import os
import subprocess
import sys
from pathlib import Path

CANARY = "zanzibarcanary"

VISIT = f"""
from PySide6.QtTest import QTest
from peer_desktop.app import make_application, make_window
from peer_desktop.directory.language import Language
app = make_application()
window = make_window(app)
window.show()
screen = window.search_screen
screen.search_box.setText("{CANARY}")
QTest.qWait(50)
screen.search_box.setText("grief")
screen.show_listing(int(window.search.results.numbers[0]))
QTest.keyClicks(screen.near_box.focusProxy() or screen.near_box, "{CANARY}")
for tab in (window.glossary, window.resources):
    window.tabs.setCurrentWidget(tab)
    tab.list.field.setText("{CANARY}")
    QTest.qWait(50)
window.tabs.setCurrentIndex(0)
window.speak(Language.FRENCH)
for _ in range(200):
    if screen.map_pane.is_ready:
        break
    QTest.qWait(50)
window.close()
"""


def test_words_typed_everywhere_are_in_no_file_afterwards(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment |= {"HOME": str(home), "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PEER_DESKTOP_HOME", None)
    done = subprocess.run(
        [sys.executable, "-c", VISIT],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert CANARY not in done.stdout + done.stderr
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.name == "settings.json" for file in files), "the visit left nothing at all to look at"
    for file in files:
        content = file.read_bytes()
        for code in ("utf-8", "utf-16-le"):
            assert CANARY.encode(code) not in content, file
