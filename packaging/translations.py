"""Keeps the words of the window complete in both languages: finds, lists, fills, checks and compiles them.

python packaging/translations.py update          bring the .ts files up to date with the code
python packaging/translations.py missing --json  list what has no translation yet
python packaging/translations.py fill FILE.json  write translations: the same list with "translation" added
python packaging/translations.py compile         make the .qm files that the program reads
python packaging/translations.py check           say what is not complete, and fail
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

import PySide6
from sentences_in_code import NotReadable, Sentence, sentences_in

Tree: TypeAlias = "ElementTree.ElementTree[ElementTree.Element]"
ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "peer_desktop"
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = {"fr": (), "en": ("-pluralonly",)}
"""The code speaks English, so English needs its singular and plural forms only."""

PLACE_MARKERS = re.compile(r"%n|%L?\d|\{\w*[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Missing:
    """A sentence that has no translation; `plural` asks for two forms, one and many."""

    language: str
    context: str
    source: str
    comment: str
    plural: bool


class Translations:
    """The sentences of a package, and the folder of their translations."""

    def __init__(self, package: Path, folder: Path) -> None:
        self._package = package
        self._folder = folder

    def ts_file(self, language: str) -> Path:
        """The sentences and translations of a language, as Qt Linguist reads them."""
        return self._folder / f"peer_desktop_{language}.ts"

    def qm_file(self, language: str) -> Path:
        """The same, compiled for the program."""
        return self._folder / f"peer_desktop_{language}.qm"

    def sentences(self) -> list[Sentence]:
        """Every sentence of the window, in the order of the files. Raises NotReadable."""
        return [
            sentence
            for path in sorted(self._package.rglob("*.py"))
            for sentence in sentences_in(path.read_text("utf-8"), str(path.relative_to(self._package.parent)))
        ]

    def update(self) -> None:
        """Bring the .ts files up to date: new sentences come unfinished, those gone from the code leave.

        lupdate's own reading of Python loses `translate("…", "%n found", None, count)`, so the sentences are
        found by Python's syntax tree and handed to lupdate as C++.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as scratch:
            spoken = Path(scratch) / "sentences.cpp"
            spoken.write_text("".join(sentence.in_cpp() for sentence in self.sentences()), "utf-8")
            for language, options in LANGUAGES.items():
                _qt_tool(
                    "lupdate", str(spoken), *options, "-silent", "-no-obsolete", "-locations", "none",
                    "-sort-messages", "-disable-heuristic", "sametext", "-disable-heuristic", "similartext",
                    "-source-language", "en", "-target-language", language,
                    "-ts", str(self.ts_file(language)),
                )  # fmt: skip

    def compile(self) -> None:
        """Make the .qm files."""
        for language in LANGUAGES:
            _qt_tool("lrelease", "-silent", str(self.ts_file(language)), "-qm", str(self.qm_file(language)))

    def missing(self) -> list[Missing]:
        """Every sentence without a finished translation."""
        return [
            Missing(language, context, *_key(message), plural=_is_plural(message))
            for language in LANGUAGES
            for context, message in self._messages(language)
            if _unfinished(message)
        ]

    def fill(self, entries: Sequence[dict[str, object]]) -> list[str]:
        """Write translations into the .ts files; gives a sentence for each entry that fits nothing there."""
        unknown = []
        for language in LANGUAGES:
            tree = ElementTree.parse(self.ts_file(language))
            waiting = {(context, *_key(message)): message for context, message in _messages_of(tree)}
            for entry in entries:
                if entry.get("language", "fr") != language:
                    continue
                key = (str(entry["context"]), str(entry["source"]), str(entry.get("comment") or ""))
                if key in waiting:
                    _translate(waiting[key], entry["translation"])
                else:
                    unknown.append(f"{language}: {key[0]} has no sentence “{key[1]}”")
            tree.write(self.ts_file(language), encoding="utf-8")
        self.update()
        return unknown

    def check(self) -> list[str]:
        """A sentence for everything that is not complete; nothing when all is."""
        absent = [self.ts_file(one).name for one in LANGUAGES if not self.ts_file(one).exists()]
        if absent:
            return [f"{', '.join(absent)} cannot be found: make translations"]
        faults = [
            f"{one.language}: {one.context}: “{one.source}” is not translated" for one in self.missing()
        ]
        for language in LANGUAGES:
            for context, message in self._messages(language):
                source, _ = _key(message)
                faults.extend(
                    f"{language}: {context}: “{source}” and “{form}” do not hold the same %n, %1, {{}} and &"
                    for form in _forms(message)
                    if form and _markers(form, _is_plural(message)) != _markers(source, _is_plural(message))
                )
        return faults + self._out_of_date()

    def _out_of_date(self) -> list[str]:
        faults = []
        with tempfile.TemporaryDirectory() as scratch:
            fresh = Translations(self._package, Path(scratch))
            for language in LANGUAGES:
                shutil.copy(self.ts_file(language), fresh.ts_file(language))
            fresh.compile()
            fresh.update()
            for language in LANGUAGES:
                kept, now = self.ts_file(language), fresh.ts_file(language)
                if kept.read_bytes() != now.read_bytes():
                    faults.append(f"{kept.name} is not what the code says now: make translations")
                compiled, again = self.qm_file(language), fresh.qm_file(language)
                if not compiled.exists() or compiled.read_bytes() != again.read_bytes():
                    faults.append(f"{compiled.name} is not compiled from the .ts file: make translations")
        return faults

    def _messages(self, language: str) -> Iterator[tuple[str, ElementTree.Element]]:
        return _messages_of(ElementTree.parse(self.ts_file(language)))


