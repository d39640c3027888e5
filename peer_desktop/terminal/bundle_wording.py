"""Holds the words of the bundle commands in both languages."""

from collections.abc import Mapping
from typing import Final

from peer_desktop.bundle.steps import Step
from peer_desktop.directory.language import Bilingual

COMMANDS: Final[Mapping[str, Bilingual]] = {
    "build": Bilingual(
        "Check the tables of a folder or workbook and make a signed bundle of them.",
        "Vérifier les tables d'un dossier ou d'un classeur et en faire un paquet signé.",
    ),
    "workbook": Bilingual(
        "Write the tables of a folder as one Excel workbook, to edit there.",
        "Écrire les tables d'un dossier dans un seul classeur Excel, pour les y modifier.",
    ),
    "keygen": Bilingual(
        "Make a publisher's key: NAME.key, which stays secret, and NAME.pub.",
        "Créer la clé d'un éditeur : NOM.key, qui reste secrète, et NOM.pub.",
    ),
    "sign": Bilingual("Sign a bundle, or sign it anew.", "Signer un paquet, ou le signer de nouveau."),
    "show": Bilingual(
        "Say what a bundle says of itself, whoever made it.",
        "Dire ce qu'un paquet dit de lui-même, qui que ce soit qui l'ait fait.",
    ),
    "verify": Bilingual(
        "Prove a bundle as an import does, and install nothing.",
        "Prouver un paquet comme le fait une mise à jour, sans rien installer.",
    ),
    "diff": Bilingual(
        "Say what changes from one bundle to another.", "Dire ce qui change d'un paquet à un autre."
    ),
    "install": Bilingual(
        "Prove a bundle, show what it changes, and install it.",
        "Prouver un paquet, montrer ce qu'il change, puis l'installer.",
    ),
    "history": Bilingual("List what was installed and when.", "Lister ce qui a été installé et quand."),
    "put-back": Bilingual(
        "Make the directory before this one current again, or the one named.",
        "Remettre le répertoire précédent, ou celui qui est nommé.",
    ),
    "trust": Bilingual(
        "List, add and revoke trusted keys.",
        "Lister, ajouter et révoquer des clés de confiance.",
    ),
    "trust list": Bilingual("List the trusted keys.", "Lister les clés de confiance."),
    "trust add": Bilingual(
        "Trust a key whose fingerprint is typed from paper.",
        "Faire confiance à une clé dont l'empreinte est tapée à partir du papier.",
    ),
    "trust revoke": Bilingual(
        "Trust a key no more. There is no way back.", "Ne plus faire confiance à une clé. C'est sans retour."
    ),
    "find": Bilingual("List the bundles on sticks.", "Lister les paquets sur les clés USB."),
}

