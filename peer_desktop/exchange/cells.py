"""Checks one cell at a time: is this a date, a web address, a province, a text that can be shown."""

import ipaddress
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.canada import PROVINCES

CellCheck = Callable[[str], Bilingual | None]
"""Says why a cell that is not empty cannot stay as it is; None when it can."""

_SLUG = re.compile(r"[a-z0-9][a-z0-9+]*(?:[-_][a-z0-9+]+)*")
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_POSTAL_CODE = re.compile(r"[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d", re.ASCII)
_PREFIX = re.compile(r"[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]", re.ASCII)
_BIDIRECTIONAL = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ZERO_WIDTH = set("\u00ad\u034f\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff")


def text(longest: int) -> CellCheck:
    """A text of at most this many characters."""

    def check(cell: str) -> Bilingual | None:
        if len(cell) > longest:
            return Bilingual(
                f"is longer than {longest} characters", f"dépasse la limite de {longest} caractères"
            )
        return None

    return check


def readable(cell: str) -> Bilingual | None:
    """Text that shows what it holds: composed (NFC), no control, bidirectional or invisible characters."""
    # nearly every cell is printable throughout, and then none of its characters needs a look of its own
    for character in "" if cell.isprintable() and "\u034f" not in cell else cell:
        if character in _BIDIRECTIONAL:
            return _holds("a character that turns the direction of the text", _named(character))
        if character in _ZERO_WIDTH:
            return _holds("an invisible character", _named(character))
        category = unicodedata.category(character)
        if category in ("Cc", "Cs", "Co", "Cn"):
            return _holds("a character that cannot be shown", _named(character))
    if not unicodedata.is_normalized("NFC", cell):
        return Bilingual(
            "has accents written apart from their letters (not NFC)",
            "contient des accents séparés de leur lettre (pas en NFC)",
        )
    if cell != cell.strip() or "  " in cell:
        return Bilingual(
            "has spaces at its start or end, or two in a row",
            "commence ou finit par une espace, ou en contient deux de suite",
        )
    return None


_IN_FRENCH = {
    "a character that turns the direction of the text": "un caractère qui inverse le sens du texte",
    "an invisible character": "un caractère invisible",
    "a character that cannot be shown": "un caractère qui ne s'affiche pas",
}


def _holds(what: str, name: str) -> Bilingual:
    return Bilingual(f"holds {what}: {name}", f"contient {_IN_FRENCH[what]} : {name}")


def _named(character: str) -> str:
    return f"U+{ord(character):04X}"


def one_of(*values: str) -> CellCheck:
    """A value of a closed list."""
    listed = ", ".join(values)

    def check(cell: str) -> Bilingual | None:
        if cell in values:
            return None
        return Bilingual(f"is not one of {listed}", f"n'est pas dans la liste : {listed}")

    return check


def several(check_one: CellCheck) -> CellCheck:
    """Values with ; between, each once."""

    def check(cell: str) -> Bilingual | None:
        values = cell.split(";")
        if any(not value or value != value.strip() for value in values):
            return Bilingual(
                "has an empty value or a space beside a ;",
                "contient une valeur vide ou une espace à côté d'un ;",
            )
        if len(set(values)) != len(values):
            return Bilingual("holds a value twice", "contient deux fois la même valeur")
        return next((reason for value in values if (reason := check_one(value))), None)

    return check


def slug(cell: str) -> Bilingual | None:
    """An id: small letters, digits and hyphens."""
    if len(cell) <= 100 and _SLUG.fullmatch(cell):
        return None
    return Bilingual(
        "is not an id: small letters a–z, digits and single hyphens, at most 100",
        "n'est pas un identifiant : lettres minuscules a–z, chiffres et traits d'union simples, 100 au plus",
    )


def language_code(cell: str) -> Bilingual | None:
    """An ISO 639-1 code."""
    if re.fullmatch("[a-z]{2}", cell):
        return None
    return Bilingual("is not a language code of two letters", "n'est pas un code de langue à deux lettres")


