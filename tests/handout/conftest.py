"""Makes sheets of the ten listings and reads them back."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Listing
from peer_desktop.handout.sheet import Sheet, make_sheet
from tests.tables import TODAY

MakeSheet = Callable[..., "ReadSheet"]


class ReadSheet:
    """A sheet as another program reads it."""

    def __init__(self, sheet: Sheet) -> None:
        self.made = make_sheet(sheet)
        self.pdf = PdfReader(BytesIO(self.made.pdf))
        self.pages = [page.extract_text() for page in self.pdf.pages]

    @property
    def text(self) -> str:
        """Everything on it, lines joined as they were written."""
        return " ".join("\n".join(self.pages).split())

    def tags(self) -> list[tuple[str, dict[str, str]]]:
        """The structure a screen reader walks: every tag with what it carries, in order."""
        found: list[tuple[str, dict[str, str]]] = []
        pending = [self.pdf.trailer["/Root"]["/StructTreeRoot"]]
        while pending:
            node = pending.pop(0)
            node = node.get_object() if hasattr(node, "get_object") else node
            if isinstance(node, list):
                pending[:0] = node
            elif isinstance(node, dict):
                if "/S" in node:
                    carried = {key: str(node[key]) for key in ("/Alt", "/Lang", "/T") if key in node}
                    found.append((str(node["/S"]), carried))
                if "/K" in node and node.get("/Type") != "/MCR":
                    pending.insert(0, node["/K"])
        return found


@pytest.fixture
def directory(small_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(small_directory, today=TODAY)
    yield directory
    directory.close()


@pytest.fixture
def sheet_of(directory: Directory) -> MakeSheet:
    """`sheet_of("moncton-grief-group", …, language=…)` makes the sheet and reads it."""

    def make(
        *wanted: str | Listing, language: Language = Language.ENGLISH, with_codes: bool = True
    ) -> ReadSheet:
        listings = tuple(one if isinstance(one, Listing) else listing_of(directory, one) for one in wanted)
        day = directory.facts.data_as_of
        return ReadSheet(Sheet(listings, directory.facets, day, TODAY, language, with_codes))

    return make


def listing_of(directory: Directory, listing_id: str) -> Listing:
    number = directory.number_of(listing_id)
    assert number is not None
    return directory.listing(number)
