"""Models a disk that forgets: after each operation, every state that a power cut could leave behind.

Nothing is believed to be kept that was not flushed: a file keeps what it held when it was last flushed, or
any part of what came after; a folder keeps or loses each name by itself, also the two halves of a rename.
Real file systems are kinder than this.
"""

import itertools
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from peer_desktop.bundle.disk import Disk

Tree = Mapping[str, bytes | None]
"""Path → content of a file; None is a folder."""


@dataclass(eq=False)
class File:
    """A file: what it holds for a running program, and what a power cut leaves at least."""

    content: bytes = b""
    flushed: bytes | None = None

    def after_power_cut(self) -> Iterator[bytes]:
        if self.content == self.flushed:
            yield self.content
            return
        half = self.content[: len(self.content) // 2]
        yield from dict.fromkeys((self.flushed or b"", b"", half, bytes(len(self.content)), self.content))


@dataclass(eq=False)
class Folder:
    """A folder: its names now, and those that were flushed."""

    names: "dict[str, File | Folder]" = field(default_factory=dict)
    flushed: "dict[str, File | Folder]" = field(default_factory=dict)


Node = File | Folder


class ModelDisk(Disk):
    """Does what a Disk does, under a real folder, and tells `watcher` of every moment it may end at."""

    def __init__(self, root: Path, watcher: Callable[["ModelDisk"], None] = lambda _: None) -> None:
        self.root = root
        self.tree = Folder()
        self.watcher = watcher
        self.moments = 0

    def _moment(self) -> None:
        self.moments += 1
        self.watcher(self)

    # -- what a Disk does --------------------------------------------------------------------------------

    def make_folder(self, path: Path) -> None:
        path.mkdir()
        self._folder_of(path).names[path.name] = Folder()
        self._moment()

    def write(self, path: Path, content: bytes) -> None:
        self._moment()
        file = File()
        assert path.name not in self._folder_of(path).names
        self._folder_of(path).names[path.name] = file
        for end in (0, len(content) // 2, len(content)):
            path.write_bytes(content[:end])
            file.content = content[:end]
            self._moment()
        file.flushed = content
        self._moment()

    def overwrite(self, path: Path, content: bytes) -> None:
        """What no design of ours does: write over a file that is there, and do not flush it."""
        file = self._node(path)
        assert isinstance(file, File)
        for end in (0, len(content) // 2, len(content)):
            path.write_bytes(content[:end])
            file.content = content[:end]
            self._moment()

    def show_to_all(self, path: Path) -> None:
        pass

    def sync_file(self, path: Path) -> None:
        self._moment()
        file = self._node(path)
        assert isinstance(file, File)
        file.flushed = file.content
        self._moment()

    def sync_folder(self, path: Path) -> None:
        self._moment()
        folder = self._node(path)
        assert isinstance(folder, Folder)
        folder.flushed = dict(folder.names)
        self._moment()

    def rename(self, old: Path, new: Path) -> None:
        assert not new.exists(), "nothing is ever replaced"
        self._rename_over(old, new)

    def replace(self, old: Path, new: Path) -> None:
        self._rename_over(old, new)

    def _rename_over(self, old: Path, new: Path) -> None:
        self._moment()
        old.replace(new)
        self._folder_of(new).names[new.name] = self._folder_of(old).names.pop(old.name)
        self._moment()

    def add_line(self, path: Path, line: bytes) -> None:
        folder = self._folder_of(path)
        file = folder.names.setdefault(path.name, File())
        assert isinstance(file, File)
        before = file.content
        for end in (0, len(line) // 2, len(line)):
            file.content = before + line[:end]
            path.write_bytes(file.content)
            self._moment()
        file.flushed = file.content
        self._moment()

    def remove(self, path: Path) -> None:
        self._moment()
        if not path.exists():
            return
        node = self._node(path)
        if isinstance(node, Folder):
            for name in list(node.names):
                self.remove(path / name)
            path.rmdir()
        else:
            path.unlink()
        del self._folder_of(path).names[path.name]
        self._moment()

    # -- what is there -----------------------------------------------------------------------------------

    def adopt(self, path: Path, *, flushed: bool) -> None:
        """Know what others wrote under the root: flushed long ago, or not at all."""
        node: Node
        if path.is_dir():
            node = self._node(path) if path == self.root else Folder()
            assert isinstance(node, Folder)
            if path != self.root:
                self._folder_of(path).names[path.name] = node
            for inner in path.iterdir():
                self.adopt(inner, flushed=flushed)
            if flushed:
                node.flushed = dict(node.names)
        else:
            content = path.read_bytes()
            self._folder_of(path).names[path.name] = File(content, content if flushed else None)

    def _node(self, path: Path) -> Node:
        node: Node = self.tree
        for part in path.relative_to(self.root).parts:
            assert isinstance(node, Folder)
            node = node.names[part]
        return node

    def _folder_of(self, path: Path) -> Folder:
        folder = self._node(path.parent)
        assert isinstance(folder, Folder)
        return folder

    def after_kill(self) -> Tree:
        """What a process that is killed leaves: everything that was written, flushed or not."""
        return dict(_as_it_is(self.tree, ""))

    def after_power_cut(self, indifferent: frozenset[str] = frozenset()) -> Iterator[Tree]:
        """Every state a power cut may leave. What is under `indifferent` is left as it is."""
        yield from _possible(self.tree, "", indifferent)


def _as_it_is(node: Node, path: str) -> Iterator[tuple[str, bytes | None]]:
    if isinstance(node, File):
        yield path, node.content
        return
    if path:
        yield path, None
    for name, inner in node.names.items():
        yield from _as_it_is(inner, f"{path}/{name}".lstrip("/"))


def _possible(node: Node, path: str, indifferent: frozenset[str]) -> Iterator[Tree]:
    if path in indifferent:
        yield dict(_as_it_is(node, path))
        return
    if isinstance(node, File):
        for content in node.after_power_cut():
            yield {path: content}
        return
    choices: list[list[Tree]] = []
    for name in sorted(node.names.keys() | node.flushed.keys()):
        inner = f"{path}/{name}".lstrip("/")
        now, then = node.names.get(name), node.flushed.get(name)
        options: list[Tree] = [] if now is then else [{}] if None in (now, then) else []
        for one in dict.fromkeys((now, then)):
            if one is not None:
                options += _possible(one, inner, indifferent)
        choices.append(options)
    for chosen in itertools.product(*choices):
        state: dict[str, bytes | None] = {path: None} if path else {}
        for part in chosen:
            state.update(part)
        yield state


def put_on_disk(tree: Tree, folder: Path) -> None:
    """Make a folder hold exactly this."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path in sorted(tree):
        content = tree[path]
        if content is None:
            (folder / path).mkdir(parents=True, exist_ok=True)
        else:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
