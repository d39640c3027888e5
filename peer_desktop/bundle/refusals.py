"""Names why a bundle is refused: one code and one plain sentence in each language for every reason."""

from typing import ClassVar

from peer_desktop.bundle.problems import BundleProblem, Sentences, both
from peer_desktop.exchange.findings import Finding


class NotABundle(BundleProblem):
    """The file is not a strict ZIP of the known entries."""

    code = "E-CONTAINER"
    sentences: ClassVar[Sentences] = both(
        "This file is not a whole bundle ({reason}). Nothing was changed. Copy the bundle again from its "
        "source, or choose another file.",
        "Ce fichier n'est pas un paquet complet ({reason}). Rien n'a été modifié. Copiez de nouveau le "
        "paquet depuis sa source ou choisissez un autre fichier.",
    )


class NameRefused(BundleProblem):
    """An entry has a name that a bundle does not have."""

    code = "E-NAME"
    sentences: ClassVar[Sentences] = both(
        "This file holds something that does not belong in a bundle: “{name}”. Nothing was changed. Ask the "
        "publisher for a good copy.",
        "Ce fichier contient quelque chose qui n'a pas sa place dans un paquet : « {name} ». Rien n'a été "
        "modifié. Demandez une bonne copie à l'éditeur.",
    )


class TooLarge(BundleProblem):
    """Something is larger than a bundle may hold, or than it says of itself."""

    code = "E-SIZE"
    sentences: ClassVar[Sentences] = both(
        "This file is larger than a bundle may be, or than it says of itself ({reason}). Nothing was "
        "changed. Ask the publisher for a good copy.",
        "Ce fichier est plus gros qu'un paquet peut l'être ou que ce qu'il annonce ({reason}). Rien n'a "
        "été modifié. Demandez une bonne copie à l'éditeur.",
    )


class KeyUnknown(BundleProblem):
    """The signature is of a key that this computer does not trust."""

    code = "E-SIG-UNKNOWN-KEY"
    sentences: ClassVar[Sentences] = both(
        "This bundle is signed with a key that this computer does not know (key {key_id}). Nothing was "
        "changed. If it comes from a publisher you trust, an administrator can add the key from its "
        "printed fingerprint; otherwise do not use it.",
        "Ce paquet est signé avec une clé que cet ordinateur ne connaît pas (clé {key_id}). Rien n'a été "
        "modifié. S'il vient d'un éditeur de confiance, une administratrice ou un administrateur peut "
        "ajouter la clé à partir de son empreinte imprimée; sinon, ne l'utilisez pas.",
    )


class KeyRevoked(BundleProblem):
    """The signature is of a key that was trusted once and is not any more."""

    code = "E-SIG-UNKNOWN-KEY"
    sentences: ClassVar[Sentences] = both(
        "This bundle is signed with a key that was revoked on this computer (key {key_id}). Nothing was "
        "changed. Do not use it; ask the publisher for a bundle signed with a key that is still good.",
        "Ce paquet est signé avec une clé qui a été révoquée sur cet ordinateur (clé {key_id}). Rien n'a "
        "été modifié. Ne l'utilisez pas; demandez à l'éditeur un paquet signé avec une clé encore "
        "valable.",
    )


class SignatureBad(BundleProblem):
    """The signature does not fit the content."""

    code = "E-SIG-BAD"
    sentences: ClassVar[Sentences] = both(
        "The signature of this bundle is not right ({reason}): it was changed after it was signed, or it was "
        "never signed. Nothing was changed. Do not use it; tell the publisher.",
        "La signature de ce paquet n'est pas valable ({reason}) : il a été modifié après avoir été signé, ou "
        "n'a jamais été signé. Rien n'a été modifié. Ne l'utilisez pas; avertissez l'éditeur.",
    )


class ManifestUnreadable(BundleProblem):
    """The manifest is not strict JSON."""

    code = "E-MANIFEST-JSON"
    sentences: ClassVar[Sentences] = both(
        "The description inside this bundle cannot be read ({reason}). Nothing was changed. Ask the "
        "publisher for a good copy.",
        "La description contenue dans ce paquet est illisible ({reason}). Rien n'a été modifié. Demandez "
        "une bonne copie à l'éditeur.",
    )


