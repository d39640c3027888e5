"""Holds the words of the terminal in both languages."""

from collections.abc import Mapping
from typing import Final

from peer_desktop.directory.language import Bilingual, Language


def listed(words: tuple[str, ...], language: Language) -> str:
    """Several words as one enumeration: a, b or c."""
    last = OR.said_in(language)
    return f" {last} ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)


OR: Final = Bilingual("or", "ou")

# What the commands and options do ---------------------------------------------------------------------------

COMMANDS: Final[Mapping[str, Bilingual]] = {
    "": Bilingual(
        "Find peer support for Veterans and their Families across Canada, without internet.",
        "Trouver, sans Internet, du soutien par les pairs pour les vétérans et leur famille au Canada.",
    ),
    "search": Bilingual(
        "Find listings by words, ticked values and places. All listings when nothing is asked.",
        "Trouver des fiches par mots, valeurs et lieux. Toutes les fiches si rien n'est demandé.",
    ),
    "show": Bilingual("Show one listing whole.", "Montrer une fiche au complet."),
    "terms": Bilingual("Read the glossary.", "Lire le glossaire."),
    "resources": Bilingual(
        "Find articles, guides, podcasts and reports about peer support.",
        "Trouver des articles, guides, balados et rapports sur le soutien par les pairs.",
    ),
    "crisis": Bilingual("Show the crisis lines.", "Montrer les lignes d'aide en cas de crise."),
    "places": Bilingual(
        "Find a town, a province or a postal code in the gazetteer.",
        "Trouver une ville, une province ou un code postal dans le répertoire des lieux.",
    ),
    "build": Bilingual(
        "Check the tables of a folder and build a directory file from them.",
        "Vérifier les tables d'un dossier et en construire un fichier de répertoire.",
    ),
    "bundle": Bilingual(
        "Make, prove and install bundles: signed files that bring a newer directory.",
        "Produire, prouver et installer des paquets : des fichiers signés qui apportent un répertoire plus "
        "récent.",
    ),
    "self-test": Bilingual(
        "Start the real window unseen, use it, and say what fails.",
        "Démarrer la vraie fenêtre sans l'afficher, s'en servir et dire ce qui échoue.",
    ),
}

OPTIONS: Final[Mapping[str, Bilingual]] = {
    "--where": Bilingual(
        "Keep listings with this value, as in topic=grief-loss. Repeat to widen or narrow.",
        "Garder les fiches qui ont cette valeur, p. ex. topic=grief-loss. Répétable.",
    ),
    "--not": Bilingual(
        "Leave out listings with this value. Repeat for more.",
        "Écarter les fiches qui ont cette valeur. Répétable.",
    ),
    "--near": Bilingual(
        "Measure kilometres from a town or postal code.",
        "Mesurer les kilomètres depuis une ville ou un code postal.",
    ),
    "--within": Bilingual(
        "Keep what lies within so many kilometres of --near.",
        "Garder ce qui se trouve à tant de kilomètres ou moins de --near.",
    ),
    "--serves": Bilingual(
        "Keep what a person living in this place can use, wherever it is.",
        "Garder ce qu'une personne qui vit à cet endroit peut utiliser, où que ce soit.",
    ),
    "--sort": Bilingual("The order of the listings.", "L'ordre des fiches."),
    "--limit": Bilingual(
        "Show so many listings (20 in the table; all with --json).",
        "Montrer tant de fiches (20 dans le tableau; toutes avec --json).",
    ),
    "--explain": Bilingual(
        "Say why each listing stands where it does.",
        "Dire pourquoi chaque fiche se trouve à sa place.",
    ),
    "--lang": Bilingual(
        "The language of the answer; otherwise that of the system.",
        "La langue de la réponse; sinon, celle du système.",
    ),
    "--directory": Bilingual(
        "Ask this directory file and not the one that came with the program.",
        "Interroger ce fichier de répertoire et non celui qui vient avec le programme.",
    ),
    "--json": Bilingual("Print JSON for other programs.", "Écrire du JSON pour d'autres programmes."),
    "--output": Bilingual("The directory file to write.", "Le fichier de répertoire à écrire."),
    "--screenshots": Bilingual(
        "Keep the pictures of the test in this folder.", "Garder les images du test dans ce dossier."
    ),
    "--version": Bilingual("Say the version and stop.", "Dire la version et s'arrêter."),
    "--help": Bilingual("Show this text and stop.", "Montrer ce texte et s'arrêter."),
}

