"""Writes the page of licences that every package carries, in both languages, from what the package holds."""

import html
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from string import Template

from components import Component, texts_referred_to
from content import ROOT

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
pre { border-left: 3px solid; padding-left: 1rem; }
table { border-collapse: collapse; width: 100%; }
td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; }
summary { cursor: pointer; padding: .25rem 0; }
"""


def page(components: Sequence[Component], where_qt_is: str) -> str:
    """The whole page. `where_qt_is`: the folder of Qt's libraries, from the package's top folder."""
    return "".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n',
            f"<title>Peer Desktop: licences</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n",
            "<h1>Licences</h1>\n",
            *_own(),
            *_rights_with_qt(where_qt_is),
            *_table("Programs and libraries / Programmes et bibliothèques", _not_data(components)),
            *_table("Data / Données", [each for each in components if each.kind == "data"]),
            *_texts(components),
            "</body>\n</html>\n",
        )
    )


def _own() -> Iterator[str]:
    yield "<h2>Peer Desktop</h2>\n"
    yield f"<pre>{html.escape((ROOT / 'LICENSE').read_text(encoding='utf-8'))}</pre>\n"


def _rights_with_qt(where: str) -> Iterator[str]:
    number = version("PySide6-Essentials")
    series = ".".join(number.split(".")[:2])
    for language in ("en", "fr"):
        text = Template((ROOT / "packaging" / "qt-rights" / f"{language}.txt").read_text(encoding="utf-8"))
        title, *paragraphs = text.substitute(
            version=number,
            sources=f"download.qt.io/official_releases/qt/{series}/{number}/",
            bindings="download.qt.io/official_releases/QtForPython/",
            where=where,
        ).split("\n\n")
        yield f'<div lang="{language}">\n<h2>{html.escape(title)}</h2>\n'
        yield from (f"<p>{html.escape(paragraph.strip())}</p>\n" for paragraph in paragraphs)
        yield "</div>\n"


def _not_data(components: Iterable[Component]) -> list[Component]:
    return [each for each in components if each.kind != "data"]


def _table(title: str, components: Iterable[Component]) -> Iterator[str]:
    yield f"<h2>{html.escape(title)}</h2>\n<table>\n"
    for each in components:
        name = html.escape(f"{each.name} {each.version}".strip())
        link = f'<a href="#{_anchor(each)}">{name}</a>' if each.texts else name
        note = f"<br>{html.escape(each.note)}" if each.note else ""
        yield f"<tr><td>{link}{note}</td><td>{html.escape(each.licence)}</td></tr>\n"
    yield "</table>\n"


def _texts(components: Iterable[Component]) -> Iterator[str]:
    """Each text once, under the first work that has it."""
    yield "<h2>Texts / Textes</h2>\n"
    said: dict[str, str] = {}
    for each in components:
        if not each.texts:
            continue
        yield f'<details id="{_anchor(each)}"><summary>{html.escape(each.name)}</summary>\n'
        for text in each.texts:
            if text in said:
                yield f"<p>The same text as under {html.escape(said[text])}.</p>\n"
            else:
                said[text] = each.name
                yield f"<pre>{html.escape(text)}</pre>\n"
        yield "</details>\n"
    for name, text in texts_referred_to():
        yield f"<details><summary>{html.escape(name)}</summary><pre>{html.escape(text)}</pre></details>\n"


def _anchor(component: Component) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in component.name.lower())