class ManifestWrong(BundleProblem):
    """A member of the manifest is missing or cannot be what it is."""

    code = "E-MANIFEST-SCHEMA"
    sentences: ClassVar[Sentences] = both(
        "The description inside this bundle is not complete or not right ({member}: {reason}). Nothing was "
        "changed. Ask the publisher for a good copy.",
        "La description contenue dans ce paquet est incomplète ou inexacte ({member} : {reason}). Rien n'a "
        "été modifié. Demandez une bonne copie à l'éditeur.",
    )


class FormatNewer(BundleProblem):
    """The bundle is of a later format."""

    code = "E-FORMAT-NEWER"
    sentences: ClassVar[Sentences] = both(
        "This bundle was made for a newer version of Peer Desktop ({reason}). Nothing was changed. "
        "Install the newer program first.",
        "Ce paquet a été fait pour une version plus récente de Peer Desktop ({reason}). Rien n'a été "
        "modifié. Installez d'abord le programme plus récent.",
    )


class ProgramTooOld(BundleProblem):
    """The bundle names a later program."""

    code = "E-APP-TOO-OLD"
    sentences: ClassVar[Sentences] = both(
        "This bundle needs Peer Desktop {needed} or later, and this is {version}. Nothing was changed. "
        "Install the newer program first.",
        "Ce paquet exige Peer Desktop {needed} ou une version ultérieure, et voici la version {version}. "
        "Rien n'a été modifié. Installez d'abord le programme plus récent.",
    )


class OtherChannel(BundleProblem):
    """The bundle is of another data set."""

    code = "E-CHANNEL"
    sentences: ClassVar[Sentences] = both(
        "This bundle belongs to another directory (“{channel}”) than the one on this computer “{installed}”. "
        "Nothing was changed. Choose a bundle of this directory.",
        "Ce paquet appartient à un autre répertoire (« {channel} ») que celui de cet ordinateur "
        "(« {installed} »). Rien n'a été modifié. Choisissez un paquet de ce répertoire.",
    )


class Older(BundleProblem):
    """The serial is lower than one that was installed."""

    code = "E-ROLLBACK"
    sentences: ClassVar[Sentences] = both(
        "This stick is older than what is installed (serial {serial}; {floor} was installed). Nothing was "
        "changed. Use a newer bundle; to go back to an earlier directory, use Data history.",
        "Cette clé est plus ancienne que ce qui est installé (numéro de série {serial}; {floor} a été "
        "installé). Rien n'a été modifié. Utilisez un paquet plus récent; pour revenir à un répertoire "
        "antérieur, utilisez l'historique des données.",
    )


class SameSerialOtherContent(BundleProblem):
    """Two bundles carry one serial: a slip of the publisher, or worse."""

    code = "E-ROLLBACK"
    sentences: ClassVar[Sentences] = both(
        "A bundle with the serial {serial} was installed already, and this one says something else. "
        "Nothing was changed, and this was noted. Ask the publisher for a bundle with a new serial.",
        "Un paquet portant le numéro de série {serial} a déjà été installé, et celui-ci dit autre chose. "
        "Rien n'a été modifié, et cela a été noté. Demandez à l'éditeur un paquet avec un nouveau numéro "
        "de série.",
    )


class FarAhead(BundleProblem):
    """A serial so high that no later bundle could follow it."""

    code = "E-FASTFWD"
    sentences: ClassVar[Sentences] = both(
        "The serial of this bundle, {serial}, is too far ahead of what is installed ({floor}). Nothing was "
        "changed. Ask the publisher: it would shut out every later bundle.",
        "Le numéro de série de ce paquet, {serial}, est trop loin devant ce qui est installé ({floor}). Rien "
        "n'a été modifié. Demandez à l'éditeur : ce paquet empêcherait tous les suivants.",
    )


