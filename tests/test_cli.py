"""What a person or a program gets from the terminal, on the directory that ships."""

import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from peer_desktop import paths
from peer_desktop.cli import command_line
from peer_desktop.directory.language import Language
from peer_desktop.terminal import wording
from peer_desktop.terminal.two_languages import asked_language, name_of


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all, so that the index is derived once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def person(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody whose system speaks English."""
    monkeypatch.setenv("PEER_DESKTOP_HOME", str(home))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def run(*words: str) -> Result:
    return CliRunner().invoke(command_line, words, prog_name="peer-desktop-cli")


def answer(*words: str) -> Any:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


# -- search --------------------------------------------------------------------------------------------------


def test_a_search_prints_one_object_of_the_shape_that_other_programs_rely_on() -> None:
    found = answer("search", "greif", "--near", "Moncton", "--limit", "2")
    assert list(found) == ["query", "total", "origin", "corrections", "listings", "facets"]
    assert found["origin"] == {"name": "Moncton, NB", "lat": 46.09454, "lon": -64.7965}
    assert found["corrections"] == {"greif": "grief"}
    assert len(found["listings"]) == 2 <= found["total"]
    for listing in found["listings"]:
        assert list(listing) == ["id", "kind", "name", "organization", "distance_km"]
    for facet, values in found["facets"].items():
        assert values, facet
        for value in values:
            assert list(value) == ["value", "label", "count", "state"]
    assert list(found["facets"])[:3] == ["audience", "topic", "format"]


def test_without_a_question_every_listing_is_found_and_the_origin_is_null() -> None:
    found = answer("search")
    assert found["total"] == len(found["listings"]) == 282
    assert found["origin"] is None
    assert {listing["distance_km"] for listing in found["listings"]} == {None}


def test_a_count_says_what_where_finds() -> None:
    for value in answer("search")["facets"]["topic"]:
        assert answer("search", "--where", f"topic={value['value']}")["total"] == value["count"]


def test_values_of_one_facet_widen_and_facets_narrow_each_other() -> None:
    grief = answer("search", "--where", "topic=grief-loss")["total"]
    either = answer("search", "--where", "topic=grief-loss", "--where", "topic=homelessness")["total"]
    both = answer("search", "--where", "topic=grief-loss", "--where", "cost=free")["total"]
    assert both < grief < either


def test_not_leaves_out_and_the_state_of_each_value_is_told() -> None:
    found = answer("search", "--where", "format=phone", "--not", "kind=place")
    states = {value["value"]: value["state"] for value in found["facets"]["kind"]}
    assert states["place"] == "excluded"
    states = {value["value"]: value["state"] for value in found["facets"]["format"]}
    assert states["phone"] == "chosen"
    assert {listing["kind"] for listing in found["listings"]} == {"program"}


@pytest.mark.parametrize(
    "pair",
    ["topics=grief-loss", "Topic=Grief and loss", "Sujet=Deuil et perte", "TOPIC=GRIEF-LOSS"],
)
def test_a_facet_and_a_value_may_be_named_as_the_tables_or_the_screen_name_them(pair: str) -> None:
    assert answer("search", "--where", pair)["query"]["where"] == ["topic=grief-loss"]


@pytest.mark.parametrize(
    ("column", "facet"), [("languages=fr", "language=fr"), ("identity_specific=no", "identity=no")]
)
def test_columns_of_the_exchanged_tables_are_understood(column: str, facet: str) -> None:
    assert answer("search", "--where", column) == answer("search", "--where", facet)


def test_what_lies_within_a_distance_is_kept_and_measured_from_the_place() -> None:
    found = answer("search", "--near", "K1A", "--within", "50", "--sort", "distance")
    away = [listing["distance_km"] for listing in found["listings"]]
    assert away and away == sorted(away) and away[-1] <= 50


def test_serves_finds_the_local_the_provincial_and_the_national() -> None:
    ids = {listing["id"] for listing in answer("search", "--serves", "Moncton")["listings"]}
    assert {"osiss", "nb-cism"} <= ids
    assert "urgences-sante-pairs-aidants" not in ids


def test_the_language_changes_names_and_labels() -> None:
    found = answer("search", "ssbso", "--lang", "fr", "--limit", "3")
    names = [listing["name"] for listing in found["listings"]]
    assert "Soutien social aux blessures de stress opérationnel (SSBSO)" in names
    assert "Deuil et perte" in {value["label"] for value in found["facets"]["topic"]}


@pytest.mark.parametrize("words", ['"', "*", "NEAR(", "- -", "x" * 10_000, "😀", "a OR", "%", "\\"])
def test_anything_typed_is_words_and_never_an_error(words: str) -> None:
    result = run("search", "--json", "--", words)
    assert result.exit_code == 0 and json.loads(result.stdout)["total"] >= 0


def test_explain_says_why_a_listing_stands_where_it_does() -> None:
    found = answer("search", "osiss", "--serves", "NB", "--explain")
    why = found["listings"][0]["why"]
    (word,) = why["words"]
    assert why["holds_all"] and word["said"] == "osiss" and "name" in word["fields"] and word["impact"] > 0
    assert why["factors"]["name"] > 1
    assert math.prod(why["factors"].values()) == pytest.approx(why["score"], rel=0.01)
    assert {"widened", "partial_from"} <= set(found)
    scores = [one["why"]["score"] for one in found["listings"] if one["why"]["holds_all"]]
    assert scores == sorted(scores, reverse=True)


def test_explain_says_the_same_in_words() -> None:
    told = run("search", "cop's wife", "--explain", "--limit", "1", "--lang", "en").stdout
    assert "cop: " in told and "police" in told and "spouse" in told and "holds all the words · " in told
    told = run("search", "cop's wife", "--explain", "--limit", "1", "--lang", "fr").stdout
    assert "contient tous les mots · " in told and "soutien par les pairs" not in told.split(" = ")[-1]


def test_the_table_shows_name_organization_and_id_and_how_many_more_there_are() -> None:
    result = run("search", "--limit", "1")
    assert result.exit_code == 0
    assert "282 listings found" in result.stdout and "281 more" in result.stdout


def test_an_empty_answer_names_the_condition_whose_removal_helps_most() -> None:
    result = run("search", "zzzzqqq", "--lang", "fr")
    assert "Rien trouvé." in result.stdout
    assert "Sans ces mots, il y aurait 282 fiches." in result.stdout
    result = run("search", "osiss", "--where", "cost=fee")
    assert "Without “Cost” there would be" in result.stdout


# -- what cannot be understood -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["search", "--where", "topc=ptsd-osi"], "There is no facet “topc”. Nearest: topic"),
        (["search", "--where", "sujets=x", "--lang", "fr"], "Il n'y a pas de critère «\xa0sujets\xa0»."),
        (["search", "--not", "topic=greif-loss"], "not a value of topic. Nearest: grief-loss"),
        (["search", "--where", "topic"], "FACET=VALUE"),
        (["search", "--near", "Monctn"], "No place in Canada is known as “Monctn”. Nearest: Moncton, NB"),
        (["search", "--serves", "Qwxyz", "--lang", "fr"], "Aucun lieu au Canada"),
        (["search", "--near", "X9Z"], "No place in Canada is known as “X9Z”."),
        (["search", "--within", "20"], "needs a town or postal code"),
        (["search", "--near", "Ontario", "--within", "20"], "needs a town or postal code"),
        (["search", "--near", "Moncton", "--within", "-3"], "--within needs kilometres above zero"),
        (["search", "--near", "Moncton", "--within", "nan"], "--within needs kilometres above zero"),
        (["search", "--sort", "nearest"], "Nearest: best, name, distance"),
        (["search", "--limit", "few"], "--limit cannot be that."),
        (["search", "--nearby", "x"], "There is no option --nearby. Nearest: --near"),
        (["serch"], "There is no command serch. Nearest: search."),
        (["serch", "--lang", "fr"], "La commande serch n'existe pas."),
        (["show"], "ID is missing."),
        (["show", "osis"], "This directory has no listing “osis”. Nearest: osiss"),
        (["show", "osis", "--lang=fr"], "Ce répertoire n'a pas de fiche «\xa0osis\xa0»."),
        (["search", "--lang", "de"], "--lang cannot be that. Nearest: en or fr."),
        (["places", "Qwxyz"], "No place in Canada is known as “Qwxyz”."),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_said_in_one_sentence_with_the_nearest_right_ones(
    words: list[str], sentence: str
) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_a_name_that_many_places_share_is_taken_for_the_largest_and_the_others_are_named() -> None:
    result = run("search", "--near", "Windsor", "--json")
    assert json.loads(result.stdout)["origin"]["name"] == "Windsor, ON"
    assert "Windsor, NS" in result.stderr
    assert answer("search", "--near", "Windsor, NS")["origin"]["name"] == "Windsor, NS"


@pytest.mark.parametrize("content", [None, b"", b"no directory", b"SQLite format 3\0" + bytes(200)])
def test_a_broken_directory_is_said_and_left_as_it_is(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "directory.sqlite"
    if content is not None:
        file.write_bytes(content)
    result = run("search", "--directory", str(file))
    assert result.exit_code == 2
    assert "directory" in result.stderr and "Traceback" not in result.stderr
    assert (file.read_bytes() if file.exists() else None) == content


# -- the other commands --------------------------------------------------------------------------------------


def test_show_tells_a_listing_whole() -> None:
    listing = answer("show", "osiss")
    assert listing["id"] == "osiss"
    assert listing["name"]["fr"].startswith("Soutien social")
    assert listing["phones"][0]["number"] == "+18008836094"
    assert listing["checked_on"] is None and listing["source_date"]
    text = run("show", "osiss", "--lang", "fr").stdout
    assert "1-800-883-6094" in text and "Pour qui" in text and "Sources" in text


def test_show_lists_values_in_the_order_of_their_facet_and_whom_a_listing_serves() -> None:
    text = " ".join(run("show", "osiss").stdout.split())
    assert "For whom Veterans, Serving members, Reservists, Families, Spouses and partners Topic" in text
    assert "One-on-one or group One-on-one, Group" in text
    assert "Serves Canada-wide" in text


def test_terms_are_found_by_their_words() -> None:
    assert len(answer("terms")) == 80
    assert "harm reduction" in [term["name"]["en"] for term in answer("terms", "réduction des mefaits")[:3]]
    assert "réduction" in run("terms", "harm", "reduction", "--lang", "fr").stdout


def test_resources_are_found_by_their_words() -> None:
    assert len(answer("resources")) == 47
    assert "burke-2019" in [resource["id"] for resource in answer("resources", "stigma", "empowerment")]
    assert "doi.org" in run("resources", "stigma").stdout


def test_places_are_found_by_name_and_postal_code() -> None:
    assert answer("places", "Moncton")[0]["province"] == "NB"
    assert answer("places", "e1c 1a1")[0]["kind"] == "postal"
    assert "Moncton, NB" in run("places", "moncton").stdout


def test_crisis_lines_show_a_shared_number_once_and_never_a_retired_one() -> None:
    text = run("crisis").stdout
    assert text.count("1-800-268-7708") == 1
    assert "9-8-8" in text and "9-1-1" in text
    assert "833-456-4566" not in text and "800-667-5005" not in text


def test_crisis_lines_are_there_without_any_directory(tmp_path: Path) -> None:
    result = run("crisis", "--directory", str(tmp_path / "none.sqlite"))
    assert result.exit_code == 0
    assert "9-8-8" in result.stdout and result.stderr
    lines = json.loads(run("crisis", "--json", "--directory", str(tmp_path / "none.sqlite")).stdout)
    assert all(line["pinned"] for line in lines)


def test_build_makes_the_directory_that_ships(tmp_path: Path) -> None:
    target = tmp_path / "directory.sqlite"
    result = run("build", str(paths.source_folder()), "-o", str(target))
    assert result.exit_code == 0, result.stderr
    assert "282 listings" in result.stdout
    assert answer("search", "--directory", str(target))["total"] == 282


def test_build_names_every_fault_and_writes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "directory.sqlite"
    result = run("build", str(tmp_path / "nowhere"), "-o", str(target), "--lang", "fr")
    assert result.exit_code == 2
    assert result.stderr.count("\n") > 5
    assert "Le répertoire n'a pas été produit" in result.stderr
    assert not target.exists()


# -- words ---------------------------------------------------------------------------------------------------


def test_every_command_and_option_is_explained_in_both_languages() -> None:
    for command in command_line.commands.values():
        assert command.name in wording.COMMANDS
        for option in command.params:
            if isinstance(option, click.Option):
                assert name_of(option) in wording.OPTIONS, (command.name, option.opts)
    for words in (*wording.COMMANDS.values(), *wording.OPTIONS.values()):
        assert words.en and words.fr


def test_help_is_in_the_language_asked() -> None:
    assert "Utilisation : peer-desktop-cli search" in run("search", "--lang", "fr", "--help").stdout
    assert "Usage: peer-desktop-cli search" in run("search", "--help").stdout
    assert "Trouver, sans Internet" in run("--lang", "fr", "--help").stdout
    assert "Rien trouvé." in run("--lang", "fr", "search", "zzzzqqq").stdout


def test_the_system_says_the_language_when_nobody_else_does() -> None:
    assert asked_language(["search"], {"LANG": "fr_CA.UTF-8"}) is Language.FRENCH
    assert asked_language(["search"], {"LANG": "fr_CA.UTF-8", "LC_ALL": "C"}) is Language.ENGLISH
    assert asked_language(["search", "--lang=en"], {"LANG": "fr_CA"}) is Language.ENGLISH
    assert asked_language(["search", "--", "--lang", "fr"], {}) is Language.ENGLISH


def test_record_text_gives_no_orders_to_the_terminal() -> None:
    from peer_desktop.terminal.as_json import written
    from peer_desktop.terminal.in_words import literal

    hostile = "\x1b]0;owned\x07[red]name[/red] \u202eevil\x9b31m"
    shown = literal(hostile).plain
    assert not any(character in shown for character in "\x1b\x07\u202e\x9b")
    assert "[red]name[/red]" in shown
    assert (
        "\x9b" not in written({"name": hostile}) and json.loads(written({"name": hostile}))["name"] == hostile
    )


def test_a_search_from_the_terminal_loads_no_qt_and_prints_utf8(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['peer-desktop-cli', 'search', 'légion', '--json']\n"
        "from peer_desktop.cli import main\n"
        "try: main()\n"
        "finally: print([name for name in sys.modules if 'PySide6' in name], file=sys.stderr)"
    )
    environment = {"PEER_DESKTOP_HOME": str(tmp_path), "PATH": "", "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=False)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["query"]["text"] == "légion"
    assert done.stderr.decode().strip() == "[]"
