"""Changes: what follows from the query on screen, and from nothing else."""

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.query import Choice, Place, Query, Sort
from peer_desktop.models.changes import (
    AskInstead,
    ClearConditions,
    Drop,
    LeaveOut,
    NearChoice,
    SearchExactly,
    SortBy,
    Tick,
)

GRIEF = Choice("topic", "grief-loss")
MONCTON = Place(Bilingual("Moncton", "Moncton"), "NB", 46.09, -64.77)


def test_a_tick_keeps_what_was_typed_in_the_meantime() -> None:
    assert Tick(GRIEF).applied_to(Query(text="typed since")) == Query(
        text="typed since", chosen=frozenset({GRIEF})
    )


def test_leaving_out_and_dropping_take_a_tick_away() -> None:
    ticked = Query(chosen=frozenset({GRIEF}))
    assert LeaveOut(GRIEF).applied_to(ticked) == Query(excluded=frozenset({GRIEF}))
    assert Drop(GRIEF).applied_to(ticked) == Query()


def test_a_place_serves_or_is_near_and_is_never_both() -> None:
    serving = NearChoice(MONCTON).applied_to(Query(near=MONCTON, within_km=50))
    assert serving == Query(serves=MONCTON)
    near = NearChoice(MONCTON, 50, serves=False).applied_to(serving)
    assert near == Query(near=MONCTON, within_km=50)
    assert NearChoice(None).applied_to(near) == Query()


def test_a_query_says_which_place_was_chosen() -> None:
    for choice in (NearChoice(None), NearChoice(MONCTON), NearChoice(MONCTON, 25, serves=False)):
        assert NearChoice.of(choice.applied_to(Query())) == choice


def test_an_order_by_distance_ends_with_its_place() -> None:
    by_distance = SortBy(Sort.DISTANCE).applied_to(Query(near=MONCTON))
    assert NearChoice(None).applied_to(by_distance).sort is Sort.BEST
    assert ClearConditions().applied_to(by_distance) == Query()


def test_clearing_conditions_keeps_words_order_and_language() -> None:
    asked = Query(text="grief", chosen=frozenset({GRIEF}), sort=Sort.NAME, language=Language.FRENCH)
    assert ClearConditions().applied_to(asked) == Query(
        text="grief", sort=Sort.NAME, language=Language.FRENCH
    )


def test_words_can_be_searched_exactly_and_corrected_again() -> None:
    exactly = SearchExactly(("vetrans",)).applied_to(Query(text="vetrans"))
    assert exactly.exactly == {"vetrans"}
    assert SearchExactly(("vetrans",), wanted=False).applied_to(exactly) == Query(text="vetrans")


def test_another_query_can_be_asked_altogether() -> None:
    assert AskInstead(Query(text="grief")).applied_to(Query(text="zzz")) == Query(text="grief")
