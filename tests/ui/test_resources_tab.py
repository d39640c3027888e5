"""Peer support is explained first, and what there is to read is found, cited and never opened."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import segno
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from peer_desktop.directory.citation import citation
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.ui import resource_words, understanding
from peer_desktop.ui.qr_picture import QrPicture
from peer_desktop.ui.resources_tab import ResourcesTab


@pytest.fixture(scope="module")
def directory(shipped_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(shipped_directory, today=date(2026, 11, 21))
    yield directory
    directory.close()


@pytest.fixture
def tab(qtbot: QtBot, directory: Directory) -> ResourcesTab:
    return opened(qtbot, directory, Language.ENGLISH)


def opened(qtbot: QtBot, directory: Directory | None, language: Language) -> ResourcesTab:
    tab = ResourcesTab(directory, language)
    qtbot.addWidget(tab)
    tab.resize(1000, 600)
    tab.show()
    qtbot.waitExposed(tab)
    return tab


def page(tab: ResourcesTab) -> list[str]:
    return [label.text() for label in tab.page.widget().findChildren(QLabel)]


def fields(tab: ResourcesTab) -> list[str]:
    return [field.toPlainText() for field in tab.page.widget().findChildren(QPlainTextEdit)]


def with_plain_spaces(text: str) -> str:
    """A text as QPlainTextEdit gives it back."""
    return text.replace("\xa0", " ")


def button(tab: ResourcesTab, words: str) -> QPushButton:
    return next(b for b in tab.page.widget().findChildren(QPushButton) if b.text() == words)


def choose(tab: ResourcesTab, aspect: str, value: str) -> None:
    box = tab.filters.boxes[aspect]
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def rows(tab: ResourcesTab) -> int:
    return tab.list.view.model().rowCount()


def test_it_opens_with_understanding_peer_support(tab: ResourcesTab) -> None:
    assert page(tab)[0] == "Understanding peer support"
    assert tab.understanding.isChecked()
    assert rows(tab) == 47


def test_understanding_is_there_without_a_directory_with_its_sources_named(qtbot: QtBot) -> None:
    tab = opened(qtbot, None, Language.FRENCH)
    assert page(tab)[0] == "Comprendre le soutien par les pairs"
    named = " ".join(fields(tab))
    for section in understanding.read(Language.FRENCH).sections:
        assert all(with_plain_spaces(source.said) in named for source in section.sources)
    assert "No directory is open, and the resources are kept in it." in [
        label.text() for label in tab.list.findChildren(QLabel)
    ]


def test_a_source_opens_the_resource_and_a_word_asks_for_the_glossary(
    tab: ResourcesTab, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tab.term_wanted) as asked:
        button(tab, "lived experience").click()
    assert asked.args == ["lived-experience"]
    button(tab, "Lyons and others, 2021").click()
    qtbot.waitUntil(
        lambda: page(tab)[0].startswith("A systematic review and meta-analysis of group peer support")
    )
    assert not tab.understanding.isChecked()
    tab.understanding.click()
    assert page(tab)[0] == "Understanding peer support"


@pytest.mark.parametrize("language", list(Language))
def test_every_resource_is_shown_with_citation_and_address(
    qtbot: QtBot, directory: Directory, language: Language
) -> None:
    tab = opened(qtbot, directory, language)
    for resource in directory.resources():
        assert tab.open_resource(resource.id)
        assert page(tab)[0] == resource.title.said_in(language)
        cited = with_plain_spaces(citation(resource, language))
        assert fields(tab) == [cited, *([resource.url] if resource.url else [])]
        annotation = resource.annotation.written_in(language)
        assert annotation is None or annotation in page(tab)
        warned = any(words.startswith("Part of this citation was not seen") for words in page(tab))
        assert warned == (resource.verified == "partly")


def test_citation_and_address_are_copied_and_nothing_is_opened(
    qapp: QApplication, tab: ResourcesTab, qtbot: QtBot, directory: Directory
) -> None:
    resource = next(found for found in directory.resources() if found.id == "burke-2019")
    tab.open_resource(resource.id)
    for words, text in (
        ("Copy citation", citation(resource, Language.ENGLISH)),
        ("Copy address", resource.url),
    ):
        with qtbot.waitSignal(tab.text_copied) as told:
            button(tab, words).click()
        assert told.args == [text]
        assert qapp.clipboard().text() == text
    assert not any(label.openExternalLinks() for label in tab.page.widget().findChildren(QLabel))


def test_a_count_says_what_choosing_would_find(tab: ResourcesTab) -> None:
    tab.list.field.setText("veteran")
    for aspect, box in tab.filters.boxes.items():
        for index in range(1, box.count()):
            words, value = box.itemText(index), box.itemData(index)
            promised = int(words[words.rindex("(") + 1 : -1])
            if promised:
                choose(tab, aspect, value)
                assert rows(tab) == promised, words
                choose(tab, aspect, box.itemData(0))


def test_what_would_find_nothing_is_shown_disabled(tab: ResourcesTab) -> None:
    choose(tab, "type", "podcast")
    topics = tab.filters.boxes["topic"]
    model = topics.model()
    states = {
        topics.itemText(row): bool(model.flags(model.index(row, 0)).value & 32)
        for row in range(topics.count())
    }
    assert states["Veterans (1)"]
    assert not states["Homelessness (0)"]
    assert states["All topics"]


def test_the_filters_narrow_each_other_and_the_words(tab: ResourcesTab) -> None:
    choose(tab, "type", "report")
    choose(tab, "language", "fr")
    assert rows(tab) == 1
    tab.list.field.setText("xyzzyxyzzy")
    assert rows(tab) == 0
    [everything] = [b for b in tab.list.findChildren(QPushButton) if b.isVisible()]
    everything.click()
    assert rows(tab) == 47


def test_a_resource_hidden_by_the_filters_is_opened_all_the_same(tab: ResourcesTab) -> None:
    choose(tab, "type", "podcast")
    assert tab.open_resource("lyons-2021")
    assert rows(tab) == 47
    assert not tab.open_resource("no-such-resource")


def test_what_is_read_stays_open_when_the_language_changes(tab: ResourcesTab) -> None:
    tab.open_resource("glossary-v3-2023")
    tab.set_language(Language.FRENCH)
    assert page(tab)[0].startswith("Glossaire des termes")
    tab.open_understanding()
    tab.set_language(Language.ENGLISH)
    assert page(tab)[0] == "Understanding peer support"


def test_clearing_leaves_nothing_of_the_person(tab: ResourcesTab) -> None:
    tab.list.field.setText("grief")
    choose(tab, "language", "en")
    tab.open_resource("lyons-2021")
    tab.clear()
    assert (tab.list.field.text(), rows(tab), page(tab)[0]) == ("", 47, "Understanding peer support")
    assert not tab.list.field.isUndoAvailable()


def test_clearing_goes_back_to_the_top_of_the_list(tab: ResourcesTab) -> None:
    bar = tab.list.view.verticalScrollBar()
    tab.list.choose(40)
    assert bar.value() > 0
    tab.clear()
    assert bar.value() == 0


def test_every_type_and_topic_of_the_directory_has_words(directory: Directory) -> None:
    for resource in directory.resources():
        assert resource_words.type_in_words(resource.type) != resource.type
        for topic in resource.topics:
            assert resource_words.topic_in_words(topic) != topic


def test_the_code_is_the_address(qtbot: QtBot) -> None:
    address = "https://doi.org/10.1037/sah0000148"
    picture = QrPicture(address, "QR code of the address")
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    image = picture.grab().toImage()
    modules = segno.make(address, micro=False).matrix
    side = image.width() // (len(modules) + 8)
    painted = [
        [
            image.pixelColor((x + 4) * side + side // 2, (y + 4) * side + side // 2) == QColor("black")
            for x in range(len(modules))
        ]
        for y in range(len(modules))
    ]
    assert painted == [[bool(module) for module in row] for row in modules]
    assert picture.accessibleName() == "QR code of the address"
