"""What an administrator gets from the terminal: one answer, one code, both languages, no surprise."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from peer_desktop.bundle import preparing_process, problems, refusals
from peer_desktop.bundle.problems import BundleProblem
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.store import Store
from peer_desktop.cli import command_line
from peer_desktop.directory.language import Language
from peer_desktop.exchange.findings import BuildRefused
from peer_desktop.paths import program_folder
from peer_desktop.terminal import bundle_answers, bundle_wording
from peer_desktop.terminal.bundle_commands import bundle as group
from peer_desktop.terminal.two_languages import name_of
from tests.bundle.forge import KEY, OTHER_KEY, Forge
from tests.tables import change_cell

COMMANDS = (
    "bundle_making_commands",
    "bundle_reading_commands",
    "bundle_store_commands",
    "bundle_trust_commands",
)


@pytest.fixture(autouse=True)
def computer(store: Store, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with serial 5 installed, whose system speaks English."""
    monkeypatch.setenv("PEER_DESKTOP_HOME", str(store.folder.parent))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for module in COMMANDS:
        monkeypatch.setattr(f"peer_desktop.terminal.{module}.Program.this", lambda: program)


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """A folder with the test key as files, and its passphrase."""
    folder = tmp_path / "keys"
    folder.mkdir()
    (folder / "own.key").write_text(KEY.encrypted("some words", 1 << 20))
    (folder / "own.pub").write_text(KEY.public.text)
    (folder / "other.pub").write_text(OTHER_KEY.public.text)
    (folder / "passphrase").write_text("some words\n")
    return folder


