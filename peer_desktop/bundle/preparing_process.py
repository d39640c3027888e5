"""Prepares a bundle in a process of its own, so that the window stays alive and cancel is immediate.

Started by `prepare_beside`; the request comes on standard input, progress and the answer go out as JSON
lines.
"""

import gc
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.own_process import command_for, environment
from peer_desktop.bundle.plain_values import from_plain, to_plain
from peer_desktop.bundle.problems import BundleProblem, Cancelled, EnvironmentProblem, Sentences, both
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.staging import Prepared, prepare, sweep
from peer_desktop.bundle.steps import Progress, Step, Watch
from peer_desktop.bundle.store import Store
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import CrisisLine
from peer_desktop.directory.problems import Problem
from peer_desktop.exchange.tables import Table

PREPARE_FLAG = "--prepare-bundle"
"""With this as its first argument a packaged program is this process: it has no `python -m`."""

_PATIENCE = 0.1
"""Seconds between two looks whether to stop."""


@dataclass(frozen=True, slots=True)
class _Request:
    file: str
    store: str
    shipped: str
    retired: Table
    pinned: tuple[CrisisLine, ...]
    built_in: dict[str, str]
    version: str


class ToldProblem(BundleProblem):
    """A problem that the other process had, in its words."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.code = told["code"]  # type: ignore[misc]  # of this problem alone
        self.outcome = told["outcome"]  # type: ignore[misc]
        self.exit_code = told["exit_code"]  # type: ignore[misc]
        self.sentences: Sentences = both(told["en"], told["fr"])  # type: ignore[misc]
        super().__init__()

    def said_in(self, language: Language) -> str:
        """The sentence as it was told: its braces are text."""
        return self.sentences[language]


class PreparingStopped(EnvironmentProblem):
    """The process ended without an answer: memory, or somebody ended it."""

    code = "E-PROCESS"
    sentences = both(
        "Checking the bundle did not come to an end; this computer may be short of memory. Nothing was "
        "changed. Close other programs, then try again.",
        "La vérification du paquet n'a pas abouti; cet ordinateur manque peut-être de mémoire. Rien n'a été "
        "modifié. Fermez d'autres programmes, puis réessayez.",
    )


def prepare_beside(file: Path, store: Store, program: Program, watch: Watch) -> Prepared:
    """`prepare`, in another process. The lock of the store stays with the caller."""
    request = _Request(
        file=str(file),
        store=str(store.folder),
        shipped=str(program.shipped),
        retired=program.retired,
        pinned=tuple(program.pinned),
        built_in=dict(program.built_in),
        version=program.version,
    )
    process = subprocess.Popen(  # noqa: S603 - our own program
        command_for(PREPARE_FLAG, "peer_desktop.bundle.preparing_process"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        return _answer(process, request, watch)
    finally:
        process.kill()
        process.communicate()
        if process.returncode:
            sweep(store, program)


def _answer(process: "subprocess.Popen[bytes]", request: _Request, watch: Watch) -> Prepared:
    assert process.stdin is not None
    process.stdin.write(json.dumps(to_plain(request)).encode() + b"\n")
    process.stdin.flush()
    for line in _lines(process, watch):
        told = json.loads(line)
        if "prepared" in told:
            process.wait()
            return from_plain(Prepared, told["prepared"])
        if "problem" in told:
            raise ToldProblem(told["problem"])
        watch.at(Step(told["step"]), told["done"], told["total"])
    raise PreparingStopped


def _lines(process: "subprocess.Popen[bytes]", watch: Watch) -> Iterator[bytes]:
    """What the process says, as it says it; a wish to stop is heard also while it is silent."""
    said: SimpleQueue[bytes] = SimpleQueue()
    stream = process.stdout
    assert stream is not None

    def listen() -> None:
        for line in stream:
            said.put(line)
        said.put(b"")

    threading.Thread(target=listen, daemon=True).start()
    while True:
        try:
            line = said.get(timeout=_PATIENCE)
        except Empty:
            if watch.wants_to_stop():
                raise Cancelled from None
            continue
        if not line:
            return
        yield line


def main() -> int:
    """Be the process: one request, one answer."""
    gc.disable()  # millions of rows, none in a circle, and the process ends soon
    request = from_plain(_Request, json.loads(sys.stdin.buffer.readline()))
    program = Program(
        shipped=Path(request.shipped),
        retired=request.retired,
        pinned=request.pinned,
        built_in=request.built_in,
        version=request.version,
    )
    try:
        prepared = prepare(Path(request.file), Store(Path(request.store)), program, Watch(_tell_progress))
    except Problem as problem:
        _tell({"problem": _told(problem)})
        return 1
    _tell({"prepared": to_plain(prepared)})
    return 0


def _told(problem: Problem) -> dict[str, Any]:
    outcome = Outcome.of(problem)
    return {
        "code": outcome.code,
        "outcome": outcome.outcome,
        "exit_code": outcome.exit_code,
        "en": outcome.message.en,
        "fr": outcome.message.fr,
    }


def _tell_progress(progress: Progress) -> None:
    _tell(to_plain(progress))


def _tell(line: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(line).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
