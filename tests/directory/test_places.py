"""Places are found as people write them, recognised in what they type, and never hide the right answer."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.folding import fold
from peer_desktop.directory.query import Place, Query, Results
from tests.directory.invented import Invented, write
from tests.tables import TODAY


@pytest.fixture(scope="module")
def directory(shipped_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(shipped_directory, today=TODAY)
    yield directory
    directory.close()


def named(places: Sequence[Place]) -> list[str]:
    return [f"{place.name.en}, {place.province}" for place in places]


# -- Near


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("St. John's", "St. John's, NL"),
        ("st johns", "St. John's, NL"),
        ("Saint John", "Saint John, NB"),
        ("ST JOHN", "Saint John, NB"),
        ("Saint-Jean-sur-Richelieu", "Saint-Jean-sur-Richelieu, QC"),
        ("st-jean sur richelieu", "Saint-Jean-sur-Richelieu, QC"),
        ("saint-jean", "Saint-Jean-sur-Richelieu, QC"),
        ("Québec", "Quebec, QC"),
        ("QUEBEC", "Quebec, QC"),
        ("Quebec City", "Quebec City, QC"),
        ("ville de Québec", "Quebec City, QC"),
        ("Québec, QC", "Quebec City, QC"),
        ("trois rivieres", "Trois-Rivières, QC"),
        ("Val-d'Or", "Val-d'Or, QC"),
        ("Val d’Or", "Val-d'Or, QC"),
        ("val d or", "Val-d'Or, QC"),
        ("sault sainte marie", "Sault Ste. Marie, ON"),
        ("Moncton, NB", "Moncton, NB"),
        ("moncton nb", "Moncton, NB"),
        ("Moncton (Nouveau-Brunswick)", "Moncton, NB"),
        ("windsor nova scotia", "Windsor, NS"),
        ("Windsor", "Windsor, ON"),
        ("london ont", "London, ON"),
        ("monc", "Moncton, NB"),
        ("Nouvelle-Écosse", "Nova Scotia, NS"),
        ("pei", "Prince Edward Island, PE"),
        ("N.-B.", "New Brunswick, NB"),
    ],
)
def test_a_place_is_found_as_people_write_it(directory: Directory, typed: str, first: str) -> None:
    assert named(directory.places(typed))[0] == first


@pytest.mark.parametrize("typed", ["E1C", "e1c", "E1C 1A1", "e1c1a1", " E1C-1A1 "])
def test_a_postal_code_is_the_middle_of_its_area(directory: Directory, typed: str) -> None:
    (place,) = directory.places(typed)
    assert (place.kind, place.province) == ("postal", "NB")
    assert place.name.en is not None and place.name.en.startswith("E1C")
    assert 46 < place.latitude < 46.2


@pytest.mark.parametrize("typed", ["", "   ", ",", "X0X 0X0", "zzzzzz", "()", "日本", "\ud800"])
def test_what_is_no_place_finds_none(directory: Directory, typed: str) -> None:
    assert directory.places(typed) == ()


def test_a_town_and_the_province_of_one_name_are_both_offered(directory: Directory) -> None:
    kinds = [place.kind for place in directory.places("Québec")[:2]]
    assert kinds == ["province", "town"]


def test_places_that_people_confuse_are_both_offered(directory: Directory) -> None:
    assert {"St. John's, NL", "Saint John, NB"} <= set(named(directory.places("St. John's")))
    assert {"St. John's, NL", "Saint John, NB"} <= set(named(directory.places("Saint John")))


def test_no_more_places_than_asked_and_each_once(directory: Directory) -> None:
    places = directory.places("saint", limit=5)
    assert len(places) == 5 == len(set(places))


def test_the_nearest_spelling_is_offered_for_a_sentence(directory: Directory) -> None:
    assert named(directory.nearest_places("Monctn"))[0] == "Moncton, NB"


# -- in the words of a search


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("grief moncton", "Moncton, NB", ("moncton",)),
        ("Moncton grief", "Moncton, NB", ("moncton",)),
        ("couples in Halifax please", "Halifax, NS", ("halifax",)),
        ("deuil à Trois-Rivières", "Trois-Rivières, QC", ("trois", "rivieres")),
        ("groupe d'Ottawa", "Ottawa, ON", ("ottawa",)),
        ("St. John's grief", "St. John's, NL", ("st", "john", "s")),
        ("saint john grief", "Saint John, NB", ("saint", "john")),
        ("grief windsor nova scotia", "Windsor, NS", ("windsor", "nova", "scotia")),
        ("grief in Windsor, NS", "Windsor, NS", ("windsor", "ns")),
        ("addiction london ontario", "London, ON", ("london", "ontario")),
        ("grief quebec", "Quebec, QC", ("quebec",)),
        ("grief quebec city", "Quebec City, QC", ("quebec", "city")),
        ("veterans pei", "Prince Edward Island, PE", ("pei",)),
        ("help for vets NB", "New Brunswick, NB", ("nb",)),
        ("ptsd calgray ", "Calgary, AB", ("calgray", "calgary")),
        ("retreat near North Bay", "North Bay, ON", ("north", "bay")),
    ],
)
def test_a_place_among_the_words_is_recognised(
    directory: Directory, text: str, place: str, words: tuple[str, ...]
) -> None:
    found = directory.search(Query(text)).found_place
    assert found is not None
    assert (named([found.place]), found.words) == ([place], words)


@pytest.mark.parametrize(
    "text",
    [
        "hope for families",
        "golden retriever",
        "reading group",
        "HELP ON WEEKENDS",
        "trail riding",
        "in need of support",
        "Wings of Change",
        "North Bay MFRC",
        "Soldier On",
    ],
)
def test_words_that_are_also_places_stay_words(directory: Directory, text: str) -> None:
    assert directory.search(Query(text)).found_place is None


def test_a_postal_prefix_among_the_words_is_a_place(directory: Directory) -> None:
    found = directory.search(Query("groupe e1c 1a1")).found_place
    assert found is not None and found.place.kind == "postal" and found.words == ("e1c", "1a1")


def test_the_place_people_may_have_meant_is_offered_too(directory: Directory) -> None:
    found = directory.search(Query("grief st john")).found_place
    assert found is not None
    assert named([found.place]) == ["Saint John, NB"] and named(found.others) == ["St. John's, NL"]


def test_searching_the_words_exactly_takes_the_place_back(directory: Directory) -> None:
    found = directory.search(Query("grief moncton")).found_place
    assert found is not None
    again = directory.search(Query("grief moncton", exactly=frozenset(found.words)))
    assert again.found_place is None and again.origin is None


def test_a_place_that_is_asked_is_not_looked_for_in_the_words(directory: Directory) -> None:
    halifax = directory.places("Halifax")[0]
    results = directory.search(Query("grief moncton", near=halifax))
    assert results.found_place is None and results.origin == halifax


def test_national_listings_stay_when_a_place_is_recognised(directory: Directory) -> None:
    results = directory.search(Query("grief moncton"))
    assert "hope-bereavement" in ids(directory, results)


def test_of_two_places_of_one_name_the_one_with_the_right_listing_is_taken(directory: Directory) -> None:
    results = directory.search(Query("landing strong windsor"))
    assert results.found_place is not None
    assert named([results.found_place.place]) == ["Windsor, NS"]
    assert "Windsor, ON" in named(results.found_place.others)
    assert "landing-strong" in ids(directory, results)[:2]


def test_a_quarter_of_a_larger_town_is_not_taken_for_the_town_of_its_name(directory: Directory) -> None:
    for town in ("Sherbrooke, QC", "Aylmer, QC"):  # Aylmer is a quarter too, but the largest of its name
        results = directory.search(Query(f"dort dans son char {town.split(',')[0]} "))
        assert results.found_place is not None
        assert named([results.found_place.place]) == [town]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("deuil Gaspésie ", "Gaspé Peninsula, QC"),
        ("veterans Manitoulin Island ", "Manitoulin Island, ON"),
        ("legion cape breton ", "Cape Breton, NS"),
        ("family help 17 Wing ", "17 Wing, MB"),
        ("groupe BFC Gagetown ", "CFB Gagetown, NB"),
    ],
)
def test_regions_and_bases_are_places(directory: Directory, text: str, place: str) -> None:
    results = directory.search(Query(text))
    assert results.found_place is not None and named([results.found_place.place]) == [place]


@pytest.mark.parametrize("text", ["mes enfants ont peur de leur père ", "ils ont tué mon ami "])
def test_french_ont_is_a_verb(directory: Directory, text: str) -> None:
    assert directory.search(Query(text)).found_place is None
    english = directory.search(Query("first responder help ont "))
    assert english.found_place is not None and english.found_place.place.province == "ON"


def test_a_word_of_every_fifth_listing_is_no_town_beside_its_province(directory: Directory) -> None:
    results = directory.search(Query("vétéran, Alberta "))  # there is a Veteran in Alberta
    assert results.found_place is not None and results.found_place.place.kind == "province"


def test_a_town_behind_port_or_fort_is_another_one(directory: Directory) -> None:
    found = directory.search(Query("port dalhousie hall ")).found_place
    assert found is None or found.place.name.en != "Dalhousie"


@pytest.mark.parametrize("town", ["Caraquet", "Matane", "Fernie", "Bellechasse"])
def test_the_name_of_a_place_is_never_mended_to_a_word(directory: Directory, town: str) -> None:
    results = directory.search(Query(f"{town}, pompier "))
    assert fold(town) not in results.corrections or town == "Bellechasse"


def test_too_few_that_serve_the_place_hold_everything_then_those_that_hold_the_most(tmp_path: Path) -> None:
    listings = [
        *(Invented(f"far-{n}", name=f"Grief horses {n}", serves=("AB",)) for n in range(20)),
        Invented("here", name="Grief", serves=("NB",)),
    ]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    results = directory.search(Query("grief horses ", serves=directory.places("NB")[0]))
    assert ids(directory, results) == ["here"] and results.partial_from == 0
    directory.close()


def test_a_place_that_would_leave_nothing_is_left_as_words(tmp_path: Path) -> None:
    only = Invented("a", name="Moncton lighthouse", serves=("ON",))
    directory = Directory.open(write(tmp_path / "d.sqlite", [only]), today=TODAY)
    results = directory.search(Query("lighthouse moncton"))
    assert results.found_place is None and results.total == 1


# -- whom it serves, and how far it is


SERVING = [
    Invented(
        "a-far-place", kind="place", town="Saint John", province="NB", point=(45.27, -66.06), serves=("NB",)
    ),
    Invented("b-online", facets={"format": ("online",)}, serves=("CA",)),
    Invented("c-national", facets={"format": ("in-person", "online")}, serves=("CA",)),
    Invented("d-province", serves=("NB", "NS")),
    Invented(
        "e-next-door", kind="place", town="Moncton", province="NB", point=(46.10, -64.80), serves=("NB",)
    ),
    Invented(
        "f-over-the-border",
        kind="place",
        town="Amherst",
        province="NS",
        point=(45.83, -64.21),
        serves=("NS",),
    ),
    Invented("g-elsewhere", serves=("AB",)),
    Invented("h-of-the-town", town="Moncton", province="NB", point=(46.08, -64.78), serves=("AB",)),
]
MONCTON = "Moncton, NB"


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Directory]:
    directory = Directory.open(write(tmp_path / "d.sqlite", SERVING), today=TODAY)
    yield directory
    directory.close()


def ids(directory: Directory, results: Results) -> list[str]:
    return [row.id for row in directory.rows(results.numbers.tolist())]


def test_what_serves_a_place_stands_local_provincial_national_online(serving: Directory) -> None:
    results = serving.search(Query(serves=serving.places(MONCTON)[0]))
    assert results.reaches is not None
    assert list(zip(ids(serving, results), results.reaches.tolist(), strict=True)) == [
        ("e-next-door", 0),
        ("h-of-the-town", 0),
        ("f-over-the-border", 0),
        ("d-province", 1),
        ("c-national", 2),
        ("b-online", 3),
    ]


def test_a_place_far_away_in_the_province_does_not_serve_the_town(serving: Directory) -> None:
    assert "a-far-place" not in ids(serving, serving.search(Query(serves=serving.places(MONCTON)[0])))
    assert "a-far-place" in ids(serving, serving.search(Query(serves=serving.places("New Brunswick")[0])))


def test_kilometres_are_measured_from_the_place(serving: Directory) -> None:
    place = serving.places(MONCTON)[0]
    results = serving.search(Query(near=place))
    assert results.origin == place and results.reaches is None and results.distances_km is not None
    far = dict(zip(ids(serving, results), results.distances_km.tolist(), strict=True))
    assert 0 < far["e-next-door"] < 2 and 45 < far["f-over-the-border"] < 60
    assert far["c-national"] != far["c-national"], "what has no place has no distance"
    assert ids(serving, results)[:2] == ["e-next-door", "h-of-the-town"]


def test_within_keeps_what_lies_that_close(serving: Directory) -> None:
    place = serving.places(MONCTON)[0]
    assert set(ids(serving, serving.search(Query(near=place, within_km=5)))) == {
        "e-next-door",
        "h-of-the-town",
    }
    assert "f-over-the-border" in ids(serving, serving.search(Query(near=place, within_km=80)))


def test_near_a_place_what_serves_it_not_comes_last(serving: Directory) -> None:
    results = serving.search(Query("group ", near=serving.places(MONCTON)[0]))
    assert set(ids(serving, results)[-2:]) == {"a-far-place", "g-elsewhere"}


def test_points_follow_the_results_and_say_what_is_no_door(serving: Directory) -> None:
    results = serving.search(Query())
    assert results.points.numbers.tolist() == [1, 5, 6, 8]
    assert results.points.coordinates.shape == (4, 2)
    assert results.points.coordinates[1].tolist() == pytest.approx([46.10, -64.80], abs=1e-4)
    assert not results.points.exact.any()
