"""Writes one resource on a page: what it says, its full citation, and its address, which is never opened."""

from PySide6.QtCore import QCoreApplication

from peer_desktop.directory.citation import citation
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Resource
from peer_desktop.ui import resource_words, wording
from peer_desktop.ui.qr_picture import QrPicture
from peer_desktop.ui.reading_page import ReadingPage

translate = QCoreApplication.translate


def write(page: ReadingPage, resource: Resource, language: Language) -> None:
    """Write the whole page."""
    page.begin(resource.title.said_in(language), resource_words.description(resource))
    if annotation := wording.marked(resource.annotation, language):
        page.text(annotation)
    if resource.topics:
        topics = ", ".join(resource_words.topic_in_words(topic) for topic in resource.topics)
        page.text(translate("ResourcePage", "Topics: {topics}").format(topics=topics), calm=True)
    _write_citation(page, resource, language)
    _write_address(page, resource.url)
    page.end()


def _write_citation(page: ReadingPage, resource: Resource, language: Language) -> None:
    cited = citation(resource, language)
    heading = translate("ResourcePage", "Citation")
    page.heading(heading)
    if resource.verified != "yes":
        page.text(
            translate(
                "ResourcePage", "Part of this citation was not seen on a page: check it before you use it."
            )
        )
    page.field(cited, heading)
    page.copying((translate("ResourcePage", "Copy citation"), cited))


def _write_address(page: ReadingPage, url: str | None) -> None:
    page.heading(translate("ResourcePage", "Where to find it"))
    if url is None:
        page.text(translate("ResourcePage", "No address is known."))
        return
    page.field(url, translate("ResourcePage", "Address"))
    page.copying((translate("ResourcePage", "Copy address"), url))
    page.text(
        translate("ResourcePage", "Or point a telephone at this code. Nothing is opened on this computer."),
        calm=True,
    )
    page.part(QrPicture(url, translate("ResourcePage", "QR code of the address")))
