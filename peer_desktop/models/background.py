"""Runs slow work beside the window; the answer comes back on the window's own thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Background(QObject):
    """One worker. Tasks run one after the other; answers are delivered by the event loop."""

    _finished = Signal(object)  # a callable that takes nothing

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self._is_stopped = False
        self._finished.connect(_call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        task: Callable[[], T],
        then: Callable[[T], None],
        if_it_fails: Callable[[BaseException], None],
    ) -> Future[Any]:
        """Run `task` in the worker, then one of the other two with its answer on the window's thread.

        After `stop` nothing is run, and the future is a cancelled one: a window that closes may still be told
        something that it would have acted upon.
        """
        if self._is_stopped:
            forgotten: Future[Any] = Future()
            forgotten.cancel()
            return forgotten
        future = self._worker.submit(task)
        future.add_done_callback(lambda done: self._deliver(done, then, if_it_fails))
        return future

    def stop(self) -> None:
        """Forget what has not started and wait for what has."""
        self._is_stopped = True
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _deliver(
        self,
        done: "Future[Any]",
        then: Callable[[Any], None],
        if_it_fails: Callable[[BaseException], None],
    ) -> None:
        if done.cancelled():
            return
        error = done.exception()
        if error is not None:
            self._finished.emit(lambda: if_it_fails(error))
        else:
            self._finished.emit(lambda: then(done.result()))


def _call(answer: Callable[[], None]) -> None:
    answer()
