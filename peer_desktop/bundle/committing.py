"""Makes a sealed generation the current one by adding one small file: all or nothing, at any moment."""

from contextlib import suppress
from pathlib import Path

from peer_desktop.bundle.disk import Disk
from peer_desktop.bundle.preview import Preview
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.store import RECEIPT_FILE, SHIPPED, Activation, Receipt, Store, written

KEPT = 3
"""Generations that stay on the disk: the current one and the two before it."""

INSTALL, PUT_BACK, UNDONE = "install", "put-back", "undone"
"""Why a generation became current."""


def seal(work: Path, receipt: Receipt, store: Store, disk: Disk) -> None:
    """Flush a prepared generation and give it its name in the store, for good."""
    disk.write(work / RECEIPT_FILE, written(receipt))
    held = sorted(work.rglob("*"))
    for place in (*held, work):
        disk.show_to_all(place)
    for place in held:
        if place.is_file() and place.name != RECEIPT_FILE:
            disk.sync_file(place)
    for place in (*(place for place in held if place.is_dir()), work):
        disk.sync_folder(place)
    disk.rename(work, store.generations / receipt.generation)
    disk.sync_folder(store.generations)


def activate(activation: Activation, store: Store, disk: Disk) -> None:
    """The commit. Before the file has its name the old directory is current, and after it the new one."""
    fresh = store.activation_file(activation.number).with_suffix(".new")
    disk.remove(fresh)  # of an import that ended here; nobody reads this name
    disk.write(fresh, written(activation))
    disk.rename(fresh, store.activation_file(activation.number))
    disk.sync_folder(store.activations)


def activation_of(
    receipt: Receipt | None, action: str, store: Store, program: Program, preview: Preview | None = None
) -> Activation:
    """The next activation; without a receipt, of the directory that came with the program."""
    changes = preview.difference if preview else None
    return Activation(
        number=max(store.activation_numbers(), default=0) + 1,
        action=action,
        at=program.now(),
        who=program.who,
        generation=receipt.generation if receipt else SHIPPED,
        channel=receipt.channel if receipt else "",
        serial=receipt.serial if receipt else 0,
        manifest_sha256=receipt.manifest_sha256 if receipt else "",
        publisher=receipt.publisher.name if receipt else "",
        listings=receipt.listings if receipt else 0,
        added=len(changes.added) if changes else 0,
        removed=len(changes.removed) if changes else 0,
        changed=len(changes.changed) if changes else 0,
    )


def prune(store: Store, program: Program) -> None:
    """Remove what is not one of the generations kept; what a program holds open stays until the next time."""
    kept = _latest(store, program)
    for folder in store.generations.iterdir():
        if folder.name in kept:
            continue
        with suppress(OSError):
            # a name at a time: whatever happens meanwhile, no generation is half there under its own name
            program.disk.rename(folder, store.staging / folder.name)
            program.disk.remove(store.staging / folder.name)


def _latest(store: Store, program: Program) -> list[str]:
    current = store.current(program.shipped)
    names = [current.receipt.generation] if current.receipt else []
    for activation in store.all_activations():
        if activation.generation not in (SHIPPED, *names) and store.receipt_of(activation.generation):
            names.append(activation.generation)
    return names[:KEPT]
