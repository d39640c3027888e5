"""Makes a bundle from tables: checked like a bundle that arrives, the same tables giving the same bytes."""

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from peer_desktop.bundle import rebuilding
from peer_desktop.bundle.carried_schema import DDL_SHA256
from peer_desktop.bundle.container import BASEMAP, DIRECTORY, MANIFEST, SIGNATURE
from peer_desktop.bundle.container_writing import Content, write_container
from peer_desktop.bundle.crisis_rules import check_pinned, crisis_sha256
from peer_desktop.bundle.disk import problems_of
from peer_desktop.bundle.leaving_out import sound_rows
from peer_desktop.bundle.manifest import (
    ATTACHMENT_ROLE,
    BASEMAP_ROLE,
    DIRECTORY_ROLE,
    CarriedFile,
    Manifest,
    SchemaNamed,
)
from peer_desktop.bundle.manifest_reading import read_manifest
from peer_desktop.bundle.problems import NotWritten
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.proving import Opened, proven, unproven
from peer_desktop.bundle.reading import read_foreign
from peer_desktop.bundle.recipe import RECIPE_FILE, Recipe, with_recipe_file
from peer_desktop.bundle.secret_key import SecretKey
from peer_desktop.bundle.steps import UNWATCHED, Watch
from peer_desktop.bundle.store import sha256_of
from peer_desktop.bundle.trust import Trust
from peer_desktop.bundle.workbook import tables_from_workbook
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.schema import APPLICATION_ID, SCHEMA_VERSION
from peer_desktop.exchange.checks import findings_of
from peer_desktop.exchange.columns import SHAPES
from peer_desktop.exchange.directory_file import write_directory
from peer_desktop.exchange.findings import BuildRefused, Finding, refusing
from peer_desktop.exchange.full_text import full_text_rows
from peer_desktop.exchange.rows import DirectoryRow, directory_rows
from peer_desktop.exchange.tables import Table, read_tables