OPTIONS: Final[Mapping[str, Bilingual]] = {
    "--serial": Bilingual(
        "The number of this bundle: one more than the last of its channel.",
        "Le numéro de ce paquet : un de plus que le dernier de son canal.",
    ),
    "--channel": Bilingual(
        "Stop unless the tables are of this channel.", "Arrêter si les tables ne sont pas de ce canal."
    ),
    "--key": Bilingual(
        "The private key to sign with; without it, sign later.",
        "La clé privée pour signer; sans elle, signer plus tard.",
    ),
    "--passphrase-file": Bilingual(
        "Read the passphrase from the first line of this file; otherwise it is asked.",
        "Lire la phrase de passe à la première ligne de ce fichier; sinon, elle est demandée.",
    ),
    "--output": Bilingual("The file to write.", "Le fichier à écrire."),
    "--publisher": Bilingual("Who publishes the bundle.", "Qui publie le paquet."),
    "--phone": Bilingual("The publisher's telephone.", "Le téléphone de l'éditeur."),
    "--email": Bilingual("The publisher's e-mail.", "Le courriel de l'éditeur."),
    "--notes-en": Bilingual("What is new, in English.", "Les nouveautés, en anglais."),
    "--notes-fr": Bilingual("What is new, in French.", "Les nouveautés, en français."),
    "--fresh-for": Bilingual(
        "Days after which the data are no longer fresh.",
        "Nombre de jours après lequel les données ne sont plus à jour.",
    ),
    "--created-at": Bilingual(
        "When it is made, as 2026-11-21T18:30:00Z; otherwise now.",
        "Quand il est fait, comme 2026-11-21T18:30:00Z; sinon maintenant.",
    ),
    "--min-app-version": Bilingual(
        "The oldest program that may install it.", "Le plus ancien programme qui peut l'installer."
    ),
    "--basemap": Bilingual("A map to bring along (*.pmtiles).", "Une carte à joindre (*.pmtiles)."),
    "--document": Bilingual(
        "The PDF of a resource to bring along. Repeat for more.",
        "Le PDF d'une ressource à joindre. Répétable.",
    ),
    "--leave-out-wrong-rows": Bilingual(
        "Leave wrong rows out and name each, where otherwise one wrong row stops the build.",
        "Laisser de côté les lignes fautives en nommant chacune, au lieu d'arrêter.",
    ),
    "--public-key": Bilingual("Prove with this key and no other.", "Prouver avec cette clé et aucune autre."),
    "--home": Bilingual(
        "Keep everything in this folder and not in that of the account.",
        "Tout garder dans ce dossier et non dans celui du compte.",
    ),
    "--for-everybody": Bilingual(
        "Install for every account of this computer.", "Installer pour tous les comptes de cet ordinateur."
    ),
    "--yes": Bilingual("Install without asking.", "Installer sans demander."),
    "--confirm-number": Bilingual(
        "Type a crisis number that changes. Repeat for more.",
        "Taper un numéro de crise qui change. Répétable.",
    ),
    "--confirm-removed": Bilingual(
        "Say that it is meant when more than a fifth of the listings go.",
        "Confirmer que plus du cinquième des fiches doit bien disparaître.",
    ),
    "--preview": Bilingual("Show what would change and stop.", "Montrer ce qui changerait et s'arrêter."),
    "--save-preview": Bilingual("Keep the preview as a text file.", "Garder l'aperçu dans un fichier texte."),
    "--fingerprint": Bilingual(
        "The eight groups from the paper; otherwise they are asked.",
        "Les huit groupes sur le papier; sinon, ils sont demandés.",
    ),
    "--name": Bilingual("What to call the key.", "Comment appeler la clé."),
    "--lang": Bilingual(
        "The language of the answer; otherwise that of the system.",
        "La langue de la réponse; sinon, celle du système.",
    ),
    "--json": Bilingual("Print JSON for other programs.", "Écrire du JSON pour d'autres programmes."),
    "--help": Bilingual("Show this text and stop.", "Montrer ce texte et s'arrêter."),
}

STEPS: Final[Mapping[Step, Bilingual]] = {
    Step.ROOM: Bilingual("Looking for room", "Vérification de l'espace"),
    Step.COPYING: Bilingual("Copying: leave the stick in", "Copie : laissez la clé en place"),
    Step.PROVING: Bilingual(
        "Proving the bundle: the stick may be taken out",
        "Vérification du paquet : la clé peut être retirée",
    ),
    Step.READING: Bilingual("Reading the directory", "Lecture du répertoire"),
    Step.CHECKING: Bilingual("Checking every value", "Vérification de chaque valeur"),
    Step.BUILDING: Bilingual("Building the new directory", "Production du nouveau répertoire"),
    Step.TRYING: Bilingual("Trying the new directory", "Essai du nouveau répertoire"),
    Step.COMPARING: Bilingual("Comparing with the one installed", "Comparaison avec celui qui est installé"),
    Step.INSTALLING: Bilingual("Installing", "Installation"),
}

PASSPHRASE: Final = Bilingual("Passphrase", "Phrase de passe")
PASSPHRASE_AGAIN: Final = Bilingual("The same passphrase again", "La même phrase de passe")
PASSPHRASES_DIFFER: Final = Bilingual("They are not the same.", "Elles ne sont pas identiques.")
FINGERPRINT: Final = Bilingual(
    "Type the eight groups of the fingerprint from the paper",
    "Tapez les huit groupes de l'empreinte sur le papier",
)
TYPE_NUMBER: Final = Bilingual(
    "A crisis line changes. Type its number after the change ({line})",
    "Une ligne d'aide en cas de crise change. Tapez son numéro après le changement ({line})",
)
TYPE_REMOVED: Final = Bilingual(
    "More than a fifth of the listings go. Type how many ({n})",
    "Plus du cinquième des fiches disparaissent. Tapez combien ({n})",
)
INSTALL_NOW: Final = Bilingual("Install this bundle? Type yes", "Installer ce paquet? Tapez oui")
YES: Final = Bilingual("yes", "oui")
YES_IS_MISSING: Final = Bilingual("say --yes", "dites --yes")

