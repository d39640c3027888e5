"""Names the steps of an import, and lets whoever started it watch them and stop it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from peer_desktop.bundle.problems import Cancelled


class Step(StrEnum):
    """What is being done, in this order."""

    ROOM = "room"
    """making sure that there is room, and that the folder takes what is written"""
    COPYING = "copying"
    """the only step that reads the stick"""
    PROVING = "proving"
    """container, signature, manifest, serial, every hash"""
    READING = "reading"
    """the foreign directory, in a process of its own"""
    CHECKING = "checking"
    """every value"""
    BUILDING = "building"
    """a fresh directory from the checked rows"""
    TRYING = "trying"
    """the fresh directory answers queries"""
    COMPARING = "comparing"
    """with the directory that is installed"""
    INSTALLING = "installing"
    """the only step that changes what is current; it cannot be stopped"""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step is. `total` is 0 where nobody knows it."""

    step: Step
    done: int = 0
    total: int = 0

    @property
    def stick_may_go(self) -> bool:
        """Whether the stick may be taken out: nothing reads it after it was copied."""
        return self.step not in (Step.ROOM, Step.COPYING)


@dataclass(frozen=True, slots=True)
class Watch:
    """How an import tells of itself, and asks whether to go on. Both are called often and must be quick."""

    tell: Callable[[Progress], None] = lambda _: None
    wants_to_stop: Callable[[], bool] = lambda: False

    def at(self, step: Step, done: int = 0, total: int = 0) -> None:
        """Tell, and stop here if that is wanted: raises Cancelled."""
        self.tell(Progress(step, done, total))
        if self.wants_to_stop():
            raise Cancelled


UNWATCHED = Watch()
