"""Resources narrow by topic, type and language, and a count says what choosing would leave."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import Resource
from peer_desktop.models.resource_list import ASPECTS, Narrowing, ResourceList
from peer_desktop.models.two_lines import SECOND_LINE

REPORT = Resource(
    id="report",
    type="report",
    title=Bilingual("Making the case"),
    authors=(),
    year="2016",
    publisher=None,
    url=None,
    languages=("en",),
    topics=("evidence", "canada"),
    annotation=Bilingual(),
    verified="yes",
)
ARTICLE = replace(REPORT, id="article", type="article", topics=("evidence",))
VIDEO = replace(
    REPORT,
    id="video",
    type="video",
    topics=("canada",),
    languages=("en", "fr"),
    title=Bilingual("Talk", "Parler"),
)
ALL = (REPORT, ARTICLE, VIDEO)


def test_nothing_asked_keeps_everything_in_its_order() -> None:
    assert Narrowing().kept(ALL) == ALL


def test_aspects_narrow_each_other() -> None:
    assert Narrowing(topic="canada").kept(ALL) == (REPORT, VIDEO)
    assert Narrowing(topic="canada", language="fr").kept(ALL) == (VIDEO,)
    assert Narrowing(topic="canada", type="article").kept(ALL) == ()


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("narrowing", [Narrowing(), Narrowing(topic="evidence"), Narrowing(language="fr")])
def test_a_count_says_what_choosing_would_leave(aspect: str, narrowing: Narrowing) -> None:
    for value in ("canada", "evidence", "report", "article", "video", "en", "fr"):
        count = narrowing.counts(aspect, ALL)[value]
        if count:
            assert len(narrowing.with_value(aspect, value).kept(ALL)) == count


@pytest.fixture
def model(qtbot: object) -> ResourceList:
    model = ResourceList(lambda resource: f"{resource.type}, {resource.year}", Language.ENGLISH)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_resources(ALL, Language.FRENCH)
    return model


def test_a_resource_is_shown_by_title_with_what_it_is(model: ResourceList) -> None:
    shown = [
        (model.index(row, 0).data(), model.index(row, 0).data(SECOND_LINE)) for row in range(model.rowCount())
    ]
    assert shown == [
        ("Making the case", "report, 2016"),
        ("Making the case", "article, 2016"),
        ("Parler", "video, 2016"),
    ]
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Parler, video, 2016"


def test_a_resource_is_found_by_its_id(model: ResourceList) -> None:
    assert model.row_of("video") == 2
    assert model.row_of("nothing") is None
    assert model.resource(1) == ARTICLE
