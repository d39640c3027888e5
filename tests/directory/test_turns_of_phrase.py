"""Words say more together than one by one: an age, a loss, a woman, what somebody does not want."""

import pytest

from peer_desktop.directory.tokens import words_of
from peer_desktop.directory.turns_of_phrase import BEREAVED, WOMEN, YOUTH, Told, told_by


def told(text: str) -> Told:
    return told_by(words_of(text))


@pytest.mark.parametrize("text", ["I'm 15", "j'ai 12 ans", "an 8 year old", "she is 17"])
def test_the_age_of_a_child_asks_for_youth(text: str) -> None:
    ((said, label),) = told(text).asks
    assert said[0].isdigit() and label == YOUTH


@pytest.mark.parametrize("text", ["branch 17", "I'm 45", "12 Wing", "40 year old"])
def test_other_numbers_do_not(text: str) -> None:
    assert told(text).asks == ()


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("kids lost their dad last year", {"lost", "dad"}),
        ("she lost her only son", {"lost", "son"}),
        ("j'ai perdu ma meilleure amie", {"perdu", "amie"}),
        ("losing my husband", {"losing", "husband"}),
    ],
)
def test_who_lost_somebody_is_bereaved_and_does_not_ask_for_that_person(text: str, beside: set[str]) -> None:
    ((said, label),) = told(text).asks
    assert label == BEREAVED
    assert set(said) == told(text).not_meant == beside


@pytest.mark.parametrize("text", ["lost my job", "perdu mon emploi", "lost touch with my brother", "lost"])
def test_other_losses_are_none_of_a_person(text: str) -> None:
    assert told(text) == Told((), (), frozenset())


@pytest.mark.parametrize("text", ["she needs a group", "vétérane de Québec", "policières"])
def test_a_woman_adds_what_is_for_women(text: str) -> None:
    assert told(text).adds == (WOMEN,)


def test_what_is_not_wanted_is_left_out_and_what_is_lacking_is_asked() -> None:
    assert told("jaser, pas une ligne de crise").not_meant == {"ligne", "crise"}
    assert told("not a crisis line please").not_meant == {"crisis", "line"}
    assert told("no money for food").not_meant == frozenset()
    assert told("sans diagnostic").not_meant == frozenset()


@pytest.mark.parametrize("text", ["pulled a kid out of the water", "the baby stopped breathing"])
def test_a_child_that_is_told_of_is_not_the_one_who_needs_help(text: str) -> None:
    assert len(told(text).not_meant) == 1


@pytest.mark.parametrize("text", ["camp for a kid", "single dad with a baby", "my kid is scared", "the kids"])
def test_a_child_of_ones_own_is(text: str) -> None:
    assert told(text).not_meant == frozenset()


@pytest.mark.parametrize(
    "text", ["not the man I married", "pas le même depuis la Bosnie", "not with my family"]
)
def test_how_somebody_has_changed_is_not_what_is_not_wanted(text: str) -> None:
    assert told(text).not_meant == frozenset()