BUILT: Final = Bilingual(
    "Made {file}: serial {serial}, {n} listings.", "Fait : {file}, numéro de série {serial}, {n} fiches."
)
UNSIGNED: Final = Bilingual("It is not signed yet: bundle sign.", "Il n'est pas encore signé : bundle sign.")
LEFT_OUT: Final = Bilingual("Left out", "Laissé de côté")
SIGNED: Final = Bilingual("Signed: {file}.", "Signé : {file}.")
KEY_MADE: Final = Bilingual(
    "Made {private}, which stays secret, and {public}. Print this fingerprint and give it on paper to"
    " those who install: {fingerprint}",
    "Fait : {private}, qui reste secret, et {public}. Imprimez cette empreinte et remettez-la sur "
    "papier à ceux qui installent : {fingerprint}",
)
WORKBOOK_MADE: Final = Bilingual("Made {file}: {n} sheets.", "Fait : {file}, {n} feuilles.")
VERIFIED: Final = Bilingual(
    "The bundle is whole, signed by {name} ({fingerprint}), and every value is as it must be.",
    "Le paquet est complet, signé par {name} ({fingerprint}), et chaque valeur est comme il se doit.",
)
PREVIEWED: Final = Bilingual(
    "This is what the bundle would change. Nothing was changed.",
    "Voilà ce que le paquet changerait. Rien n'a été modifié.",
)
SAVED: Final = Bilingual("The preview is kept in {file}.", "L'aperçu est gardé dans {file}.")
NOT_ANSWERED: Final = Bilingual(
    "The question was not answered. Nothing was changed.",
    "La question est restée sans réponse. Rien n'a été modifié.",
)
STOPPED: Final = Bilingual(
    "It was stopped. The directory in use is whole; bundle history says which one it is.",
    "Le travail a été arrêté. Le répertoire en service est entier; bundle history dit lequel c'est.",
)
CODE: Final = Bilingual("Code: {code}", "Code : {code}")
SHOWN: Final = Bilingual("What the bundle says of itself.", "Ce que le paquet dit de lui-même.")
SIGNATURE_STATES: Final[Mapping[str, Bilingual]] = {
    "none": Bilingual("not signed", "non signé"),
    "trusted": Bilingual("signed by {name}, trusted here", "signé par {name}, de confiance ici"),
    "unknown": Bilingual(
        "signed with a key that is not trusted here ({key})", "signé avec une clé inconnue ici ({key})"
    ),
    "revoked": Bilingual(
        "signed with a key that was revoked here ({key})", "signé avec une clé révoquée ici ({key})"
    ),
    "bad": Bilingual("THE SIGNATURE IS NOT RIGHT", "LA SIGNATURE N'EST PAS VALABLE"),
}
SIGNATURE: Final = Bilingual("Signature", "Signature")
COMPARED: Final = Bilingual("What changes from {old} to {new}.", "Ce qui change de {old} à {new}.")
NO_HISTORY: Final = Bilingual(
    "Nothing was installed yet: the directory that came with the program is current.",
    "Rien n'a encore été installé : le répertoire venu avec le programme est utilisé.",
)
HISTORY: Final = Bilingual("What was installed.", "Ce qui a été installé.")
ACTIONS: Final[Mapping[str, Bilingual]] = {
    "install": Bilingual("installed", "installé"),
    "put-back": Bilingual("put back", "remis"),
    "undone": Bilingual("put back by itself: it did not open", "remis automatiquement : il ne s'ouvrait pas"),
}
SHIPPED: Final = Bilingual("the directory that came with the program", "le répertoire venu avec le programme")
ENTRY: Final = Bilingual(
    "serial {serial}, {publisher}, {listings} listings (+{added}, −{removed}, ~{changed}), by {who}",
    "numéro de série {serial}, {publisher}, {listings} fiches (+{added}, −{removed}, ~{changed}), par {who}",
)
IS_CURRENT: Final = Bilingual("current", "actuel")
CAN_BE_PUT_BACK: Final = Bilingual("bundle put-back {generation}", "bundle put-back {generation}")
AUDIT_BROKEN: Final = Bilingual(
    "The audit is broken at line {lines}: somebody or a power cut changed it.",
    "Le journal est rompu à la ligne {lines} : quelqu'un ou une panne de courant l'a modifié.",
)
KEYS: Final = Bilingual("The keys of this computer.", "Les clés de cet ordinateur.")
KEY_STATES: Final[Mapping[str, Bilingual]] = {
    "built-in": Bilingual("came with the program", "venue avec le programme"),
    "added": Bilingual("added here", "ajoutée ici"),
    "revoked": Bilingual("REVOKED", "RÉVOQUÉE"),
}
KEY_ADDED: Final = Bilingual(
    "The key {name} is trusted from now on ({fingerprint}).",
    "La clé {name} est désormais de confiance ({fingerprint}).",
)
KEY_REVOKED: Final = Bilingual(
    "The key {fingerprint} is not trusted any more. Bundles installed before stay.",
    "La clé {fingerprint} n'est plus de confiance. Les paquets déjà installés restent.",
)
FOUND: Final = Bilingual("Bundles on sticks: {n}.", "Paquets sur les clés USB : {n}.")
