"""Runs one peer in this process: reads what to do from standard input, and times it here, around the peer.

    python -m benchmarks.worker PEER DIRECTORY FOLDER [build]

With build it only prepares what is missing, so that the memory this takes is not counted. Otherwise: one line
of JSON in, one line of JSON out. Started by benchmarks/speed.py.
"""

import gc
import importlib
import json
import os
import shutil
import sys
import time
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.interactions import INTERACTIONS, Interaction, Meanings, Word
from benchmarks.peers import Peer
from benchmarks.peers.source import words_file


def main() -> None:
    """Build what is missing, open, then answer until the input ends."""
    name, directory, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    # libraries may print: what they print must not stand between the answers
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    peer: Peer = importlib.import_module(f"benchmarks.peers.{name}").PEER()
    if sys.argv[4:] == ["build"]:
        _build(peer, directory, folder)
        return
    facts: dict[str, Any] = {"name": peer.name, "lacks": peer.lacks}
    began = time.perf_counter()
    peer.open(directory, folder)
    facts |= {"open": _since(began), "disk": _megabytes(folder)}
    gc.collect()
    gc.freeze()
    print(json.dumps(facts), file=answers, flush=True)
    interactions = list(INTERACTIONS)
    for line in sys.stdin:
        wish = json.loads(line)
        if wish["do"] == "memory":
            answer: dict[str, Any] = {"memory": _memory() + (peer.memory() if hasattr(peer, "memory") else 0)}
        elif wish["do"] == "limit":
            answer = {"milliseconds": peer.limit()}
        elif wish["do"] == "understand":
            answer = {"understood": [_as_json(peer.understood(asked)) for asked in INTERACTIONS]}
        elif wish["do"] == "ask for":
            interactions = [
                replace(asked, wanted=_from_json(wanted))
                for asked, wanted in zip(INTERACTIONS, wish["understood"], strict=True)
            ]
            answer = {}
        else:
            answer = _ask(peer, interactions[wish["interaction"]], whole=wish["do"] == "check")
        print(json.dumps(answer), file=answers, flush=True)
    peer.close()


def _build(peer: Peer, directory: Path, folder: Path) -> None:
    """Build what is not there already; what is made from something else goes."""
    sources = [directory] if hasattr(peer, "renew") else [directory, words_file(directory)]
    stamp = " ".join(f"{source.stat().st_size} {source.stat().st_mtime_ns}" for source in sources)
    done = folder / "built"
    if not done.exists() or done.read_text("utf-8") != stamp:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        peer.build(directory, folder)
        done.write_text(stamp, "utf-8")
    elif hasattr(peer, "renew"):
        peer.renew(directory, folder)


def _as_json(wanted: tuple[Meanings, ...]) -> list[Any]:
    return [[[(word.forms, word.beginning) for word in phrase] for phrase in meanings] for meanings in wanted]


def _from_json(wanted: list[Any]) -> tuple[Meanings, ...]:
    return tuple(
        tuple(tuple(Word(tuple(forms), beginning) for forms, beginning in phrase) for phrase in meanings)
        for meanings in wanted
    )


def _ask(peer: Peer, asked: Interaction, *, whole: bool) -> dict[str, Any]:
    if hasattr(peer, "forget"):
        peer.forget()
    try:
        began = time.perf_counter()
        found = peer.ask(asked)
        answer: dict[str, Any] = {"milliseconds": _since(began)}
    except Exception as error:  # noqa: BLE001 what a peer cannot do is a result
        traceback.print_exc()
        return {"error": f"{type(error).__name__}: {error}"[:300]}
    answer |= {"total": found.total, "rows": len(found.rows), "points": len(found.points)}
    if whole:
        answer["counts"] = peer.plain_counts(found)
    return answer


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def _memory() -> float:
    """Megabytes of this process that are in memory, mapped files included."""
    status = Path("/proc/self/status").read_text("utf-8")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


if __name__ == "__main__":
    main()
