"""Nothing gets out of the map page: fourteen ways are tried against a listener on this computer."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineSettings
from pytestqt.qtbot import QtBot

from peer_desktop.ui import map_scheme
from peer_desktop.ui.map_pane import MapPane
from tests.ui.map_setting import LONG, asked, pane_on_screen, until, view_of

WAYS = """{
  window.tried = 0;
  const to = 'http://HOST';
  const add = (kind, facts) => document.body.append(Object.assign(document.createElement(kind), facts));
  const ways = [
    () => fetch(to + '/fetch').catch(() => 0),
    () => { new Image().src = to + '/image'; },
    () => navigator.sendBeacon(to + '/beacon', 'x'),
    () => new WebSocket('ws://HOST/socket'),
    () => add('script', { src: to + '/script' }),
    () => add('link', { rel: 'stylesheet', href: to + '/style' }),
    () => add('link', { rel: 'prefetch', href: to + '/prefetch' }),
    () => add('iframe', { src: to + '/frame' }),
    () => window.open(to + '/window'),
    () => new EventSource(to + '/events'),
    () => new Worker(to + '/worker'),
    () => {
      const form = document.createElement('form');
      Object.assign(form, { action: to + '/form', method: 'post' });
      document.body.append(form);
      form.submit();
    },
    () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:UDP' }] });
      peer.createDataChannel('x');
      peer.onicegatheringstatechange = () => { window.gathering = peer.iceGatheringState; };
      peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    },
    () => { location.href = to + '/navigation'; },
  ];
  for (const way of ways) { try { way(); } catch { /* refused at once */ } window.tried += 1; }
  setTimeout(() => { window.waited = true; }, 1500);
  return window.tried;
}"""


class Listener:
    """Counts what reaches it by TCP and by UDP."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.udp = socket.socket(type=socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", 0))
        for listen in (self._listen_tcp, self._listen_udp):
            threading.Thread(target=listen, daemon=True).start()

    @property
    def script(self) -> str:
        host, udp = (f"127.0.0.1:{one.getsockname()[1]}" for one in (self.tcp, self.udp))
        return WAYS.replace("HOST", host).replace("UDP", udp)

    def close(self) -> None:
        self.tcp.close()
        self.udp.close()

    def _listen_tcp(self) -> None:
        while True:
            try:
                connection, _ = self.tcp.accept()
            except OSError:
                return
            self.heard.append("tcp")
            connection.close()

    def _listen_udp(self) -> None:
        while True:
            try:
                self.udp.recvfrom(2000)
            except OSError:
                return
            self.heard.append("udp")


@pytest.fixture
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


def try_every_way(qtbot: QtBot, pane: MapPane, listener: Listener) -> None:
    assert asked(qtbot, pane, listener.script) == 14
    until(qtbot, pane, "{ return window.waited && window.gathering; }", "complete")


def test_the_listener_hears(qtbot: QtBot, listener: Listener) -> None:
    socket.create_connection(listener.tcp.getsockname()).close()
    socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", listener.udp.getsockname())
    qtbot.waitUntil(lambda: sorted(listener.heard) == ["tcp", "udp"])


def test_fourteen_ways_out_of_the_page_all_fail(qtbot: QtBot, tmp_path: Path, listener: Listener) -> None:
    pane = pane_on_screen(qtbot, tmp_path, use_engine=True)
    try_every_way(qtbot, pane, listener)
    assert listener.heard == []
    assert view_of(pane).url() == QUrl(map_scheme.START)


def test_they_fail_as_well_without_the_policy_of_the_page(
    qtbot: QtBot, tmp_path: Path, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_scheme, "POLICY", "default-src * 'unsafe-inline' data: blob:")
    pane = pane_on_screen(qtbot, tmp_path, use_engine=True)
    try_every_way(qtbot, pane, listener)
    assert listener.heard == []
    assert pane.refused_requests >= 8
    assert view_of(pane).url() == QUrl(map_scheme.START)


def test_the_page_is_off_the_record_and_may_do_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    pane = pane_on_screen(qtbot, tmp_path, use_engine=True)
    page = view_of(pane).page()
    assert page.profile().isOffTheRecord()
    attribute = QWebEngineSettings.WebAttribute
    for unwanted in (
        attribute.LocalContentCanAccessFileUrls,
        attribute.LocalContentCanAccessRemoteUrls,
        attribute.JavascriptCanOpenWindows,
        attribute.LocalStorageEnabled,
        attribute.WebGLEnabled,
        attribute.PluginsEnabled,
    ):
        assert not page.settings().testAttribute(unwanted)
    assert page.createWindow(QWebEnginePage.WebWindowType.WebBrowserTab) is None


@pytest.mark.parametrize(
    "path",
    [
        "/tiles/base/../../x",
        "/page/map.js",
        "/etc/passwd",
        "/..%2f..%2fpyproject.toml",
        "/points/7",
        "/leaflet/LICENSE",
    ],
)
def test_the_scheme_answers_nothing_by_its_path_on_the_disk(qtbot: QtBot, tmp_path: Path, path: str) -> None:
    pane = pane_on_screen(qtbot, tmp_path, use_engine=True)
    asked(
        qtbot,
        pane,
        "{ fetch('PATH').then((got) => { window.got = got.ok; }, () => { window.got = false; }); }".replace(
            "PATH", path
        ),
    )
    until(qtbot, pane, "{ return window.got; }", False)


def test_the_page_stores_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    pane = pane_on_screen(qtbot, tmp_path, use_engine=True)
    script = "{ try { localStorage.setItem('a', 'b'); return 'stored'; } catch { return 'refused'; } }"
    assert asked(qtbot, pane, script) == "refused"
    assert asked(qtbot, pane, "{ document.cookie = 'a=b'; return document.cookie; }") == ""
    qtbot.waitUntil(lambda: pane.is_ready, timeout=LONG)