def run(*words: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(
        command_line, ["bundle", *map(str, words)], input=typed, prog_name="peer-desktop-cli"
    )


def answer(*words: str | Path, exit_code: int = 0) -> Any:
    result = run(*words, "--json")
    assert result.exit_code == exit_code, result.output
    said = json.loads(result.stdout)
    assert said["exit_code"] == exit_code and said["message_en"] and said["message_fr"]
    assert list(said)[:5] == ["outcome", "code", "exit_code", "message_en", "message_fr"]
    return said


# -- help ------------------------------------------------------------------------------------------------


def commands(group: click.Group, prefix: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{prefix}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix}{name} ")


def test_every_command_and_option_is_worded_in_both_languages_and_no_word_is_left_over() -> None:
    found = dict(commands(group))
    assert set(found) == set(bundle_wording.COMMANDS)
    options = {
        name_of(parameter)
        for command in found.values()
        for parameter in command.params
        if isinstance(parameter, click.Option)
    }
    assert options | {"--help"} == set(bundle_wording.OPTIONS)


@pytest.mark.parametrize("name", [name for name, _ in commands(group)])
def test_help_speaks_the_language_that_is_asked_for(name: str) -> None:
    words = name.split()
    english, french = run(*words, "--help"), run(*words, "--help", "--lang", "fr")
    assert english.exit_code == 0
    shown = " ".join(english.stdout.split())
    assert bundle_wording.COMMANDS[name].said_in(Language.ENGLISH) in shown
    if name != "trust":
        assert bundle_wording.COMMANDS[name].said_in(Language.FRENCH) in " ".join(french.stdout.split())


def test_a_slip_is_answered_with_the_nearest_command() -> None:
    result = run("isntall")
    assert result.exit_code == 2 and "install" in result.stderr


def test_a_refusal_says_its_code_to_people_too(tmp_path: Path) -> None:
    for language, code in (("en", "Code: E-STICK-GONE"), ("fr", "Code : E-STICK-GONE")):
        result = run("verify", tmp_path / "gone.peerbundle", "--lang", language)
        assert result.exit_code == 3
        assert result.stderr.splitlines()[-1] == code
        assert result.stdout == ""


def test_a_question_without_an_answer_changes_nothing(tmp_path: Path) -> None:
    key = tmp_path / "own.pub"
    key.write_text(KEY.public.text)
    words = ("trust", "add", key, "--home", tmp_path / "home")
    spoken = run(*words)  # nothing stands on standard input
    assert spoken.exit_code == 4
    assert "Nothing was changed" in spoken.stderr
    assert answer(*words, exit_code=4)["code"] == "CANCELLED"
    assert not (tmp_path / "home" / "directories" / "trust.json").exists()


def test_stopping_a_command_says_where_to_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    file = tmp_path / "x.peerbundle"
    file.write_bytes(b"x")
    monkeypatch.setattr("peer_desktop.terminal.bundle_reading_commands.unproven", interrupted)
    result = run("show", file, "--lang", "fr")
    assert result.exit_code == 4
    assert "bundle history dit lequel" in result.stderr


# -- making ----------------------------------------------------------------------------------------------


def test_a_bundle_is_built_signed_shown_verified_and_compared(
    source: Path, keys: Path, tmp_path: Path
) -> None:
    first, second, unsigned = (tmp_path / f"{name}.peerbundle" for name in ("6", "7", "unsigned"))
    own = ("--key", keys / "own.key", "--passphrase-file", keys / "passphrase")
    common = ("--publisher", "Hall 26", "--created-at", "2026-11-21T18:30:00Z")
    built = answer("build", source, "--serial", "6", "-o", first, *own, *common)
    assert (built["code"], built["serial"], built["signed"]) == ("BUILT", 6, True)
    change_cell(source, "listings.csv", 2, "hours_en", "Fridays")
    built = answer("build", source, "--serial", "7", "-o", unsigned, *common)
    assert not built["signed"] and "not signed" in built["message_en"]
    assert answer("sign", unsigned, *own, "-o", second)["code"] == "SIGNED"
    shown = answer("show", second)
    assert shown["signature"] == "trusted" and shown["manifest"]["serial"] == 7
    assert "signed by test" in run("show", second).stdout and "not signed" in run("show", unsigned).stdout
    assert answer("verify", second)["code"] == "VERIFIED"
    assert answer("verify", second, "--public-key", keys / "own.pub")["serial"] == 7
    assert (
        answer("verify", second, "--public-key", keys / "other.pub", exit_code=2)["code"]
        == "E-SIG-UNKNOWN-KEY"
    )
    assert answer("verify", unsigned, exit_code=2)["code"] == "E-SIG-BAD"
    compared = answer("diff", first, second)
    (changed,) = compared["difference"]["changed"]
    assert changed["fields"] == [{"field": "hours_en", "old": "Tuesdays at 7 p.m.", "new": "Fridays"}]
    assert "hours_en: Tuesdays at 7 p.m. → Fridays" in run("diff", first, second).stdout


def test_everything_wrong_in_the_tables_is_said_in_one_answer(source: Path, tmp_path: Path) -> None:
    change_cell(source, "listings.csv", 3, "website", "javascript:alert(1)")
    change_cell(source, "phones.csv", 2, "number", "1-800-VETERAN")
    words = ("build", source, "--serial", "6", "--publisher", "Hall", "-o", tmp_path / "x.peerbundle")
    refused = answer(*words, exit_code=2)
    assert refused["code"] == "E-BUILD"
    places = {(one["file"], one["row"], one["column"]) for one in refused["findings"]}
    assert places >= {("listings.csv", 3, "website"), ("phones.csv", 2, "number")}
    spoken = run(*words, "--lang", "fr")
    assert spoken.exit_code == 2 and "listings.csv, ligne 3, colonne website" in spoken.stderr
    left_out = answer(*words, "--leave-out-wrong-rows")
    assert {(one["file"], one["row"]) for one in left_out["left_out"]} >= {
        ("listings.csv", 3),
        ("phones.csv", 2),
    }


def test_a_passphrase_is_asked_unseen_and_a_wrong_one_is_refused(
    source: Path, keys: Path, tmp_path: Path
) -> None:
    words = ("build", source, "--serial", "6", "--publisher", "Hall", "--key", keys / "own.key")
    refused = run(*words, "-o", tmp_path / "a.peerbundle", typed="other words\n")
    assert refused.exit_code == 2 and "passphrase" in refused.stderr
    right = run(*words, "-o", tmp_path / "b.peerbundle", typed="some words\n")
    assert right.exit_code == 0 and "some words" not in right.output
    assert (tmp_path / "b.peerbundle").exists() and not (tmp_path / "a.peerbundle").exists()


def test_no_command_takes_a_passphrase_as_an_argument() -> None:
    for name, command in commands(group):
        assert not any("--passphrase" in parameter.opts for parameter in command.params), name


def test_a_key_is_made_with_a_passphrase_typed_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peer_desktop.bundle.secret_key.MEMORY", 1 << 20)
    made = run("keygen", tmp_path / "mine", typed="one\ntwo\nthree\nthree\n")
    assert made.exit_code == 0, made.output
    assert "not the same" in made.stderr
    assert (tmp_path / "mine.key").exists() and (tmp_path / "mine.pub").read_text().startswith(
        "untrusted comment"
    )
    assert (
        answer("keygen", tmp_path / "mine", "--passphrase-file", tmp_path / "mine.pub", exit_code=3)["code"]
        == "E-WRITE"
    )


def test_a_key_without_a_passphrase_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\n")
    words = ("keygen", tmp_path / "mine", "--passphrase-file", tmp_path / "empty")
    assert answer(*words, exit_code=2)["code"] == "E-KEY"
    assert not (tmp_path / "mine.key").exists()
    assert answer(*words[:3], tmp_path / "nowhere", exit_code=2)["code"] == "E-KEY"


def test_a_workbook_that_cannot_be_written_is_a_problem(source: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "tables.xlsx"
    assert answer("workbook", source, "-o", nowhere, exit_code=3)["code"] == "E-WRITE"
    assert answer("workbook", tmp_path, "-o", tmp_path / "x.xlsx", exit_code=2)["code"] == "E-BUILD"
    assert not (tmp_path / "x.xlsx").exists()


def test_tables_become_a_workbook(source: Path, tmp_path: Path) -> None:
    assert answer("workbook", source, "-o", tmp_path / "tables.xlsx")["n"] == 14
    assert answer("workbook", source, "-o", tmp_path / "tables.xlsx", exit_code=3)["code"] == "E-WRITE"


@pytest.mark.parametrize(
    "words",
    [
        ("build", "x"),
        ("build", "x", "--serial", "0", "-o", "y"),
        ("build", "x", "--serial", "1", "-o", "y", "--created-at", "today"),
        ("build", "x", "--serial", "1", "-o", "y", "--document", "guide.pdf"),
        ("install",),
        ("trust", "add"),
        ("show", "--nothing", "x"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_a_sentence(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2 and result.stderr.strip().endswith("--help")
    assert "Voir" in run(*words, "--lang", "fr").stderr


# -- installing ------------------------------------------------------------------------------------------


def test_install_asks_first_and_installs_with_yes(good_bundle: Path, store: Store, program: Program) -> None:
    waiting = answer("install", good_bundle, exit_code=4)
    assert (waiting["outcome"], waiting["code"]) == ("needs-confirmation", "NEEDS-CONFIRMATION")
    assert store.current(program.shipped).receipt.serial == 5  # type: ignore[union-attr]
    done = answer("install", good_bundle, "--yes")
    assert (done["outcome"], done["code"], done["serial"]) == ("installed", "INSTALLED", 6)
    assert answer("install", good_bundle, "--yes")["code"] == "ALREADY-INSTALLED"
    (newest, first) = answer("history")["entries"]
    assert newest["is_current"] and first["can_be_put_back"]
    assert answer("put-back")["serial"] == 5
    assert answer("put-back", newest["activation"]["generation"])["serial"] == 6
    assert answer("put-back", "nobody", exit_code=2)["code"] == "E-HISTORY"
    spoken = run("history", "--lang", "fr").stdout
    assert "installé" in spoken and "[actuel]" in spoken and "tester" in spoken


def test_a_preview_is_shown_kept_and_changes_nothing(good_bundle: Path, store: Store, tmp_path: Path) -> None:
    shown = run("install", good_bundle, "--preview", "--save-preview", tmp_path / "preview.txt")
    assert shown.exit_code == 0 and "Nothing was changed" in shown.stdout
    assert (tmp_path / "preview.txt").read_text("utf-8").splitlines()[0] in shown.stdout
    assert answer("install", good_bundle, "--preview")["preview"]["serial"] == 6
    assert not list(store.staging.iterdir()) and len(store.all_activations()) == 1
    nowhere = tmp_path / "nowhere" / "preview.txt"
    assert (
        answer("install", good_bundle, "--preview", "--save-preview", nowhere, exit_code=3)["code"]
        == "E-WRITE"
    )


def test_a_crisis_number_and_many_removed_need_their_own_options(forge: Forge, tmp_path: Path) -> None:
    file = tmp_path / "x.peerbundle"
    gone = "('rivers-and-rods', 'hostile-text', 'legion-truro')"
    file.write_bytes(
        forge.altered(
            "UPDATE phone SET number = '+16135550177' WHERE crisis_line_id = 'peer-line'",
            *(f"DELETE FROM {table} WHERE listing_id IN {gone}"
              for table in ("location", "service_area", "listing_facet", "source")),
            f"DELETE FROM listing WHERE id IN {gone}",
        )
    )  # fmt: skip
    waiting = answer("install", file, "--yes", exit_code=4)
    assert waiting["numbers_to_type"] == ["613-555-0177"] and waiting["removal_to_confirm"]
    assert "613-555-0177" in waiting["message_fr"]
    half = answer(
        "install", file, "--yes", "--confirm-removed", "--confirm-number", "613-555-0100", exit_code=4
    )
    assert half["code"] == "NEEDS-CONFIRMATION"
    done = answer("install", file, "--yes", "--confirm-removed", "--confirm-number", "16135550177")
    assert done["removed"] == 3


def test_at_a_terminal_every_question_is_asked_and_enter_alone_cancels(
    forge: Forge, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peer_desktop.terminal.bundle_store_commands.somebody_is_there", lambda: True)
    file = tmp_path / "x.peerbundle"
    file.write_bytes(
        forge.altered("UPDATE phone SET number = '+16135550177' WHERE crisis_line_id = 'peer-line'")
    )
    for typed in ("\n", "613-555-0100\nyes\n", "613-555-0177\n\n", "613-555-0177\nno\n", "yes\nyes\n"):
        stopped = run("install", file, typed=typed)
        assert stopped.exit_code == 4 and "cancelled" in stopped.stderr, typed
        assert len(store.all_activations()) == 1
    done = run("install", file, "--lang", "fr", typed="613 555 0177\noui\n")
    assert done.exit_code == 0, done.output
    assert "Tapez son numéro" in done.stderr and "est installé" in done.stdout


def test_a_refusal_has_one_code_one_sentence_and_exit_code_2(forge: Forge, tmp_path: Path) -> None:
    file = tmp_path / "x.peerbundle"
    file.write_bytes(forge.saying(serial=4))
    refused = answer("install", file, "--yes", exit_code=2)
    assert (refused["outcome"], refused["code"]) == ("refused", "E-ROLLBACK")
    assert refused["message_en"].startswith("This stick is older than what is installed")
    spoken = run("install", file, "--yes", "--lang", "fr")
    assert spoken.exit_code == 2 and refused["message_fr"] in spoken.stderr
    file.write_bytes(
        forge.altered("UPDATE listing SET website = 'javascript:x', email = 'x' WHERE id = 'legion-truro'")
    )
    columns = [one["column"] for one in answer("install", file, "--yes", exit_code=2)["findings"]]
    assert columns == ["website", "email"]


def test_what_stands_in_the_way_outside_the_bundle_has_exit_code_3(tmp_path: Path) -> None:
    gone = answer("install", tmp_path / "gone.peerbundle", "--yes", exit_code=3)
    assert (gone["outcome"], gone["code"]) == ("environment", "E-STICK-GONE")
    for command in ("show", "verify"):
        assert answer(command, tmp_path / "gone.peerbundle", exit_code=3)["code"] == "E-STICK-GONE"


def test_each_home_has_its_own_history(good_bundle: Path, tmp_path: Path) -> None:
    assert answer("install", good_bundle, "--yes", "--home", tmp_path / "other #1")["serial"] == 6
    assert len(answer("history", "--home", tmp_path / "other #1")["entries"]) == 1
    assert answer("history", "--home", tmp_path / "third")["entries"] == []
    assert "came with the program" in run("history", "--home", tmp_path / "third").stdout


def test_everybody_is_installed_for_by_an_administrator(
    good_bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peer_desktop.bundle.install_kind.machine_folder", lambda: tmp_path / "machine")
    monkeypatch.delenv("PEER_DESKTOP_HOME")
    assert answer("install", good_bundle, "--yes", "--for-everybody")["serial"] == 6
    assert answer("history")["kind"] == "machine"


def test_a_broken_audit_is_pointed_out(store: Store) -> None:
    store.audit_file.write_text('{"number": 1}\n')
    result = run("history")
    assert result.exit_code == 0 and "audit is broken at line 1" in result.stderr


# -- trust -----------------------------------------------------------------------------------------------


def test_a_key_is_listed_added_from_paper_and_revoked(keys: Path, forge: Forge, tmp_path: Path) -> None:
    print_of = OTHER_KEY.public.fingerprint
    assert [key["state"] for key in answer("trust", "list")["keys"]] == ["built-in"]
    wrong = answer("trust", "add", keys / "other.pub", "--fingerprint", KEY.public.fingerprint, exit_code=2)
    assert wrong["code"] == "E-FINGERPRINT"
    typed = run("trust", "add", keys / "other.pub", "--name", "Hall 30", typed=print_of.lower() + "\n")
    assert typed.exit_code == 0, typed.output
    assert [(key["name"], key["state"]) for key in answer("trust", "list")["keys"]] == [
        ("test", "built-in"), ("Hall 30", "added"),
    ]  # fmt: skip
    file = tmp_path / "x.peerbundle"
    file.write_bytes(forge.signed(forge.manifest, key=OTHER_KEY))
    assert answer("show", file)["signature"] == "trusted"
    assert answer("trust", "revoke", "--fingerprint", print_of)["code"] == "KEY-REVOKED"
    assert answer("show", file)["signature"] == "revoked"
    assert answer("install", file, "--yes", exit_code=2)["code"] == "E-SIG-UNKNOWN-KEY"
    assert "RÉVOQUÉE" in run("trust", "list", "--lang", "fr").stdout
    assert answer("trust", "revoke", "--fingerprint", "x", exit_code=2)["code"] == "E-KEY-NOT-KNOWN"


def test_bundles_on_sticks_are_listed(
    good_bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    shutil.copy(good_bundle, stick / "a.peerbundle")
    monkeypatch.setattr("peer_desktop.bundle.drives.removable_drives", lambda: [stick])
    assert answer("find")["bundles"] == [str(stick / "a.peerbundle")]


def test_a_question_is_only_asked_where_somebody_can_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    assert bundle_answers.somebody_is_there()


# -- the guide -------------------------------------------------------------------------------------------


def test_every_command_option_and_code_of_the_guide_exists() -> None:
    guide = (program_folder() / "docs" / "ADMIN.md").read_text("utf-8")
    found = dict(commands(group))
    typed = re.findall(r"peer-desktop-cli bundle ((?:[a-z-]+ ?)+)((?:.*\\\n)*.*)", guide)
    assert len(typed) > 20
    used = set()
    for words, rest in typed:
        name = next(name for name in sorted(found, key=len, reverse=True) if words.startswith(name))
        used.add(name.split()[0])
        options = {option for parameter in found[name].params for option in parameter.opts}
        assert set(re.findall(r"(?<!\S)(--?[a-z][a-z-]*)", rest)) <= options, (name, rest)
    assert used == set(group.commands)
    assert set(re.findall(r"`(--[a-z-]+)", guide)) <= set(bundle_wording.OPTIONS)


def test_every_code_that_can_be_met_is_in_the_guide() -> None:
    guide = (program_folder() / "docs" / "ADMIN.md").read_text("utf-8")
    told = set(re.findall(r"\bE-[A-Z]+(?:-[A-Z]+)*\b", guide))
    modules = (problems, refusals, preparing_process)
    kinds = [kind for module in modules for kind in vars(module).values() if isinstance(kind, type)]
    met = {kind.code for kind in kinds if issubclass(kind, BundleProblem)} | {BuildRefused.code}
    assert {code for code in met if code.startswith("E-")} - {"E-PROBLEM"} == told
