"""What an answer changes is done now or a frame each, and of every name only the newest."""

from collections.abc import Iterator

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


def test_a_large_deed_has_a_frame_for_each_part(qtbot: QtBot) -> None:
    frames, done = InFrames(), list[str]()

    def sheet() -> Iterator[None]:
        done.append("begun")
        yield
        done.append("ended")

    frames.do("sheet", sheet, at_once=False)
    frames.do("pin", lambda: done.append("pin"), at_once=False)
    assert done == []
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["begun"]
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["begun", "ended", "pin"]


def test_what_is_left_of_an_older_one_is_never_done_and_it_can_tidy_up(qtbot: QtBot) -> None:
    frames, done = InFrames(), list[str]()

    def sheet(name: str) -> Iterator[None]:
        try:
            done.append(f"{name} begun")
            yield
            done.append(f"{name} ended")
        finally:
            done.append(f"{name} tidied up")

    frames.do("sheet", lambda: sheet("old"), at_once=False)
    qtbot.waitUntil(lambda: bool(done))
    frames.do("sheet", lambda: sheet("new"), at_once=False)
    qtbot.waitUntil(lambda: "new tidied up" in done)
    assert done == ["old begun", "old tidied up", "new begun", "new ended", "new tidied up"]


def test_who_wants_to_see_all_of_it_gets_the_rest_at_once(qtbot: QtBot) -> None:
    frames, done = InFrames(), list[str]()

    def sheet() -> Iterator[None]:
        done.append("begun")
        yield
        done.append("ended")

    frames.do("sheet", sheet, at_once=False)
    qtbot.waitUntil(lambda: bool(done))
    frames.finish("sheet")
    assert done == ["begun", "ended"]
    frames.finish("sheet")
    assert done == ["begun", "ended"]
    frames.do("sheet", sheet, at_once=True)
    assert done == ["begun", "ended"] * 2


def test_a_deed_that_fails_does_not_hold_up_the_others(qtbot: QtBot) -> None:
    frames, done = InFrames(), list[str]()

    def fail() -> None:
        raise ValueError("the file went away")

    with qtbot.captureExceptions() as failures:
        frames.do("sheet", fail, at_once=False)
        frames.do("map", lambda: done.append("map"), at_once=False)
        qtbot.waitUntil(lambda: bool(done))
    assert len(failures) == 1
