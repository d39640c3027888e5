"""Prepares a bundle in staging: copied once, proven, read, rebuilt, tried, compared. Nothing else changes."""

import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from peer_desktop.bundle import audit, rebuilding
from peer_desktop.bundle import preview as previewing
from peer_desktop.bundle.audit import Deed
from peer_desktop.bundle.carried_tables import tables_of
from peer_desktop.bundle.copying import copy_once, size_of
from peer_desktop.bundle.crisis_rules import crisis_changes
from peer_desktop.bundle.difference import Tables, difference
from peer_desktop.bundle.disk import disk_full, problems_of
from peer_desktop.bundle.manifest import ATTACHMENT_ROLE, BASEMAP_ROLE, DIRECTORY_ROLE, Manifest
from peer_desktop.bundle.own_directory import own_channel, own_rows
from peer_desktop.bundle.preview import InstalledNow, Preview
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.proving import Proven, proven
from peer_desktop.bundle.reading import Rows, read_foreign
from peer_desktop.bundle.rebuilding import Checked
from peer_desktop.bundle.refusals import DirectoryCorrupt, NotABundle, SameSerialOtherContent
from peer_desktop.bundle.serials import check_serial
from peer_desktop.bundle.steps import UNWATCHED, Step, Watch
from peer_desktop.bundle.store import DIRECTORY_FILE, Current, Receipt, Store, sha256_of
from peer_desktop.bundle.trust import Trust
from peer_desktop.bundle.trying import NotWorkingError, try_directory
from peer_desktop.directory.known_words import known_word_arrays
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.opening import DirectoryProblem
from peer_desktop.exchange.findings import BuildNotWritten

BUNDLE_FILE, GENERATION, INDEX = "bundle", "generation", "index"
"""What stands in the work folder of an import."""

MANIFEST_FILE, SIGNATURE_FILE = "manifest.json", "manifest.json.minisig"
_INCOMING = "incoming.sqlite"
_SPARE = 16 * 1024 * 1024
_UNFOLDED = 4
"""Times the carried directory: itself, the fresh one, its compaction, its index."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A bundle that may be installed: proven, rebuilt and compared; it waits in staging."""

    work: str
    """The name of its folder in staging."""
    receipt: Receipt
    preview: Preview


@dataclass(frozen=True, slots=True)
class _Installed:
    """What there is now, as far as it can be read."""

    current: Current
    rows: Rows | None

    def shown(self) -> InstalledNow | None:
        if self.rows is None:
            return None
        (own,) = self.rows["directory"]
        return InstalledNow(
            serial=self.current.receipt.serial if self.current.receipt else 0,
            title=Bilingual(str(own["title_en"]), str(own["title_fr"])),
            data_as_of=date.fromisoformat(str(own["data_as_of"])),
            listings=len(self.rows["listing"]),
        )


def sweep(store: Store, program: Program) -> None:
    """Empty staging: nothing in it is ever used again."""
    for left in store.staging.iterdir() if store.staging.is_dir() else ():
        with suppress(OSError):  # held open by a virus scanner: it goes the next time
            program.disk.remove(left)


def make_folders(store: Store, program: Program) -> None:
    """Make the folders of a store that are not there. Raises ReadOnly or DiskFull."""
    with problems_of(store.folder):
        for folder in (store.generations, store.activations, store.staging):
            if not folder.is_dir():
                folder.mkdir(parents=True)
                program.disk.show_to_all(folder)


def prepare(file: Path, store: Store, program: Program, watch: Watch = UNWATCHED) -> Prepared:
    """Do everything up to the question whether to install. Whoever calls holds the lock of the store.

    Raises a BundleProblem; then staging is empty and nothing else was touched.
    """
    make_folders(store, program)
    with problems_of(store.folder), _sweeping(store, program), ThreadPoolExecutor(1) as beside:
        watch.at(Step.ROOM)
        sweep(store, program)
        work = store.staging / secrets.token_hex(8)
        work.mkdir()  # says whether the folder takes what is written
        size = size_of(file)
        _make_sure_of_room(store, size)
        copy_once(file, work / BUNDLE_FILE, size, watch)
        watch.at(Step.PROVING)
        trust = Trust.read(store.trust_file, program.built_in)
        with proven(work / BUNDLE_FILE, trust, program.version) as bundle:
            current = store.current(program.shipped)
            _check_serial(bundle, store, current, program)
            _make_sure_of_room(store, _unfolded_size(bundle.manifest))
            _pour_out(bundle, work, watch)
        rows_now = beside.submit(own_rows, current.path)  # while the other process begins to read
        carried = read_foreign(work / _INCOMING, watch)
        checked = rebuilding.checked(carried, bundle.manifest, program, watch)
        carried = {}
        # SQLite writes without holding up this thread
        compared = beside.submit(
            _preview, bundle, checked, _Installed(current, rows_now.result()), size, program
        )
        beside.submit(known_word_arrays)  # kept for the index, which is made next
        _build(checked, work, program, watch)
        receipt = _receipt(bundle, checked, work)
        watch.at(Step.COMPARING)
        preview = compared.result()
        for used in (BUNDLE_FILE, _INCOMING):
            (work / used).unlink()
        return Prepared(work.name, receipt, preview)


