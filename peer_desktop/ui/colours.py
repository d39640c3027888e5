"""Says which colours the window is painted with: three palettes, and what is derived from a palette."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

_Group = QPalette.ColorGroup
_Role = QPalette.ColorRole


_DERIVED: dict[int, tuple[QColor, QColor]] = {}
_PALETTES_KEPT = 100


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours one palette is made from, each as #rrggbb."""

    window: str
    base: str
    alternate: str
    button: str
    text: str
    disabled: str
    highlight: str
    highlighted: str
    accent: str
    link: str
    visited: str


LIGHT = Scheme(
    window="#f3f3f1",
    base="#ffffff",
    alternate="#f6f7f8",
    button="#f0f0ee",
    text="#1b1b1b",
    disabled="#696969",
    highlight="#1f6fa8",  # Fusion's own #308cc6 gives white text only 3.7:1
    highlighted="#ffffff",
    accent="#1f6fa8",
    link="#17609a",
    visited="#6b3fa0",
)
DARK = Scheme(
    window="#232528",
    base="#1b1d1f",
    alternate="#212326",
    button="#2a2d31",
    text="#f2f2f0",
    disabled="#a8a8a6",
    highlight="#1f6fa8",
    highlighted="#ffffff",
    accent="#7cc0ee",
    link="#85c5f0",
    visited="#c3a5ee",
)
CONTRAST = Scheme(
    window="#000000",
    base="#000000",
    alternate="#000000",
    button="#000000",
    text="#ffffff",
    disabled="#b4b4b4",
    highlight="#00e5ff",
    highlighted="#000000",
    accent="#ffff00",
    link="#8fe3ff",
    visited="#e3c2ff",
)


@dataclass(frozen=True, slots=True)
class CrisisColours:
    """The strip that says who to call now: text on its ground."""

    ground: QColor
    text: QColor


def palette_of(scheme: Scheme) -> QPalette:
    """A whole palette: every role Fusion asks for, the same in a window that has not the focus."""
    palette = QPalette(QColor(scheme.button), QColor(scheme.window))
    text, base = QColor(scheme.text), QColor(scheme.base)
    for role, colour in (
        (_Role.Window, scheme.window),
        (_Role.WindowText, scheme.text),
        (_Role.Base, scheme.base),
        (_Role.AlternateBase, scheme.alternate),
        (_Role.Text, scheme.text),
        (_Role.Button, scheme.button),
        (_Role.ButtonText, scheme.text),
        (_Role.BrightText, scheme.text),
        (_Role.ToolTipBase, scheme.base),
        (_Role.ToolTipText, scheme.text),
        (_Role.Highlight, scheme.highlight),
        (_Role.HighlightedText, scheme.highlighted),
        (_Role.Accent, scheme.accent),
        (_Role.Link, scheme.link),
        (_Role.LinkVisited, scheme.visited),
    ):
        palette.setColor(role, QColor(colour))
    palette.setColor(_Role.PlaceholderText, mixed(text, base, 0.65))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, QColor(scheme.disabled))
    # A row stays selected while its count is out of reach: it must stay readable too.
    palette.setColor(_Group.Disabled, _Role.Highlight, QColor(scheme.highlight))
    palette.setColor(_Group.Disabled, _Role.HighlightedText, QColor(scheme.highlighted))
    return palette


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Lay `one` over `other`; `share` is how much of `one` is seen, 0 to 1."""
    rest = 1.0 - share
    return QColor(
        round(one.red() * share + other.red() * rest),
        round(one.green() * share + other.green() * rest),
        round(one.blue() * share + other.blue() * rest),
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than what it stands on."""
    return palette.color(_Role.Base).lightness() < palette.color(_Role.Text).lightness()


def is_high_contrast(palette: QPalette) -> bool:
    """Whether this is the palette of pure white on pure black."""
    return contrast(palette.color(_Role.WindowText), palette.color(_Role.Window)) > 20


def secondary_text(palette: QPalette) -> QColor:
    """Text that matters less: 65 % of the text over the base. On a selected row use HighlightedText."""
    return _derived(palette)[0]


def frame(palette: QPalette) -> QColor:
    """The edge of what can be operated: at least 3:1 to its surroundings, which Fusion's outline is not."""
    return _derived(palette)[1]


def crisis(palette: QPalette) -> CrisisColours:
    """The colours of the crisis bar for the scheme of this palette."""
    if is_high_contrast(palette):
        return CrisisColours(QColor("#000000"), QColor("#ffff00"))
    if is_dark(palette):
        return CrisisColours(QColor("#5d1a22"), QColor("#ffecec"))
    return CrisisColours(QColor("#8a1f2b"), QColor("#ffffff"))


def _derived(palette: QPalette) -> tuple[QColor, QColor]:
    """Both are asked for with every cell that is painted, and a palette seldom changes."""
    key = palette.cacheKey()
    if key not in _DERIVED:
        if len(_DERIVED) > _PALETTES_KEPT:
            _DERIVED.clear()
        text, base = palette.color(_Role.Text), palette.color(_Role.Base)
        on_window, window = palette.color(_Role.WindowText), palette.color(_Role.Window)
        edge = on_window if is_high_contrast(palette) else mixed(on_window, window, 0.55)
        _DERIVED[key] = (mixed(text, base, 0.65), edge)
    return _DERIVED[key]


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