USAGE: Final = Bilingual("Usage: ", "Utilisation : ")
HEADINGS: Final[Mapping[str, Bilingual]] = {
    "Options": Bilingual("Options", "Options"),
    "Commands": Bilingual("Commands", "Commandes"),
}

# What cannot be understood ----------------------------------------------------------------------------------

NO_SUCH_OPTION: Final = Bilingual("There is no option {name}.", "L'option {name} n'existe pas.")
NO_SUCH_COMMAND: Final = Bilingual("There is no command {name}.", "La commande {name} n'existe pas.")
NO_VALUE: Final = Bilingual("{name} needs a value.", "{name} demande une valeur.")
IS_MISSING: Final = Bilingual("{name} is missing.", "Il manque {name}.")
UNFIT: Final = Bilingual("{name} cannot be that.", "{name} ne peut pas être cela.")
NOT_UNDERSTOOD: Final = Bilingual("This command was not understood.", "Cette commande n'a pas été comprise.")
TRY_HELP: Final = Bilingual("See: {command} --help", "Voir : {command} --help")
DID_YOU_MEAN: Final = Bilingual("Nearest: {nearest}.", "Le plus proche : {nearest}.")
PEOPLE_MEAN: Final = Bilingual(
    "{taken} is meant; there is also {others}.", "Il s'agit de {taken}; il y a aussi {others}."
)

# What is said of the answer ---------------------------------------------------------------------------------

FOUND_ONE: Final = Bilingual("{n} listing found", "{n} fiche trouvée")
FOUND_MANY: Final = Bilingual("{n} listings found", "{n} fiches trouvées")
NOTHING_FOUND: Final = Bilingual("Nothing found.", "Rien trouvé.")
RELIEF_ONE: Final = Bilingual(
    "Without {condition} there would be {n} listing.", "Sans {condition}, il y aurait {n} fiche."
)
RELIEF_MANY: Final = Bilingual(
    "Without {condition} there would be {n} listings.", "Sans {condition}, il y aurait {n} fiches."
)
CONDITIONS: Final[Mapping[str, Bilingual]] = {
    "text": Bilingual("these words", "ces mots"),
    "near": Bilingual("the place", "le lieu"),
}
CONDITION_OF_FACET: Final = Bilingual("“{facet}”", "« {facet} »")
MORE_ONE: Final = Bilingual("… and {n} more (--limit)", "… et {n} autre (--limit)")
MORE_MANY: Final = Bilingual("… and {n} more (--limit)", "… et {n} autres (--limit)")
CORRECTED: Final = Bilingual(
    "Showing results for “{searched}”, not “{typed}”.", "Résultats pour « {searched} » et non « {typed} »."
)
WIDENED: Final = Bilingual(
    "“{typed}”: also searching {searched}.", "« {typed} » : recherche aussi de {searched}."
)
ONLY_SOME_WORDS: Final = Bilingual(
    "From row {row} on, the listings hold only some of the words.",
    "À partir de la rangée {row}, les fiches n'ont que certains des mots.",
)
OF_TOWN: Final = Bilingual(
    "Among the first five is also what lies in {town} itself, whatever it says.",
    "Parmi les cinq premières figure aussi ce qui se trouve à {town} même, quels que soient ses mots.",
)
MEASURED_FROM: Final = Bilingual("Distances from {place}.", "Distances depuis {place}.")

# Why a listing stands where it does

