"""Names what stands in the way of a bundle and is not its own fault: the computer, a key, a choice."""

from collections.abc import Mapping
from typing import ClassVar

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.problems import Problem

DONE, REFUSED, ENVIRONMENT, NEEDS_CONFIRMATION = 0, 2, 3, 4
"""Exit codes of the terminal."""

Sentences = Mapping[Language, str]


class BundleProblem(Problem):
    """A bundle was not made, not proven or not installed. Facts may be Bilingual."""

    exit_code: ClassVar[int] = REFUSED
    outcome: ClassVar[str] = "refused"

    def said_in(self, language: Language) -> str:
        """What happened, that nothing was changed, and what to do."""
        facts = {
            name: fact.said_in(language) if isinstance(fact, Bilingual) else fact
            for name, fact in self.facts.items()
        }
        return self.sentence_in(language).format(**facts)


def both(english: str, french: str) -> Sentences:
    """The sentence of a problem in both languages."""
    return {Language.ENGLISH: english, Language.FRENCH: french}


class EnvironmentProblem(BundleProblem):
    """The computer or the stick stands in the way; the bundle may be good."""

    exit_code = ENVIRONMENT
    outcome = "environment"


class DiskFull(EnvironmentProblem):
    """No room. `needed` and `free` are megabytes."""

    code = "E-DISK-FULL"
    sentences: ClassVar[Sentences] = both(
        "There is not enough room on this computer: {needed} MB are needed and {free} MB are free. Nothing "
        "was changed. Make room, then try again.",
        "Il n'y a pas assez d'espace sur cet ordinateur : il faut {needed} Mo et {free} Mo sont libres. Rien "
        "n'a été modifié. Libérez de l'espace, puis réessayez.",
    )


class ReadOnly(EnvironmentProblem):
    """The folder does not take what is written."""

    code = "E-READONLY"
    sentences: ClassVar[Sentences] = both(
        "The directory of this computer cannot be changed from this account: {folder}. Nothing was changed. "
        "Ask the person who keeps this computer to install the bundle from an administrator account; you can "
        "go on reading the directory.",
        "Le répertoire de cet ordinateur ne peut pas être modifié depuis ce compte : {folder}. Rien n'a été "
        "modifié. Demandez à la personne qui s'occupe de cet ordinateur d'installer le paquet depuis un "
        "compte d'administration; vous pouvez continuer de consulter le répertoire.",
    )


class Locked(EnvironmentProblem):
    """Another import is under way, or another program holds a file."""

    code = "E-LOCKED"
    sentences: ClassVar[Sentences] = both(
        "Another program is using the directory's files, perhaps another update: {folder}. Nothing was "
        "changed. Wait until it has finished or close it, then try again.",
        "Un autre programme utilise les fichiers du répertoire, peut-être une autre mise à jour : "
        "{folder}. Rien n'a été modifié. Attendez qu'il ait fini ou fermez-le, puis réessayez.",
    )


class StickGone(EnvironmentProblem):
    """The file could not be read to its end, or changed while it was read."""

    code = "E-STICK-GONE"
    sentences: ClassVar[Sentences] = both(
        "The bundle could not be read to its end: {file}. The stick may have been pulled out, or the file"
        " may have changed. Nothing was changed. Plug the stick in again and leave it until the screen "
        "says that it may be taken out.",
        "Le paquet n'a pas pu être lu jusqu'à la fin : {file}. La clé a peut-être été retirée ou le "
        "fichier a changé. Rien n'a été modifié. Rebranchez la clé et laissez-la en place jusqu'à ce que "
        "l'écran dise qu'elle peut être retirée.",
    )


class ProgramIncomplete(EnvironmentProblem):
    """A file that came with the program is missing, and without it nothing can be checked."""

    code = "E-PROGRAM"
    sentences: ClassVar[Sentences] = both(
        "A file of the program itself is missing: {file}. Nothing was changed. Install the program again, "
        "then try again.",
        "Un fichier du programme lui-même est absent : {file}. Rien n'a été modifié. Réinstallez le "
        "programme, puis réessayez.",
    )


class TrustDamaged(EnvironmentProblem):
    """The list of trusted keys cannot be read, so nobody is trusted."""

    code = "E-TRUST"
    sentences: ClassVar[Sentences] = both(
        "The list of trusted keys of this computer cannot be read: {file}. Nothing was changed, and no "
        "bundle is accepted until the list is put right. Take the file away, then add the keys again from"
        " paper.",
        "La liste des clés de confiance de cet ordinateur est illisible : {file}. Rien n'a été modifié, "
        "et aucun paquet n'est accepté tant que la liste n'est pas réparée. Retirez ce fichier, puis "
        "ajoutez de nouveau les clés à partir du papier.",
    )