def _qt_tool(name: str, *arguments: str) -> None:
    """Run a tool of Qt Linguist; PySide6-Essentials brings it."""
    folder = Path(PySide6.__file__).parent
    program = folder / (f"{name}.exe" if sys.platform == "win32" else name)
    run = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{name}: {run.stdout}{run.stderr}")


def _messages_of(tree: Tree) -> Iterator[tuple[str, ElementTree.Element]]:
    for context in tree.getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            yield name, message


def _key(message: ElementTree.Element) -> tuple[str, str]:
    return message.findtext("source") or "", message.findtext("comment") or ""


def _is_plural(message: ElementTree.Element) -> bool:
    return message.get("numerus") == "yes"


def _forms(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None:
        return [""]
    if _is_plural(message):
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def _unfinished(message: ElementTree.Element) -> bool:
    translation = message.find("translation")
    return translation is None or translation.get("type") is not None or not all(_forms(message))


def _translate(message: ElementTree.Element, words: object) -> None:
    translation = message.find("translation")
    if translation is None:
        translation = ElementTree.SubElement(message, "translation")
    translation.attrib.pop("type", None)
    for form in list(translation):
        translation.remove(form)
    if _is_plural(message):
        if not isinstance(words, list) or len(words) != 2:
            raise SystemExit(f"“{_key(message)[0]}” needs two forms: [one, many]")
        translation.text = None
        for form in words:
            ElementTree.SubElement(translation, "numerusform").text = str(form)
    else:
        translation.text = str(words)


def _markers(text: str, plural: bool) -> list[str]:
    """What a sentence must keep in every language. One form of a plural may say "one" without %n."""
    found = sorted(PLACE_MARKERS.findall(text))
    accelerators = len(re.findall(r"&(?!&)\S", text.replace("&&", "")))
    return [marker for marker in found if not (plural and marker == "%n")] + ["&"] * accelerators


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["update", "missing", "fill", "check", "compile"])
    parser.add_argument("file", nargs="?", type=Path, help="fill: a JSON list of translations")
    parser.add_argument("--json", action="store_true", help="missing: as a JSON list to be filled in")
    asked = parser.parse_args()
    if asked.what == "fill" and not asked.file:
        parser.error("fill needs a FILE.json")
    translations = Translations(PACKAGE, TRANSLATIONS)
    try:
        match asked.what:
            case "update":
                translations.update()
            case "compile":
                translations.compile()
            case "missing":
                _list(translations.missing(), as_json=asked.json)
            case "fill":
                return _report(translations.fill(json.loads(asked.file.read_text("utf-8"))))
            case "check":
                return _report(translations.check())
    except NotReadable as fault:
        return _report([str(fault)])
    return 0


def _list(missing: Sequence[Missing], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps([asdict(one) for one in missing], ensure_ascii=False, indent=1))
    else:
        for one in missing:
            print(f"{one.language}  {one.context}: {one.source}")


def _report(faults: Sequence[str]) -> int:
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
