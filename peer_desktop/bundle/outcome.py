"""Says how something ended: one code, one exit code, one sentence in both languages, and facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peer_desktop.bundle.problems import DONE, REFUSED, BundleProblem
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.problems import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """What window and terminal show alike."""

    outcome: str
    """One word for other programs: installed, refused, needs-confirmation …"""
    code: str
    message: Bilingual
    exit_code: int = DONE
    facts: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, problem: Problem) -> "Outcome":
        """A problem as an outcome."""
        message = Bilingual(problem.said_in(Language.ENGLISH), problem.said_in(Language.FRENCH))
        if isinstance(problem, BundleProblem):
            return cls(problem.outcome, problem.code, message, problem.exit_code)
        return cls("refused", problem.code, message, REFUSED)
