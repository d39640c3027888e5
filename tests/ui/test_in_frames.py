"""What an answer changes is done now or a frame each, and of every name only the newest."""

from pytestqt.qtbot import QtBot

from peer_desktop.ui.in_frames import InFrames


def test_a_deed_at_once_is_done_at_once(qtbot: QtBot) -> None:
    frames, done = InFrames(), list[str]()
    frames.do("list", lambda: done.append("list"), at_once=True)
    assert done == ["list"]


def test_each_deed_has_a_frame_of_its_own_in_the_order_they_came(qtbot: QtBot) -> None:
    frames, done = InFrames(), list[str]()
    frames.do("map", lambda: done.append("map"), at_once=False)
    frames.do("listing", lambda: done.append("listing"), at_once=False)
    assert done == []
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["map"]
    qtbot.waitUntil(lambda: done == ["map", "listing"])


def test_of_one_name_only_the_newest_is_done(qtbot: QtBot) -> None:
    frames, done = InFrames(), list[str]()
    frames.do("map", lambda: done.append("old"), at_once=False)
    frames.do("map", lambda: done.append("new"), at_once=False)
    frames.do("list", lambda: done.append("older"), at_once=False)
    frames.do("list", lambda: done.append("now"), at_once=True)
    qtbot.waitUntil(lambda: "new" in done)
    assert done == ["now", "new"]


def test_nothing_that_was_forgotten_is_done(qtbot: QtBot) -> None:
    frames, done = InFrames(), list[str]()
    frames.do("listing", lambda: done.append("listing"), at_once=False)
    frames.forget()
    frames.do("map", lambda: done.append("map"), at_once=False)
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["map"]
