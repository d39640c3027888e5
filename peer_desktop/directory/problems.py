"""Names what the world can cause: a Problem carries facts and says them in both languages."""

from collections.abc import Mapping
from typing import ClassVar

from peer_desktop.directory.language import Language, with_french_spaces


class Problem(Exception):  # noqa: N818 - the project's word for what is not a bug
    """Something outside the program went wrong. A bug is any other exception."""

    code: ClassVar[str] = "E-PROBLEM"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "Something went wrong.",
        Language.FRENCH: "Un problème est survenu.",
    }

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.said_in(Language.ENGLISH))

    def said_in(self, language: Language) -> str:
        """The whole sentence: what happened, and what to do."""
        return self.sentence_in(language).format(**self.facts)

    def sentence_in(self, language: Language) -> str:
        """The sentence before its facts are put in; they are never changed."""
        sentence = self.sentences[language]
        return with_french_spaces(sentence) if language is Language.FRENCH else sentence
