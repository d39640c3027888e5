"""Prints the pages of the sheet; the name of the job says nothing of what is printed, or for whom."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer

from peer_desktop.handout.problems import SheetNotPrinted

JOB = "Document"


def printer_for_sheets() -> QPrinter:
    """A printer as the sheet needs it: letter paper, to the edge, a job without a telling name."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setFullPage(True)
    return printer


def print_pages(pages: Sequence[bytes], printer: QPrinter) -> None:
    """Print drawings of pages (SVG), those the person asked for. Raises SheetNotPrinted."""
    painter = QPainter()
    if not painter.begin(printer):
        raise SheetNotPrinted
    for place, page in enumerate(_wanted(pages, printer)):
        if place and not printer.newPage():
            painter.end()
            raise SheetNotPrinted
        drawing = QSvgRenderer(QByteArray(page))
        drawing.render(painter, _on_paper(drawing, printer))
    painter.end()


def _wanted(pages: Sequence[bytes], printer: QPrinter) -> list[bytes]:
    """The chosen pages, as often as a printer that cannot repeat by itself must be told."""
    first, last = printer.fromPage(), printer.toPage()
    chosen = list(pages[max(first, 1) - 1 : last or None])
    return chosen * (1 if printer.supportsMultipleCopies() else printer.copyCount())


def _on_paper(drawing: QSvgRenderer, printer: QPrinter) -> QRectF:
    """The largest place of the page's proportions on the paper that was chosen."""
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = QSizeF(drawing.defaultSize()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(paper.topLeft(), size)
    place.moveCenter(paper.center())
    return place