WORKBOOK_FILES = (*SHAPES, RECIPE_FILE)
"""The tables that a workbook may hold, a sheet each."""


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle that was made."""

    file: Path
    manifest: Manifest
    warnings: tuple[Finding, ...]
    left_out: tuple[Finding, ...]


def make_bundle(
    source: Path,
    recipe: Recipe,
    key: SecretKey | None,
    target: Path,
    program: Program,
    *,
    leave_out_wrong_rows: bool = False,
) -> Made:
    """Make a bundle of the tables in a folder or workbook; without a key it has yet to be signed.

    Raises BuildRefused with everything that is wrong in the tables, or a BundleProblem; then nothing is
    written.
    """
    with _unfinished(target) as work:
        with _folder_of(source, work) as folder:
            recipe = with_recipe_file(recipe, folder)
            tables, left_out, warnings = _checked_tables(folder, leave_out=leave_out_wrong_rows)
        rows = directory_rows(tables)
        check_pinned(rows, program.pinned)
        _write_carried(rows, work / DIRECTORY)
        contents = _contents(work / DIRECTORY, recipe, rows)
        manifest = _manifest(rows, recipe, contents)
        _write(work / "made", manifest.written(), contents, key, manifest)
        _prove_own(work / "made", key, program, work)
        _put_there(work / "made", target)
    return Made(target, manifest, warnings, left_out)


def sign_bundle(file: Path, key: SecretKey, target: Path, program: Program) -> Manifest:
    """Sign a bundle that has no signature, or sign it anew. Raises a BundleProblem."""
    with _unfinished(target) as work:
        with unproven(file, program.version) as bundle:
            contents = {}
            for carried in bundle.manifest.files:
                place = work / carried.sha256
                bundle.pour(carried, place)
                contents[carried.path] = place
            manifest = bundle.manifest
            _write(work / "made", bundle.manifest_bytes, contents, key, manifest)
        _put_there(work / "made", target)
    return manifest


def check_content(
    bundle: Opened, program: Program, work: Path, watch: Watch = UNWATCHED
) -> rebuilding.Checked:
    """Check all that a bundle carries as an import would; `work` is an empty folder.

    Raises a BundleProblem.
    """
    for position, carried in enumerate(bundle.manifest.files):
        bundle.pour(carried, work / f"carried-{position}", watch)
        if carried.role == DIRECTORY_ROLE:
            directory = work / f"carried-{position}"
    return rebuilding.checked(read_foreign(directory, watch), bundle.manifest, program, watch)


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """A folder beside the target that is gone afterwards. Raises NotWritten."""
    if target.exists():
        raise NotWritten(file=target, reason=Bilingual("it is there already", "il existe déjà"))
    with problems_of(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _put_there(made: Path, target: Path) -> None:
    made.chmod(0o644)
    made.rename(target)


@contextmanager
def _folder_of(source: Path, work: Path) -> Iterator[Path]:
    if source.is_dir():
        yield source
        return
    folder = work / "tables"
    folder.mkdir()
    tables_from_workbook(source, folder, WORKBOOK_FILES)
    yield folder


def _checked_tables(
    folder: Path, *, leave_out: bool
) -> tuple[Mapping[str, Table], tuple[Finding, ...], tuple[Finding, ...]]:
    tables, unreadable = read_tables(folder, SHAPES)
    if unreadable:
        # rows that refer to a table that cannot be read would all be wrong: say first what cannot be read
        raise BuildRefused(unreadable)
    if leave_out:
        return sound_rows(tables)
    found = findings_of(tables)
    if refusing(found):
        raise BuildRefused(refusing(found))
    return tables, (), tuple(found)


def _write_carried(rows: Mapping[str, list[DirectoryRow]], target: Path) -> None:
    """The directory without its search table, which every computer builds for itself."""
    write_directory({**rows, "full_text": list(full_text_rows(rows))}, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("DROP TABLE full_text")
        connection.execute("VACUUM")


def _contents(directory: Path, recipe: Recipe, rows: Mapping[str, list[DirectoryRow]]) -> dict[str, Path]:
    contents = {DIRECTORY: directory}
    for file in (recipe.basemap, *recipe.documents.values()):
        if file is not None and not file.is_file():
            reason = Bilingual("the file is missing", "le fichier est absent")
            raise BuildRefused([Finding(file.name, 0, "", "", reason)])
    if recipe.basemap:
        contents[BASEMAP] = recipe.basemap
    known = {row["id"] for row in rows["resource"]}
    for resource, document in sorted(recipe.documents.items()):
        if resource not in known:
            reason = Bilingual("is no id of resources.csv", "n'est pas un identifiant de resources.csv")
            raise BuildRefused([Finding("--document", 0, "", resource, reason)])
        path = f"attachments/{sha256_of(document)}.pdf"
        if path in contents:
            reason = Bilingual("has the document of another", "a le même document qu'une autre")
            raise BuildRefused([Finding("--document", 0, "", resource, reason)])
        contents[path] = document
    return contents


def _manifest(
    rows: Mapping[str, list[DirectoryRow]], recipe: Recipe, contents: Mapping[str, Path]
) -> Manifest:
    (described,) = rows["directory"]
    if recipe.channel not in (None, described["channel"]):
        reason = Bilingual(f"is not the channel {recipe.channel}", f"n'est pas le canal {recipe.channel}")
        raise BuildRefused([Finding("directory.csv", 2, "channel", str(described["channel"]), reason)])
    if not recipe.publisher.name:
        reason = Bilingual("the publisher has no name", "l'éditeur n'a pas de nom")
        raise BuildRefused([Finding(RECIPE_FILE, 0, "publisher_name", "", reason)])
    as_of = date.fromisoformat(str(described["data_as_of"]))
    manifest = Manifest(
        channel=str(described["channel"]),
        serial=recipe.serial,
        created_at=recipe.created_at,
        data_as_of=as_of,
        stale_after=recipe.stale_after(as_of),
        title=Bilingual(str(described["title_en"]), str(described["title_fr"])),
        notes=recipe.notes,
        publisher=recipe.publisher,
        min_app_version=recipe.min_app_version,
        schema=SchemaNamed(APPLICATION_ID, SCHEMA_VERSION, DDL_SHA256),
        counts={table: len(found) for table, found in rows.items()},
        crisis_sha256=crisis_sha256(rows),
        files=tuple(_carried(path, file, recipe) for path, file in contents.items()),
        licence=str(described["licence"]),
        sources=str(described["credits"]),
    )
    return read_manifest(manifest.written())


def _carried(path: str, file: Path, recipe: Recipe) -> CarriedFile:
    roles = {DIRECTORY: DIRECTORY_ROLE, BASEMAP: BASEMAP_ROLE}
    resource = next((name for name, document in recipe.documents.items() if document == file), None)
    return CarriedFile(path, file.stat().st_size, sha256_of(file), roles.get(path, ATTACHMENT_ROLE), resource)


def _write(
    place: Path,
    manifest_bytes: bytes,
    contents: Mapping[str, Path],
    key: SecretKey | None,
    manifest: Manifest,
) -> None:
    held: dict[str, Content] = {MANIFEST: manifest_bytes}
    if key is not None:
        comment = manifest.trusted_comment(hashlib.sha256(manifest_bytes).hexdigest())
        held[SIGNATURE] = key.sign(manifest_bytes, comment)
    write_container(place, held | dict(contents))


def _prove_own(made: Path, key: SecretKey | None, program: Program, work: Path) -> None:
    """Whatever is made here is accepted there: the bundle goes through the proofs of an import once."""
    place = work / "proof"
    place.mkdir()
    if key is None:
        with unproven(made, program.version) as bundle:
            check_content(bundle, program, place)
        return
    with proven(made, Trust(built_in={"own": key.public.line}), program.version) as bundle:
        check_content(bundle, program, place)