def partial_date(cell: str) -> Bilingual | None:
    """YYYY, YYYY-MM or YYYY-MM-DD, a day that exists."""
    match = _PARTIAL_DATE.fullmatch(cell)
    if match and _is_real(match[1], match[2] or "01", match[3] or "01"):
        return None
    return Bilingual(
        "is not a date YYYY, YYYY-MM or YYYY-MM-DD", "n'est pas une date AAAA, AAAA-MM ou AAAA-MM-JJ"
    )


def whole_date(cell: str) -> Bilingual | None:
    """YYYY-MM-DD, a day that exists."""
    match = _PARTIAL_DATE.fullmatch(cell)
    if match and match[3] and _is_real(match[1], match[2], match[3]):
        return None
    return Bilingual("is not a day YYYY-MM-DD", "n'est pas un jour AAAA-MM-JJ")


def _is_real(year: str, month: str, day: str) -> bool:
    try:
        return date(int(year), int(month), int(day)).year >= 1900
    except ValueError:
        return False


def year(cell: str) -> Bilingual | None:
    """A year of four digits."""
    if re.fullmatch(r"(19|20)\d\d", cell, re.ASCII):
        return None
    return Bilingual("is not a year", "n'est pas une année")


def web_address(cell: str) -> Bilingual | None:
    """An https or http address with a named host, without user name or password."""
    reason = Bilingual(
        "is not a web address (https://…, a named host, no user name)",
        "n'est pas une adresse Web (https://…, un hôte nommé, sans nom d'utilisateur)",
    )
    if len(cell) > 2000 or re.search(r"\s", cell):
        return reason
    try:
        parts = urlsplit(cell)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return reason
    if parts.scheme not in ("https", "http") or "@" in parts.netloc or "." not in host.strip("."):
        return reason
    return reason if _is_ip_address(host) else None


@lru_cache(maxsize=4096)  # many pages of one host
def _is_ip_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return bool(re.fullmatch(r"[\d.]+", host))
    return True


def email(cell: str) -> Bilingual | None:
    """An e-mail address."""
    if len(cell) <= 254 and _EMAIL.fullmatch(cell):
        return None
    return Bilingual("is not an e-mail address", "n'est pas une adresse de courriel")


def postal_code(cell: str) -> Bilingual | None:
    """A Canadian postal code, written A1A 1A1."""
    if _POSTAL_CODE.fullmatch(cell):
        return None
    return Bilingual("is not a postal code A1A 1A1", "n'est pas un code postal A1A 1A1")


def postal_prefix(cell: str) -> Bilingual | None:
    """The first three characters of a Canadian postal code."""
    if _PREFIX.fullmatch(cell):
        return None
    return Bilingual(
        "is not the beginning of a postal code (A1A)", "n'est pas le début d'un code postal (A1A)"
    )


province = one_of(*PROVINCES)
"""Two letters of a province or territory."""

area = one_of("CA", *PROVINCES)
"""CA for the whole of Canada, or a province."""


def whole_number(cell: str) -> Bilingual | None:
    """A number without fraction or sign, below a billion."""
    if re.fullmatch(r"\d{1,9}", cell, re.ASCII):
        return None
    return Bilingual("is not a whole number", "n'est pas un nombre entier")


def degrees(limit: int) -> CellCheck:
    """A finite decimal number between minus and plus the limit."""

    def check(cell: str) -> Bilingual | None:
        if re.fullmatch(r"-?\d{1,3}(\.\d{1,8})?", cell, re.ASCII) and abs(float(cell)) <= limit:
            return None
        return Bilingual(
            f"is not a number of degrees between −{limit} and {limit}, with a decimal point",
            f"n'est pas un nombre de degrés entre −{limit} et {limit}, avec un point décimal",
        )

    return check


def warns_of_http(cell: str) -> Bilingual | None:
    """A web address that anyone on the way can read or change."""
    if not cell.startswith("http://"):
        return None
    return Bilingual("is http and not https", "est en http et non en https")
