"""Gathers the points in view into groups, so that a hundred thousand are as readable as ten."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peer_desktop.ui.map_frame import MapFrame

CELL = 60
"""Pixels: points closer than about this are one group."""
APART = 26
"""Pixels: a group narrower than this at the closest zoom is one spot, and opens a list."""


@dataclass(frozen=True)
class Group:
    """Points that stand together. Measures are those of the square world, 0 to 1."""

    count: int
    x: float
    y: float
    index: int
    """One of the points; the point itself in a group of one."""
    box: tuple[float, float, float, float]
    """West, north, east, south."""

    @property
    def width(self) -> float:
        """The larger side of the box."""
        return max(self.box[2] - self.box[0], self.box[3] - self.box[1])


def groups_in_view(world: NDArray[np.float64], frame: MapFrame, chosen: int = -1) -> list[Group]:
    """The groups of the points in view; the chosen point stands alone.

    Cells are aligned to the world, so that moving the map does not reshuffle the groups; each full cell
    takes in the neighbours whose middle lies near its own.
    """
    cell = CELL / frame.scale
    left, top = frame.left / frame.scale - cell, frame.top / frame.scale - cell
    right, bottom = left + frame.width / frame.scale + 2 * cell, top + frame.height / frame.scale + 2 * cell
    x, y = world[:, 0], world[:, 1]
    seen = np.flatnonzero((x >= left) & (x <= right) & (y >= top) & (y <= bottom))
    groups = []
    if chosen in seen:
        seen = seen[seen != chosen]
        px, py = float(x[chosen]), float(y[chosen])
        groups.append(Group(1, px, py, chosen, (px, py, px, py)))
    if not len(seen):
        return groups
    columns, rows = np.floor(x[seen] / cell).astype(np.int64), np.floor(y[seen] / cell).astype(np.int64)
    keys, starts, counts = _cells(columns, rows)
    order = np.lexsort((rows, columns))
    sorted_x, sorted_y = x[seen][order], y[seen][order]
    cells = {
        key: Group(int(count), float(sx / count), float(sy / count), int(first), (w, n, e, s))
        for key, count, sx, sy, first, w, n, e, s in zip(
            keys,
            counts,
            np.add.reduceat(sorted_x, starts),
            np.add.reduceat(sorted_y, starts),
            seen[order][starts],
            np.minimum.reduceat(sorted_x, starts).tolist(),
            np.minimum.reduceat(sorted_y, starts).tolist(),
            np.maximum.reduceat(sorted_x, starts).tolist(),
            np.maximum.reduceat(sorted_y, starts).tolist(),
            strict=True,
        )
    }
    return groups + _merged(cells, cell)


def _cells(
    columns: NDArray[np.int64], rows: NDArray[np.int64]
) -> tuple[list[tuple[int, int]], NDArray[np.intp], NDArray[np.intp]]:
    """The full cells in the order of `lexsort`, with where each starts and how many points it has."""
    order = np.lexsort((rows, columns))
    pairs = np.column_stack((columns[order], rows[order]))
    is_first = np.concatenate(([True], np.any(pairs[1:] != pairs[:-1], axis=1)))
    starts = np.flatnonzero(is_first)
    counts = np.diff(np.concatenate((starts, [len(pairs)])))
    return [(int(column), int(row)) for column, row in pairs[starts]], starts, counts


def _merged(cells: dict[tuple[int, int], Group], cell: float) -> list[Group]:
    merged = []
    left = dict(cells)
    for (column, row), group in sorted(cells.items(), key=lambda item: -item[1].count):
        if left.pop((column, row), None) is None:
            continue
        members = [group]
        for key in [(column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]:
            other = left.get(key)
            if other and (other.x - group.x) ** 2 + (other.y - group.y) ** 2 < 0.6 * cell * cell:
                members.append(left.pop(key))
        merged.append(_joined(members))
    return merged


def _joined(members: list[Group]) -> Group:
    count = sum(group.count for group in members)
    return Group(
        count,
        sum(group.x * group.count for group in members) / count,
        sum(group.y * group.count for group in members) / count,
        members[0].index,
        (
            min(group.box[0] for group in members),
            min(group.box[1] for group in members),
            max(group.box[2] for group in members),
            max(group.box[3] for group in members),
        ),
    )


def members_of(group: Group, world: NDArray[np.float64]) -> list[int]:
    """The points of a group that is one spot."""
    west, north, east, south = group.box
    x, y = world[:, 0], world[:, 1]
    inside = (x >= west) & (x <= east) & (y >= north) & (y <= south)
    return [int(index) for index in np.flatnonzero(inside)]
