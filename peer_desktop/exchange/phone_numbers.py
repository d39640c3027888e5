"""Turns a telephone number as people write it into the form that is stored, or says why it is none."""

import re
from functools import lru_cache

import phonenumbers

SHORT_CODES = frozenset({"911", "988", "811", "211"})
"""Three digits that answer everywhere in Canada, or in the province that has them."""

NO_AREA_CODE = frozenset({"3106789"})
"""310 numbers are dialled without an area code, from inside their province only; each is named here."""

_TEXT_CODE = re.compile(r"\d{5,6}")
_WRITTEN = re.compile(r"[\d\s().+-]+")
_TOLL_FREE = re.compile(r"\+1(800|822|833|844|855|866|877|888)")


@lru_cache(maxsize=32_768)  # a number is looked at when it is checked, stored and compared with retired ones
def stored_number(written: str, kind: str) -> str | None:
    """The number as E.164 (+16135550100) or short code (988, 686868); None where it cannot be dialled.

    `kind` is voice, toll-free, text or tty. Source of the rule: the North American numbering plan, as
    `phonenumbers` knows it.
    """
    digits = re.sub(r"\D", "", written)
    if not _WRITTEN.fullmatch(written) or not digits.isascii():
        return None
    if digits in SHORT_CODES:
        return digits if kind in ("voice", "text") else None
    if digits in NO_AREA_CODE:
        return digits if kind == "voice" else None
    if kind == "text" and _TEXT_CODE.fullmatch(digits):
        return digits
    try:
        number = phonenumbers.parse(written, "CA")
    except phonenumbers.NumberParseException:
        return None
    if number.country_code != 1 or not phonenumbers.is_valid_number(number):
        return None
    stored = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if kind == "toll-free" and not is_toll_free(stored):
        return None
    return stored


def is_toll_free(stored: str) -> bool:
    """Whether a stored number begins with an area code that costs the caller nothing."""
    return bool(_TOLL_FREE.match(stored))


def numbers_in(text: str) -> set[str]:
    """Ten-digit numbers and short text codes that a text shows, as they would be stored."""
    if not _THREE_DIGITS.search(text):
        return set()
    found = {"+1" + "".join(match) for match in _TEN_DIGITS.findall(text)}
    return found | set(_FIVE_OR_SIX_DIGITS.findall(text))


_THREE_DIGITS = re.compile(r"\d{3}")
_FIVE_OR_SIX_DIGITS = re.compile(r"(?<![\d-])\d{5,6}(?![\d-])")
_TEN_DIGITS = re.compile(r"(?<!\d)(?:\+?1[\s.-]*)?\(?(\d{3})\)?[\s.-]*(\d{3})[\s.-]*(\d{4})(?!\d)")