FIELDS: Final[Mapping[str, Bilingual]] = {
    "name": Bilingual("name", "nom"),
    "organization": Bilingual("organization", "organisme"),
    "place": Bilingual("place", "lieu"),
    "labels": Bilingual("values of facets", "valeurs de critères"),
    "text": Bilingual("description", "description"),
}
NOWHERE: Final = Bilingual("not held", "absent")
ALL_WORDS: Final = Bilingual("holds all the words", "contient tous les mots")
SOME_WORDS: Final = Bilingual("holds some of the words", "contient certains des mots")
IMPACT: Final = Bilingual("impact {impact}, rarity {rarity:.2f}", "poids {impact}, rareté {rarity:.2f}")
ONLY_ADDS: Final = Bilingual("only adds to the rank", "ne fait qu'ajouter au rang")
FACTORS: Final[Mapping[str, Bilingual]] = {
    "words": Bilingual("words", "mots"),
    "evidence": Bilingual("peer support", "soutien par les pairs"),
    "freshness": Bilingual("age of the page", "âge de la page"),
    "workplace": Bilingual("workplace", "milieu de travail"),
    "loss": Bilingual("only for the bereaved", "seulement pour les personnes en deuil"),
    "children": Bilingual("only for children", "seulement pour les enfants"),
    "reach": Bilingual("serves the place", "dessert le lieu"),
    "nearness": Bilingual("near", "proximité"),
    "name": Bilingual("name", "nom"),
}

# Headings of tables

ROW: Final = Bilingual("#", "nᵒ")
LISTING: Final = Bilingual("Listing", "Fiche")
HOW: Final = Bilingual("How", "Comment")
WHERE: Final = Bilingual("Where", "Où")
DISTANCE: Final = Bilingual("km", "km")
CHECKED: Final = Bilingual("Confirmed by phone", "Confirmée par téléphone")
TERM: Final = Bilingual("Term", "Terme")
MEANING: Final = Bilingual("What it means", "Ce que cela veut dire")
RESOURCE: Final = Bilingual("Resource", "Ressource")
PLACE: Final = Bilingual("Place", "Lieu")
POSITION: Final = Bilingual("Latitude, longitude", "Latitude, longitude")

# A listing, whole -------------------------------------------------------------------------------------------

WHAT_IT_IS: Final = Bilingual("What it is", "Ce que c'est")
PHONE: Final = Bilingual("Phone", "Téléphone")
PHONE_KINDS: Final[Mapping[str, Bilingual]] = {
    "voice": PHONE,
    "toll-free": Bilingual("Toll-free", "Sans frais"),
    "text": Bilingual("Text", "Texto"),
    "tty": Bilingual("TTY", "ATS"),
}
EXTENSION: Final = Bilingual("ext. {extension}", "poste {extension}")
EMAIL: Final = Bilingual("E-mail", "Courriel")
WEBSITE: Final = Bilingual("Website", "Site Web")
ADDRESS: Final = Bilingual("Address", "Adresse")
HOURS: Final = Bilingual("Hours", "Heures")
WHO_IT_IS_FOR: Final = Bilingual("Who can use it", "Qui peut y participer")
REFERRAL: Final = Bilingual("Referral", "Aiguillage")
REFERRALS: Final[Mapping[bool | None, Bilingual]] = {
    True: Bilingual("needed", "nécessaire"),
    False: Bilingual("not needed", "pas nécessaire"),
    None: Bilingual("not stated", "non précisé"),
}
NOT_STATED: Final = Bilingual("not stated", "non précisé")
CHECKED_ON: Final = Bilingual("on {date}", "le {date}")
NEVER_CHECKED: Final = Bilingual("not yet", "pas encore")
SOURCE_DATE: Final = Bilingual("page of {date}", "page de {date}")
SOURCE_UNDATED: Final = Bilingual("undated page", "page sans date")
SOURCES: Final = Bilingual("Sources", "Sources")
ROLES: Final[Mapping[str, Bilingual]] = {
    "crisis": Bilingual("In crisis now", "En crise maintenant"),
    "peer": Bilingual("To talk with a peer", "Parler à un pair"),
    "information": Bilingual("For information", "Pour s'informer"),
}
TEXT_WORD: Final = Bilingual("text the word {words}", "textez le mot {words}")
SEEN_ONCE: Final = Bilingual("seen on one page only", "vue sur une seule page")
OTHER_LANGUAGE: Final[Mapping[Language, Bilingual]] = {
    Language.ENGLISH: Bilingual("in English", "en anglais"),
    Language.FRENCH: Bilingual("in French", "en français"),
}

BUILT: Final = Bilingual("{file} holds {n} listings.", "{file} contient {n} fiches.")