class ContentDiffers(BundleProblem):
    """What is inside is not what was signed."""

    code = "E-HASH"
    sentences: ClassVar[Sentences] = both(
        "This bundle is damaged: {name} is not what the publisher put in ({reason}). Nothing was changed."
        " Copy the bundle again from its source; if that does not help, use another stick.",
        "Ce paquet est endommagé : {name} n'est pas ce que l'éditeur y a mis ({reason}). Rien n'a été "
        "modifié. Copiez de nouveau le paquet depuis sa source; si cela ne suffit pas, utilisez une autre"
        " clé.",
    )


class DirectoryCorrupt(BundleProblem):
    """The directory file inside is not sound."""

    code = "E-DB-CORRUPT"
    sentences: ClassVar[Sentences] = both(
        "The directory inside this bundle is damaged ({reason}). Nothing was changed. Tell the publisher.",
        "Le répertoire contenu dans ce paquet est endommagé ({reason}). Rien n'a été modifié. Avertissez "
        "l'éditeur.",
    )


class DirectoryForeign(BundleProblem):
    """The directory file inside has other tables than ours."""

    code = "E-DB-SCHEMA"
    sentences: ClassVar[Sentences] = both(
        "The directory inside this bundle is not built as Peer Desktop builds one ({reason}). Nothing was"
        " changed. Tell the publisher.",
        "Le répertoire contenu dans ce paquet n'est pas construit comme Peer Desktop le fait ({reason}). "
        "Rien n'a été modifié. Avertissez l'éditeur.",
    )


class TextRefused(BundleProblem):
    """A text that cannot be shown as it is."""

    code = "E-DB-TEXT"
    sentences: ClassVar[Sentences] = both(
        "The directory inside this bundle holds text that cannot be shown safely ({reason}). Nothing was "
        "changed. Tell the publisher.",
        "Le répertoire contenu dans ce paquet contient du texte qui ne peut pas être affiché sans risque "
        "({reason}). Rien n'a été modifié. Avertissez l'éditeur.",
    )


class ValueRefused(BundleProblem):
    """A value that cannot be; `findings` names each."""

    code = "E-DB-VALUE"
    sentences: ClassVar[Sentences] = both(
        "The directory inside this bundle holds something that cannot be right ({reason}). Nothing was "
        "changed. Tell the publisher.",
        "Le répertoire contenu dans ce paquet contient quelque chose qui ne peut pas être juste "
        "({reason}). Rien n'a été modifié. Avertissez l'éditeur.",
    )

    def __init__(self, findings: tuple[Finding, ...] = (), **facts: object) -> None:
        self.findings = findings
        super().__init__(**facts)


class RowsRefused(BundleProblem):
    """A table with far too many rows, or too few."""

    code = "E-LIMIT-ROWS"
    sentences: ClassVar[Sentences] = both(
        "The directory inside this bundle has {count} rows in “{table}”, where {least} to {most} are "
        "possible. Nothing was changed. Tell the publisher.",
        "Le répertoire contenu dans ce paquet compte {count} lignes dans « {table} », alors qu'il peut y "
        "en avoir de {least} à {most}. Rien n'a été modifié. Avertissez l'éditeur.",
    )


class CrisisLineMissing(BundleProblem):
    """A line that is always in view is not in the bundle."""

    code = "E-CRISIS-MISSING"
    sentences: ClassVar[Sentences] = both(
        "This bundle leaves out a crisis line that must always be there: {line}. Nothing was changed. Do "
        "not use it; tell the publisher.",
        "Il manque dans ce paquet une ligne d'aide en cas de crise qui doit toujours s'y trouver : "
        "{line}. Rien n'a été modifié. Ne l'utilisez pas; avertissez l'éditeur.",
    )


class CrisisLinePinned(BundleProblem):
    """A number that changes only with the program itself."""

    code = "E-CRISIS-PINNED"
    sentences: ClassVar[Sentences] = both(
        "This bundle changes a crisis number that only the program itself may change: {line}, from {old} "
        "to {new}. Nothing was changed. Do not use it; tell the publisher.",
        "Ce paquet modifie un numéro de crise que seul le programme peut modifier : {line}, de {old} à "
        "{new}. Rien n'a été modifié. Ne l'utilisez pas; avertissez l'éditeur.",
    )
