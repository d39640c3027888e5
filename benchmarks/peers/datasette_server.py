"""Asks Datasette over real HTTP, served on this machine alone: facets and _search, as its pages do.

One request gives the rows and the facets without a tick; Datasette counts a facet within its own ticks, so
each ticked facet needs a request of its own; one SQL request gives the points. Its pages know no order by
rank or distance, so that one more SQL request gives the rows where words or a place are asked for. Its
limits are raised until nothing is cut off.
"""

import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.interactions import Interaction
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.full_text import matching
from benchmarks.peers.source import FACETS, MANY_VALUED, SHOWN
from benchmarks.peers.wide_table import FILE, TABLE, conditions, distance, write_wide_table

_PATIENCE = 900
_SETTINGS = {
    "sql_time_limit_ms": 600_000,
    "facet_time_limit_ms": 600_000,
    "max_returned_rows": 2_000_000,
    "suggest_facets": "off",
    "cache_size_kb": 400_000,
}


class DatasetteServer:
    """A server of its own, and a connection for each interaction."""

    name = "Datasette"
    lacks = ""

    def build(self, directory: Path, folder: Path) -> None:
        """Write the wide table."""
        write_wide_table(directory, folder)

    def open(self, directory: Path, folder: Path) -> None:  # noqa: ARG002
        """Start the server and wait for its first answer."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        settings = [part for name, value in _SETTINGS.items() for part in ("--setting", name, str(value))]
        command = [sys.executable, "-m", "datasette", "serve", "-i", str(folder / FILE)]
        self._server = subprocess.Popen(
            [*command, "-h", "127.0.0.1", "-p", str(port), *settings],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._web = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        for _ in range(600):
            try:
                self._web.connect()
                break
            except OSError:
                time.sleep(0.05)
        self._get("/-/versions.json", {})

    def ask(self, asked: Interaction) -> Answer:
        """Ask for rows and counts, for the counts of each ticked facet, and for the points."""
        # the server closes a connection that was silent while others were asked
        self._web.close()
        self._web.connect()
        page = f"/wide/{TABLE}.json"
        open_facets = [_facet(facet) for facet in FACETS if facet not in asked.chosen]
        columns = [("_col", column) for column in SHOWN]
        is_ranked = bool(asked.wanted or asked.near)
        sizes = _sizes(0 if is_ranked else FIRST_ROWS)
        answer = self._get(page, [*_asking(asked), *open_facets, *columns, *sizes])
        results = dict(answer["facet_results"])
        for facet in asked.chosen:
            others = {one: values for one, values in asked.chosen.items() if one != facet}
            own = self._get(page, [*_asking(asked, others), _facet(facet), *_sizes(0)])
            results.update(own["facet_results"])
        rows = self._select(_ranked_rows(asked)) if is_ranked else answer["rows"]
        return Answer(answer["filtered_table_rows_count"], results, rows, self._select(_points(asked)))

    def _select(self, sql: str) -> list[Any]:
        rows: list[Any] = self._get("/wide.json", {"sql": sql, "_shape": "arrays"})["rows"]
        return rows

    def _get(self, page: str, parameters: Any) -> dict[str, Any]:
        self._web.request("GET", f"{page}?{urlencode(parameters)}")
        reply = self._web.getresponse()
        content = reply.read()
        if reply.status != http.client.OK:
            raise RuntimeError(f"{reply.status} {content[:300]!r}")
        answer: dict[str, Any] = json.loads(content)
        return answer

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """What the pages show."""
        return {
            facet: {result["value"]: result["count"] for result in found["results"]}
            for facet, found in answer.counts.items()
        }

    def memory(self) -> float:
        """Megabytes of the server, which is a process of its own."""
        status = Path(f"/proc/{self._server.pid}/status").read_text("utf-8")
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))

    def close(self) -> None:
        """End the server."""
        self._web.close()
        self._server.terminate()
        self._server.wait()


def _facet(facet: str) -> tuple[str, str]:
    return ("_facet_array" if facet in MANY_VALUED else "_facet", facet)


def _sizes(rows: int) -> list[tuple[str, str]]:
    return [("_size", str(rows)), ("_facet_size", "2000")]


def _asking(asked: Interaction, chosen: Mapping[str, tuple[str, ...]] | None = None) -> list[tuple[str, str]]:
    parameters = []
    if words := matching(asked):
        parameters += [("_search", words), ("_searchmode", "raw")]
    where = conditions(asked.chosen if chosen is None else chosen, asked)
    return [*parameters, ("_where", where)] if where != "1" else parameters


def _ranked_rows(asked: Interaction) -> str:
    source, where, order = TABLE, [conditions(asked.chosen, asked)], f"{TABLE}_fts.rank"
    if words := matching(asked):
        source += f" JOIN {TABLE}_fts ON {TABLE}_fts.rowid = {TABLE}.number"
        where.append(f"{TABLE}_fts MATCH '{words}'")
    if asked.near:
        order = distance(asked.near)
    return (
        f"SELECT {', '.join(SHOWN)} FROM {source} WHERE {' AND '.join(where)} "
        f"ORDER BY {order} LIMIT {FIRST_ROWS}"
    )


def _points(asked: Interaction) -> str:
    where = [conditions(asked.chosen, asked), "latitude IS NOT NULL"]
    if words := matching(asked):
        where.append(f"number IN (SELECT rowid FROM {TABLE}_fts WHERE {TABLE}_fts MATCH '{words}')")
    return f"SELECT latitude, longitude FROM {TABLE} WHERE {' AND '.join(where)}"


PEER = DatasetteServer
