"""Says what the map says: every word on it that is not a name."""

from PySide6.QtCore import QCoreApplication


def map_words() -> dict[str, str]:
    """The sentences of the map in the language of the program. {count} is two or more."""
    return {
        "map": QCoreApplication.translate(
            "Map",
            "Map of the listings found. Arrow keys move it, plus and minus zoom, Tab goes to the pins.",
        ),
        "painted_map": QCoreApplication.translate(
            "Map",
            "Map of the listings found. Arrow keys move it, plus and minus zoom, Enter goes to the pins, "
            "Home shows everything.",
        ),
        "closer": QCoreApplication.translate("Map", "Zoom in"),
        "farther": QCoreApplication.translate("Map", "Zoom out"),
        "show_all": QCoreApplication.translate("Map", "Show everything found"),
        "close": QCoreApplication.translate("Map", "Close the list"),
        "here": QCoreApplication.translate("Map", "{count} listings at this place"),
        "group": QCoreApplication.translate("Map", "{count} listings here. Enter shows them."),
        "around": QCoreApplication.translate("Map", "{name}, somewhere in this area"),
    }
