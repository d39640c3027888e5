#!/bin/sh
# Opens the window; on a machine without a display says so, and looks at the whole program in pictures instead.
#   open_window.sh BIN      BIN: the folder of peer-desktop and python
set -eu
bin=$1

has_display() {
    case "$(uname -s)" in
        Linux) [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1 ;;
    esac
    # A display that is named but does not answer ends Qt at once: try in a process of its own.
    "$bin/python" -c '
from PySide6.QtGui import QGuiApplication
raise SystemExit(QGuiApplication([]).platformName() in ("offscreen", "minimal", "vnc"))
' >/dev/null 2>&1
}

if has_display; then
    exec "$bin/peer-desktop"
fi
echo "There is no display here, so no window can open. Starting it unseen, and keeping pictures in screenshots/."
exec "$bin/peer-desktop-cli" self-test --screenshots screenshots/