class NotWritten(EnvironmentProblem):
    """A file that was asked for could not be written."""

    code = "E-WRITE"
    sentences: ClassVar[Sentences] = both(
        "The file could not be written: {file} ({reason}). Nothing was changed. Choose another name or "
        "another folder.",
        "Le fichier n'a pas pu être écrit : {file} ({reason}). Rien n'a été modifié. Choisissez un autre nom "
        "ou un autre dossier.",
    )


class KeyUnreadable(BundleProblem):
    """A key file is not a key, or not of a kind that is accepted."""

    code = "E-KEY"
    sentences: ClassVar[Sentences] = both(
        "This is not a key that can be used: {file}: {reason}. Nothing was changed. Choose the right key "
        "file.",
        "Ce n'est pas une clé utilisable : {file} : {reason}. Rien n'a été modifié. Choisissez le bon "
        "fichier de clé.",
    )


class PassphraseWrong(BundleProblem):
    """The passphrase does not open the private key."""

    code = "E-PASSPHRASE"
    sentences: ClassVar[Sentences] = both(
        "The passphrase does not open the private key {file}. Nothing was changed. Try again.",
        "La phrase de passe n'ouvre pas la clé privée {file}. Rien n'a été modifié. Réessayez.",
    )


class FingerprintDiffers(BundleProblem):
    """What was typed from paper is not the fingerprint of the key."""

    code = "E-FINGERPRINT"
    sentences: ClassVar[Sentences] = both(
        "What was typed is not the fingerprint of this key. Nothing was changed: the key is not trusted. "
        "Read the eight groups again from the paper; if they are right, the key is not the publisher's.",
        "Ce qui a été tapé n'est pas l'empreinte de cette clé. Rien n'a été modifié : la clé n'est pas de"
        " confiance. Relisez les huit groupes sur le papier; s'ils sont exacts, la clé n'est pas celle de"
        " l'éditeur.",
    )


class KeyNotKnown(BundleProblem):
    """There is no such key to revoke."""

    code = "E-KEY-NOT-KNOWN"
    sentences: ClassVar[Sentences] = both(
        "No trusted key has the fingerprint {fingerprint}. Nothing was changed. See the list of trusted "
        "keys.",
        "Aucune clé de confiance n'a l'empreinte {fingerprint}. Rien n'a été modifié. Voyez la liste des "
        "clés de confiance.",
    )


class NothingToPutBack(BundleProblem):
    """There is no whole generation to go back to."""

    code = "E-HISTORY"
    sentences: ClassVar[Sentences] = both(
        "There is no such earlier directory on this computer to put back. Nothing was changed. See the list "
        "of what was installed.",
        "Il n'y a pas de tel répertoire antérieur à remettre sur cet ordinateur. Rien n'a été modifié. Voyez "
        "la liste de ce qui a été installé.",
    )


class PutBackAfterFailure(BundleProblem):
    """What was installed did not open, so what was there before is current again."""

    code = "E-OPEN"
    sentences: ClassVar[Sentences] = both(
        "The new directory was installed but could not be opened, so the one that was there before was put "
        "back. Nothing was lost. Tell the publisher, {publisher}.",
        "Le nouveau répertoire a été installé mais n'a pas pu être ouvert : celui qui était là auparavant a "
        "été remis. Rien n'a été perdu. Avertissez l'éditeur, {publisher}.",
    )


class NotConfirmed(BundleProblem):
    """The bundle is good, and somebody must say yes to what it changes."""

    code = "NEEDS-CONFIRMATION"
    exit_code = NEEDS_CONFIRMATION
    outcome = "needs-confirmation"
    sentences: ClassVar[Sentences] = both(
        "The bundle is good, but this still has to be confirmed: {missing}. Nothing was changed.",
        "Le paquet est bon, mais il reste à confirmer ceci : {missing}. Rien n'a été modifié.",
    )


class Cancelled(BundleProblem):
    """Somebody stopped it."""

    code = "CANCELLED"
    exit_code = NEEDS_CONFIRMATION
    outcome = "cancelled"
    sentences: ClassVar[Sentences] = both(
        "The update was cancelled. Nothing was changed.",
        "La mise à jour a été annulée. Rien n'a été modifié.",
    )


class AlreadyInstalled(BundleProblem):
    """The same bundle is the current one."""

    code = "ALREADY-INSTALLED"
    exit_code = DONE
    outcome = "already-installed"
    sentences: ClassVar[Sentences] = both(
        "This bundle (serial {serial}) is already installed. Nothing was changed and nothing needs to be "
        "done.",
        "Ce paquet (numéro de série {serial}) est déjà installé. Rien n'a été modifié et il n'y a rien à "
        "faire.",
    )
