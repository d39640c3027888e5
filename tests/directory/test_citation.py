"""A citation can be pasted into a paper, in either language."""

from dataclasses import replace

import pytest

from peer_desktop.directory.citation import citation
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import Resource

ARTICLE = Resource(
    id="burke-2019",
    type="article",
    title=Bilingual("The effects of peer support: A meta-analysis"),
    authors=("Burke, E.", "Pyle, M.", "Morrison, A. P."),
    year="2019",
    publisher="Stigma and Health, 4(3), 337-356",
    url="https://doi.org/10.1037/sah0000148",
    languages=("en",),
    topics=(),
    annotation=Bilingual(),
    verified="yes",
)
GUIDE = replace(
    ARTICLE,
    type="guide",
    title=Bilingual("Peer support guidelines", "Lignes directrices"),
    authors=("Atlas Institute for Veterans and Families",),
    publisher="Atlas Institute for Veterans and Families",
    year=None,
    url=None,
)


def test_an_article_names_its_authors_its_journal_and_its_pages() -> None:
    assert citation(ARTICLE, Language.ENGLISH) == (
        "Burke, E., Pyle, M., & Morrison, A. P. (2019). The effects of peer support: A meta-analysis. "
        "Stigma and Health, 4(3), 337–356. https://doi.org/10.1037/sah0000148"
    )


def test_in_french_the_last_author_follows_et() -> None:
    assert citation(ARTICLE, Language.FRENCH).startswith("Burke, E., Pyle, M. et Morrison, A. P. (2019). ")


def test_a_publisher_that_is_the_author_is_named_once_and_no_date_is_said() -> None:
    assert citation(GUIDE, Language.ENGLISH) == (
        "Atlas Institute for Veterans and Families. (n.d.). Peer support guidelines."
    )
    assert citation(GUIDE, Language.FRENCH) == (
        "Atlas Institute for Veterans and Families. (s.d.). Lignes directrices."
    )


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        (("Mirbahaeddin, E.", "Chreim, S."), "Mirbahaeddin, E., & Chreim, S. (2019)."),
        (("Body One", "Body Two"), "Body One & Body Two. (2019)."),
        (("Forchuk, C.", "et al."), "Forchuk, C., et al. (2019)."),
    ],
)
def test_two_authors_and_others(authors: tuple[str, ...], said: str) -> None:
    assert citation(replace(ARTICLE, authors=authors), Language.ENGLISH).startswith(said)


def test_without_an_author_the_title_stands_first() -> None:
    said = citation(replace(ARTICLE, authors=(), publisher=None, url=None), Language.ENGLISH)
    assert said == "The effects of peer support: A meta-analysis. (2019)."


def test_a_question_mark_ends_a_title() -> None:
    said = citation(replace(ARTICLE, title=Bilingual("What works?"), publisher=None), Language.ENGLISH)
    assert " (2019). What works? https://" in said


@pytest.mark.parametrize(
    ("kind", "english", "french"),
    [
        ("podcast", "[Podcast]", "[Balado]"),
        ("video", "[Video]", "[Vidéo]"),
        ("preprint", "[Preprint]", "[Prépublication]"),
        ("report", "", ""),
        ("web-page", "", ""),
    ],
)
def test_what_is_not_a_text_is_named_in_brackets(kind: str, english: str, french: str) -> None:
    resource = replace(ARTICLE, type=kind)
    for language, word in ((Language.ENGLISH, english), (Language.FRENCH, french)):
        said = citation(resource, language)
        assert word in said if word else "[" not in said


def test_a_title_that_says_it_is_a_podcast_is_not_told_so_again() -> None:
    said = citation(replace(ARTICLE, type="podcast", title=Bilingual("A mind (podcast)")), Language.ENGLISH)
    assert "A mind (podcast). " in said