def _check_serial(bundle: Proven, store: Store, current: Current, program: Program) -> None:
    manifest, sha256 = bundle.manifest, bundle.manifest_sha256
    channel = current.receipt.channel if current.receipt else own_channel(current.path)
    try:
        check_serial(manifest, sha256, store, current, channel)
    except SameSerialOtherContent as refusal:
        key = bundle.signer.key.fingerprint
        deed = Deed("refuse", refusal.code, manifest.channel, manifest.serial, sha256, key)
        audit.note(store.audit_file, deed, program.now(), program.disk)
        raise


@contextmanager
def _sweeping(store: Store, program: Program) -> Iterator[None]:
    try:
        yield
    except BaseException:
        sweep(store, program)
        raise


def _make_sure_of_room(store: Store, needed: int) -> None:
    if shutil.disk_usage(store.staging).free < needed + _SPARE:
        raise disk_full(store.staging, needed + _SPARE)


def _unfolded_size(manifest: Manifest) -> int:
    return sum(file.size * (_UNFOLDED if file.role == DIRECTORY_ROLE else 1) for file in manifest.files)


def _pour_out(bundle: Proven, work: Path, watch: Watch) -> None:
    generation = work / GENERATION
    generation.mkdir()
    for file in bundle.manifest.files:
        if file.role == DIRECTORY_ROLE:
            bundle.pour(file, work / _INCOMING, watch)
            continue
        # the path is one of two shapes that container.py knows, never a name from outside
        place = generation / file.path
        place.parent.mkdir(exist_ok=True)
        bundle.pour(file, place, watch)
        _look_at_kind(place, file.role)
    (generation / MANIFEST_FILE).write_bytes(bundle.manifest_bytes)
    (generation / SIGNATURE_FILE).write_bytes(bundle.signature_bytes or b"")


_BEGINS = {ATTACHMENT_ROLE: b"%PDF-", BASEMAP_ROLE: b"PMTiles\3"}


def _look_at_kind(place: Path, role: str) -> None:
    with place.open("rb") as content:
        if not content.read(16).startswith(_BEGINS[role]):
            name = f"{place.name[:12]}…"
            raise NotABundle(reason=Bilingual(f"{name} is no {role}", f"{name} n'est pas du type {role}"))


def _build(checked: Checked, work: Path, program: Program, watch: Watch) -> None:
    target = work / GENERATION / DIRECTORY_FILE
    try:
        rebuilding.build(checked, target, watch)
        watch.at(Step.TRYING)
        (work / INDEX).mkdir()
        try_directory(target, len(checked.rows["listing"]), program.now().date(), work / INDEX)
    except BuildNotWritten as error:
        cause = error.__cause__
        if isinstance(cause, sqlite3.OperationalError) and cause.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise disk_full(work, target.stat().st_size if target.exists() else 0) from error
        if isinstance(cause, OSError):
            raise cause from error
        raise
    except (DirectoryProblem, NotWorkingError, sqlite3.Error) as error:
        raise DirectoryCorrupt(reason=Bilingual(str(error), str(error))) from error


def _receipt(bundle: Proven, checked: Checked, work: Path) -> Receipt:
    manifest, directory = bundle.manifest, work / GENERATION / DIRECTORY_FILE
    return Receipt(
        generation=f"{manifest.serial:08}-{bundle.manifest_sha256[:12]}-{work.name[:6]}",
        channel=manifest.channel,
        serial=manifest.serial,
        manifest_sha256=bundle.manifest_sha256,
        created_at=manifest.created_at,
        data_as_of=manifest.data_as_of,
        stale_after=manifest.stale_after,
        title=manifest.title,
        publisher=manifest.publisher,
        fingerprint=bundle.signer.key.fingerprint,
        directory_sha256=sha256_of(directory),
        directory_size=directory.stat().st_size,
        listings=len(checked.rows["listing"]),
        files=tuple(file for file in manifest.files if file.role != DIRECTORY_ROLE),
    )


def _preview(bundle: Proven, checked: Checked, installed: _Installed, size: int, program: Program) -> Preview:
    manifest, shown = bundle.manifest, installed.shown()
    old_rows: Rows = installed.rows or {table: [] for table in checked.rows}
    old_tables: Tables = tables_of(old_rows, program.retired)
    return Preview(
        channel=manifest.channel,
        serial=manifest.serial,
        title=manifest.title,
        notes=manifest.notes,
        publisher=manifest.publisher,
        key_name=bundle.signer.name,
        fingerprint=bundle.signer.key.fingerprint,
        created_at=manifest.created_at,
        data_as_of=manifest.data_as_of,
        stale_after=manifest.stale_after,
        licence=manifest.licence,
        sources=manifest.sources,
        size=size,
        carries_map=any(file.role == BASEMAP_ROLE for file in manifest.files),
        documents=sum(file.role == ATTACHMENT_ROLE for file in manifest.files),
        installed=shown,
        difference=difference(old_tables, checked.tables),
        crisis=crisis_changes(old_rows, checked.rows, program.pinned),
        warnings=checked.warnings,
        cautions=previewing.cautions(manifest, shown, program.now(), built_in=bundle.signer.built_in),
    )
