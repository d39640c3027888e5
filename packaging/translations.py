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


def sentences_of_the_window() -> list[Sentence]:
    """Every sentence of the window, in the order of the files. Raises NotReadable."""
    return [
        sentence
        for path in sorted(PACKAGE.rglob("*.py"))
        for sentence in sentences_in(path.read_text("utf-8"), str(path.relative_to(ROOT)))
    ]


def ts_file(language: str, folder: Path = TRANSLATIONS) -> Path:
    """The sentences and translations of a language, as Qt Linguist reads them."""
    return folder / f"peer_desktop_{language}.ts"


def qm_file(language: str, folder: Path = TRANSLATIONS) -> Path:
    """The same, compiled for the program."""
    return folder / f"peer_desktop_{language}.qm"


def update(folder: Path = TRANSLATIONS) -> None:
    """Bring the .ts files up to date: new sentences come unfinished, those gone from the code leave.

    lupdate's own reading of Python loses `translate("…", "%n found", None, count)`, so the sentences are
    found by Python's syntax tree and handed to lupdate as C++.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        spoken = Path(scratch) / "sentences.cpp"
        spoken.write_text("".join(s.in_cpp() for s in sentences_of_the_window()), "utf-8")
        for language, options in LANGUAGES.items():
            _qt_tool(
                "lupdate", str(spoken), *options, "-silent", "-no-obsolete", "-locations", "none",
                "-sort-messages", "-disable-heuristic", "sametext", "-disable-heuristic", "similartext",
                "-source-language", "en", "-target-language", language, "-ts", str(ts_file(language, folder)),
            )  # fmt: skip


def compile_all(folder: Path = TRANSLATIONS, into: Path | None = None) -> None:
    """Make the .qm files."""
    for language in LANGUAGES:
        target = qm_file(language, into or folder)
        _qt_tool("lrelease", "-silent", str(ts_file(language, folder)), "-qm", str(target))


def missing(folder: Path = TRANSLATIONS) -> list[Missing]:
    """Every sentence without a finished translation."""
    return [
        Missing(language, context, *_key(message), plural=_is_plural(message))
        for language in LANGUAGES
        for context, message in _messages(ElementTree.parse(ts_file(language, folder)))
        if _unfinished(message)
    ]


def fill(entries: Sequence[dict[str, object]], folder: Path = TRANSLATIONS) -> list[str]:
    """Write translations into the .ts files; gives a sentence for each entry that fits nothing there."""
    unknown = []
    for language in LANGUAGES:
        tree = ElementTree.parse(ts_file(language, folder))
        waiting = {(context, *_key(message)): message for context, message in _messages(tree)}
        for entry in entries:
            if entry.get("language", "fr") != language:
                continue
            key = (str(entry["context"]), str(entry["source"]), str(entry.get("comment") or ""))
            if key in waiting:
                _translate(waiting[key], entry["translation"])
            else:
                unknown.append(f"{language}: {key[0]} has no sentence “{key[1]}”")
        tree.write(ts_file(language, folder), encoding="utf-8")
    update(folder)
    return unknown


def check() -> list[str]:
    """A sentence for everything that is not complete; nothing when all is."""
    faults = [f"{m.language}: {m.context}: “{m.source}” is not translated" for m in missing()]
    for language in LANGUAGES:
        for context, message in _messages(ElementTree.parse(ts_file(language))):
            source, _ = _key(message)
            faults.extend(
                f"{language}: {context}: “{source}” and “{form}” do not hold the same %n, %1, {{}} and &"
                for form in _forms(message)
                if form and _markers(form, _is_plural(message)) != _markers(source, _is_plural(message))
            )
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        for language in LANGUAGES:
            shutil.copy(ts_file(language), ts_file(language, fresh))
        compile_all(fresh)
        update(fresh)
        for language in LANGUAGES:
            if ts_file(language).read_bytes() != ts_file(language, fresh).read_bytes():
                faults.append(f"{ts_file(language).name} is not what the code says now: make translations")
            compiled = qm_file(language)
            if not compiled.exists() or compiled.read_bytes() != qm_file(language, fresh).read_bytes():
                faults.append(
                    f"{compiled.name} was not compiled from {ts_file(language).name}: make translations"
                )
    return faults


def _qt_tool(name: str, *arguments: str) -> None:
    """Run a tool of Qt Linguist; PySide6-Essentials brings it."""
    folder = Path(PySide6.__file__).parent
    program = folder / (f"{name}.exe" if sys.platform == "win32" else name)
    run = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{name}: {run.stdout}{run.stderr}")


def _messages(
    tree: "ElementTree.ElementTree[ElementTree.Element]",
) -> Iterator[tuple[str, ElementTree.Element]]:
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
    try:
        if asked.what == "update":
            update()
        elif asked.what == "compile":
            compile_all()
        elif asked.what == "missing":
            rows = [asdict(one) for one in missing()]
            if asked.json:
                print(json.dumps(rows, ensure_ascii=False, indent=1))
            else:
                print("\n".join(f"{row['language']}  {row['context']}: {row['source']}" for row in rows))
        elif asked.what == "fill":
            if not asked.file:
                parser.error("fill needs a FILE.json")
            return _report(fill(json.loads(asked.file.read_text("utf-8"))))
        else:
            return _report(check())
    except NotReadable as fault:
        return _report([str(fault)])
    return 0


def _report(faults: Sequence[str]) -> int:
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
