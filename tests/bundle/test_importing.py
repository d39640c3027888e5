"""An administrator brings a newer directory: what is shown, asked, installed and put back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from peer_desktop.bundle import installing
from peer_desktop.bundle.audit import broken_lines
from peer_desktop.bundle.history import history, put_back
from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.making import make_bundle
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.preview import Caution, Confirmation, Preview
from peer_desktop.bundle.problems import (
    AlreadyInstalled,
    BundleProblem,
    Cancelled,
    NotConfirmed,
    NothingToPutBack,
    PutBackAfterFailure,
)
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.refusals import Older
from peer_desktop.bundle.steps import Progress, Step, Watch
from peer_desktop.bundle.store import SHIPPED, Store, current_directory
from peer_desktop.bundle.trying import NotWorkingError
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.query import Query
from tests.bundle.conftest import NOW, recipe
from tests.bundle.forge import KEY, Forge
from tests.bundle.test_refusals import snapshot
from tests.tables import TODAY, change_cell, read_rows, write_rows


def bundle_of(source: Path, serial: int, program: Program, folder: Path) -> Path:
    return make_bundle(source, recipe(serial), KEY, folder / f"{serial}.peerbundle", program).file


def preview_of(file: Path, store: Store, program: Program) -> Preview:
    with importing(store, program) as one:
        return one.prepare(file)


PLAIN_YES = Confirmation()


def install(file: Path, store: Store, program: Program, confirmation: Confirmation = PLAIN_YES) -> Outcome:
    with importing(store, program) as one:
        one.prepare(file)
        return one.install(confirmation)


def names_found(path: Path, words: str) -> list[str]:
    directory = Directory.open(path, today=TODAY)
    try:
        return [row.id for row in directory.rows(directory.search(Query(text=words)).numbers.tolist())]
    finally:
        directory.close()


# -- the preview -----------------------------------------------------------------------------------------


def test_the_preview_shows_each_field_before_and_after(
    source: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    change_cell(source, "listings.csv", 2, "hours_en", "Wednesdays at 7 p.m.")
    change_cell(source, "phones.csv", 4, "number", "902-555-0177")
    before = snapshot(store.folder)
    preview = preview_of(bundle_of(source, 6, program, tmp_path), store, program)
    changed = {change.id: change for change in preview.difference.changed}
    assert set(changed) == {"moncton-grief-group", "halifax-drop-in"}
    (hours,) = changed["moncton-grief-group"].fields
    assert (hours.field, hours.old, hours.new) == ("hours_en", "Tuesdays at 7 p.m.", "Wednesdays at 7 p.m.")
    (phone,) = changed["halifax-drop-in"].fields
    assert (phone.field, phone.old, phone.new) == ("phones", "902-555-0199 (voice)", "902-555-0177 (voice)")
    assert not preview.difference.added and not preview.difference.removed
    assert {one.code: one.changed for one in preview.difference.by_province if one.changed} == {
        "NB": 1,
        "NS": 1,
    }
    assert preview.serial == 6 and preview.installed is not None and preview.installed.serial == 5
    assert preview.publisher.name == "Hall 26" and preview.key_name == "test"
    assert preview.fingerprint == KEY.public.fingerprint
    assert [change.id for change in preview.touches({"halifax-drop-in", "legion-truro"})] == [
        "halifax-drop-in"
    ]
    assert snapshot(store.folder) == before


def test_listings_that_come_and_go_are_named_and_counted_by_province(
    source: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    rows = read_rows(source, "listings.csv")
    fresh = rows[5] | {"id": "edmonton-peers", "name_en": "Edmonton Peers", "city": "", "latitude": "",
                       "longitude": "", "precision": ""}  # fmt: skip
    kept = [row for row in rows if row["id"] != "northern-warm-line"]
    phones = [row for row in read_rows(source, "phones.csv") if row["listing_id"] != "northern-warm-line"]
    write_rows(source, "listings.csv", [*kept, fresh])
    write_rows(source, "phones.csv", phones)
    difference = preview_of(bundle_of(source, 6, program, tmp_path), store, program).difference
    assert [change.name.en for change in difference.added] == ["Edmonton Peers"]
    assert [change.id for change in difference.removed] == ["northern-warm-line"]
    counted = {one.code: (one.before, one.after, one.added, one.removed) for one in difference.by_province}
    assert counted["AB"] == (1, 2, 1, 0)
    assert counted["CA"] == (2, 1, 0, 1), "a line for three territories is of none of them"


def test_an_http_address_warns_and_a_wrong_clock_only_cautions(
    source: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    change_cell(source, "listings.csv", 2, "website", "http://anna.example.ca/")
    file = bundle_of(source, 6, program, tmp_path)
    slow = replace(program, now=lambda: NOW - timedelta(days=400))
    preview = preview_of(file, store, slow)
    assert preview.cautions == (Caution.MADE_LATER_THAN_TODAY,)
    assert "moncton-grief-group" in preview.warnings[0].file
    later = replace(program, now=lambda: NOW + timedelta(days=300))
    assert preview_of(file, store, later).cautions == (Caution.STALE,)


def test_data_older_than_those_installed_are_pointed_out(
    source: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    change_cell(source, "directory.csv", 2, "data_as_of", "2026-11-20")
    preview = preview_of(bundle_of(source, 6, program, tmp_path), store, program)
    assert Caution.OLDER_DATA in preview.cautions


def test_a_first_bundle_is_compared_with_the_shipped_directory_and_one_beside_a_broken_store_with_nothing(
    good_bundle: Path, program: Program, tmp_path: Path
) -> None:
    first = preview_of(good_bundle, Store(tmp_path / "empty"), program)
    assert first.installed is not None and first.installed.serial == 0
    assert first.difference.before == first.difference.after == 10
    broken = replace(program, shipped=tmp_path / "gone.sqlite")
    alone = preview_of(good_bundle, Store(tmp_path / "empty"), broken)
    assert alone.installed is None and len(alone.difference.added) == 10


# -- what is asked ---------------------------------------------------------------------------------------


def test_more_than_a_fifth_removed_needs_its_own_yes(
    source: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    gone = {"rivers-and-rods", "hostile-text", "legion-truro"}
    for file, column in (("listings.csv", "id"), ("phones.csv", "listing_id"), ("sources.csv", "listing_id")):
        write_rows(source, file, [row for row in read_rows(source, file) if row[column] not in gone])
    file = bundle_of(source, 6, program, tmp_path)
    before = snapshot(store.folder)
    with importing(store, program) as one:
        assert one.prepare(file).removal_to_confirm
        with pytest.raises(NotConfirmed) as caught:
            one.install(Confirmation())
        assert Outcome.of(caught.value).exit_code == 4
        assert "3" in str(caught.value) and "30" in str(caught.value)
        assert one.install(Confirmation(removal=True)).code == "INSTALLED"
    assert snapshot(store.folder) != before
    assert store.current(program.shipped).receipt.listings == 7  # type: ignore[union-attr]


def test_a_fifth_removed_needs_no_more_than_the_usual_yes(
    source: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    gone = {"rivers-and-rods", "hostile-text"}
    write_rows(source, "listings.csv", [r for r in read_rows(source, "listings.csv") if r["id"] not in gone])
    assert not preview_of(bundle_of(source, 6, program, tmp_path), store, program).removal_to_confirm


def test_a_changed_crisis_number_must_be_typed(
    source: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    change_cell(source, "phones.csv", 12, "number", "613-555-0177")
    file = bundle_of(source, 6, program, tmp_path)
    with importing(store, program) as one:
        preview = one.prepare(file)
        (change,) = preview.crisis
        assert change.id == "peer-line" and change.old and change.new
        assert (change.old.numbers, change.new.numbers) == (("613-555-0100",), ("613-555-0177",))
        assert preview.numbers_to_type == ("613-555-0177",)
        for typed in ((), ("",), ("613-555-0100",), ("613-555-017",), ("988",)):
            with pytest.raises(NotConfirmed, match="613-555-0177"):
                one.install(Confirmation(numbers=typed))
        assert one.install(Confirmation(numbers=("1 613 555-0177",))).code == "INSTALLED"


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "typed"),
    [
        ("crisis_lines.csv", 7, "name_en", "Another name", ("613-555-0100",)),
        ("crisis_lines.csv", 7, "name_fr", "Un autre nom", ("613-555-0100",)),
        ("phones.csv", 12, "kind", "text", ("613-555-0100",)),
        ("phones.csv", 12, "extension", "7", ("613-555-0100 #7",)),
        ("crisis_lines.csv", 2, "name_en", "A name of a pinned line", ()),
        ("crisis_lines.csv", 7, "hours_en", "Evenings", ()),
        ("crisis_lines.csv", 7, "chat_url", "https://chat.example.ca/", ()),
    ],
)  # fmt: skip
def test_what_else_of_a_crisis_line_asks_for_its_number(
    table: str,
    row: int,
    column: str,
    value: str,
    typed: tuple[str, ...],
    source: Path,
    store: Store,
    program: Program,
    tmp_path: Path,
) -> None:
    change_cell(source, table, row, column, value)
    preview = preview_of(bundle_of(source, 6, program, tmp_path), store, program)
    assert preview.numbers_to_type == typed
    assert [change.id for change in preview.crisis] == ["988" if row == 2 else "peer-line"]


def test_a_crisis_line_that_goes_asks_for_its_number_and_one_that_comes_does_not(
    source: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    lines, phones = read_rows(source, "crisis_lines.csv"), read_rows(source, "phones.csv")
    fresh = lines[-1] | {"id": "new-line", "name_en": "New line", "name_fr": "Nouvelle ligne"}
    write_rows(source, "crisis_lines.csv", [*lines[:-1], fresh])
    write_rows(
        source,
        "phones.csv",
        [*phones[:-1], phones[-1] | {"crisis_line_id": "new-line", "number": "613-555-0188"}],
    )
    preview = preview_of(bundle_of(source, 6, program, tmp_path), store, program)
    assert {change.id: change.to_type for change in preview.crisis} == {
        "new-line": (),
        "peer-line": ("613-555-0100",),
    }


# -- installing ------------------------------------------------------------------------------------------


def test_an_installed_bundle_is_what_a_search_finds(
    source: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    old = current_directory(store, program.shipped)
    change_cell(source, "listings.csv", 2, "description_en", "A weekly circle with pottery for Families.")
    outcome = install(bundle_of(source, 6, program, tmp_path), store, program)
    assert (outcome.outcome, outcome.code, outcome.exit_code) == ("installed", "INSTALLED", 0)
    assert outcome.facts["changed"] == 1
    new = current_directory(store, program.shipped)
    assert new != old and old.is_file(), "a window that is open reads on"
    assert names_found(new, "pottery") == ["moncton-grief-group"]
    assert names_found(old, "pottery") == []
    assert not list(store.staging.iterdir())


def test_what_is_installed_is_our_own_file_and_not_the_one_that_came(
    good_bundle: Path, store: Store, program: Program, forge: Forge
) -> None:
    install(good_bundle, store, program)
    directory = current_directory(store, program.shipped)
    assert directory.read_bytes() != forge.directory
    assert directory.read_bytes() == program.shipped.read_bytes(), "the same rows give the same bytes"


def test_the_same_bundle_again_is_already_installed(
    good_bundle: Path, store: Store, program: Program
) -> None:
    install(good_bundle, store, program)
    before = snapshot(store.folder)
    with pytest.raises(AlreadyInstalled) as caught:
        install(good_bundle, store, program)
    assert Outcome.of(caught.value).exit_code == 0
    assert snapshot(store.folder) == before


def test_a_skipped_serial_is_no_fault_and_an_older_one_is(
    source: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    install(bundle_of(source, 40, program, tmp_path), store, program)
    with pytest.raises(Older):
        preview_of(bundle_of(source, 39, program, tmp_path), store, program)


def test_three_generations_are_kept(source: Path, store: Store, program: Program, tmp_path: Path) -> None:
    for serial in (6, 7, 8):
        change_cell(source, "listings.csv", 2, "hours_en", f"At {serial}")
        install(bundle_of(source, serial, program, tmp_path), store, program)
    assert sorted(int(folder.name[:8]) for folder in store.generations.iterdir()) == [6, 7, 8]
    assert [entry.activation.serial for entry in history(store, program)] == [8, 7, 6, 5]
    assert [entry.receipt is not None for entry in history(store, program)] == [True, True, True, False]


def test_a_directory_that_does_not_open_is_undone_at_once(
    good_bundle: Path, store: Store, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = current_directory(store, program.shipped)

    def fail(*_: object) -> None:
        raise NotWorkingError("no")

    monkeypatch.setattr(installing, "try_directory", fail)
    with pytest.raises(PutBackAfterFailure, match="Hall 26"):
        install(good_bundle, store, program)
    assert current_directory(store, program.shipped) == old
    assert [entry.activation.action for entry in history(store, program)][:2] == ["undone", "install"]


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.INSTALLING])
def test_cancel_leaves_nothing_at_any_step(
    step: Step, good_bundle: Path, store: Store, program: Program
) -> None:
    at: list[Step] = []
    watch = Watch(lambda progress: at.append(progress.step), lambda: at[-1] is step)
    before = snapshot(store.folder)
    with pytest.raises(Cancelled), importing(store, program) as one:
        one.prepare(good_bundle, watch)
    assert at[-1] is step
    assert snapshot(store.folder) == before


def test_progress_names_every_step_in_order_and_says_when_the_stick_may_go(
    good_bundle: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    told: list[Progress] = []
    stick = tmp_path / "stick.peerbundle"
    stick.write_bytes(good_bundle.read_bytes())

    def tell(progress: Progress) -> None:
        told.append(progress)
        if progress.stick_may_go and stick.exists():
            stick.unlink()

    with importing(store, program) as one:
        one.prepare(stick, Watch(tell))
        one.install(Confirmation(), Watch(tell))
    assert list(dict.fromkeys(progress.step for progress in told)) == list(Step)
    copied = [progress for progress in told if progress.step is Step.COPYING]
    assert copied[-1].done == copied[-1].total == good_bundle.stat().st_size


def test_nothing_can_be_installed_that_was_not_prepared(store: Store, program: Program) -> None:
    with importing(store, program) as one, pytest.raises(RuntimeError):
        one.install(Confirmation())


# -- history and putting back ----------------------------------------------------------------------------


def test_the_one_before_is_put_back_and_the_newer_one_again(
    good_bundle: Path, store: Store, program: Program
) -> None:
    first = current_directory(store, program.shipped)
    install(good_bundle, store, program)
    second = current_directory(store, program.shipped)
    outcome = put_back(store, program)
    assert (outcome.code, outcome.facts["serial"]) == ("PUT-BACK", 5)
    assert current_directory(store, program.shipped) == first
    put_back(store, program)
    assert current_directory(store, program.shipped) == second


def test_a_put_back_does_not_lower_the_serial_floor(
    good_bundle: Path, source: Path, store: Store, program: Program, tmp_path: Path
) -> None:
    install(good_bundle, store, program)
    put_back(store, program)
    with pytest.raises(Older):
        preview_of(bundle_of(source, 5, program, tmp_path), store, program)
    assert install(good_bundle, store, program).code == "INSTALLED", "what was put away may come again"


def test_the_shipped_directory_is_always_there_to_put_back(store: Store, program: Program) -> None:
    put_back(store, program)
    assert current_directory(store, program.shipped) == program.shipped
    (entry, first) = history(store, program)
    assert entry.is_current and entry.activation.generation == SHIPPED and not entry.can_be_put_back
    assert first.can_be_put_back
    put_back(store, program, first.activation.generation)
    assert current_directory(store, program.shipped) != program.shipped


@pytest.mark.parametrize("name", ["", ".", "..", "../store", "nobody", "00000005-x"])
def test_what_is_not_there_cannot_be_put_back(name: str, store: Store, program: Program) -> None:
    before = snapshot(store.folder)
    if name:
        with pytest.raises(NothingToPutBack):
            put_back(store, program, name)
        assert snapshot(store.folder) == before
    with pytest.raises(NothingToPutBack):
        put_back(Store(store.folder / "empty"), program)


def test_a_damaged_generation_cannot_be_put_back(good_bundle: Path, store: Store, program: Program) -> None:
    first = current_directory(store, program.shipped)
    install(good_bundle, store, program)
    first.write_bytes(first.read_bytes()[:-1] + b"x")
    with pytest.raises(NothingToPutBack):
        put_back(store, program, first.parent.name)
    assert put_back(store, program).facts["generation"] == SHIPPED, "the next older one that is whole"


def test_history_says_who_when_and_how_much(good_bundle: Path, store: Store, program: Program) -> None:
    install(good_bundle, store, program)
    newest = history(store, program)[0]
    activation = newest.activation
    assert (activation.number, activation.who, activation.at, activation.listings) == (2, "tester", NOW, 10)
    assert (activation.serial, activation.publisher) == (6, "Hall 26")
    assert (
        newest.is_current
        and newest.receipt
        and newest.receipt.title == Bilingual("Ten listings", "Dix fiches")
    )


def test_the_audit_is_chained_and_names_nobody(good_bundle: Path, store: Store, program: Program) -> None:
    install(good_bundle, store, program)
    put_back(store, program)
    lines = store.audit_file.read_text().splitlines()
    assert len(lines) == 3 and broken_lines(store.audit_file) == ()
    assert "tester" not in store.audit_file.read_text()
    store.audit_file.write_text("\n".join([lines[0].replace("5", "7"), *lines[1:]]) + "\n")
    assert broken_lines(store.audit_file) == (2,)


def test_every_problem_says_what_happened_that_nothing_changed_and_what_to_do() -> None:
    from peer_desktop.bundle import problems, refusals

    kinds = [
        kind
        for module in (problems, refusals)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, BundleProblem) and "sentences" in vars(kind)
    ]
    assert len(kinds) > 35
    for kind in kinds:
        english, french = kind.sentences.values()
        assert english.endswith(".") and french.endswith(".")
        changed_nothing = "othing was " in english and ("Rien n'a" in french)
        assert changed_nothing, kind
        assert sorted(parts(english)) == sorted(parts(french)), kind


def parts(sentence: str) -> set[str]:
    import string

    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
