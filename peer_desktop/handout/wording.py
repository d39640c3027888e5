"""Holds the words of the sheet in both languages: it speaks its reader's, whatever the window speaks."""

from collections.abc import Mapping
from typing import Final

from peer_desktop.directory.language import Bilingual, Language

TITLE: Final = Bilingual("Peer support: whom to contact", "Soutien par les pairs : à qui s’adresser")
NAMES_NOBODY: Final = Bilingual("Nothing on this sheet names you.", "Rien sur cette feuille ne vous nomme.")
FROM_DIRECTORY: Final = Bilingual("From the directory of {day}.", "D’après le répertoire du {day}.")
FOOT: Final = Bilingual("Peer Desktop · directory of {day}", "Peer Desktop · répertoire du {day}")
PAGE: Final = Bilingual("Page {page} of {pages}", "Page {page} de {pages}")

# Crisis lines -----------------------------------------------------------------------------------------------

IN_CRISIS: Final = Bilingual("In crisis now?", "En crise?")
CALL_OR_TEXT: Final = Bilingual("Call or text", "Appelez ou textez le")
CALL: Final = Bilingual("Call", "Appelez le")
IN_DANGER: Final = Bilingual(
    "If a life is in danger, call {number} now.", "Si une vie est en danger, appelez le {number} maintenant."
)
MORE_LINES: Final = Bilingual("More crisis lines", "Autres lignes de crise")
TTY: Final = Bilingual("TTY", "ATS")
BY_TEXT: Final = Bilingual("text", "texto")

# One listing ------------------------------------------------------------------------------------------------

WHAT_IT_IS: Final = Bilingual("What it is", "Ce que c’est")
FOR_WHOM: Final = Bilingual("Who it is for", "Pour qui")
WHEN: Final = Bilingual("When", "Quand")
HOW: Final = Bilingual("How", "Comment")
COST: Final = Bilingual("Cost", "Coût")
LANGUAGE: Final = Bilingual("Language", "Langue")
WHERE: Final = Bilingual("Where", "Où")
SERVES: Final = Bilingual("Serves", "Dessert")
PEER_SUPPORT: Final = Bilingual("Peer support", "Les pairs")
HOW_TO_START: Final = Bilingual("How to start", "Pour commencer")
EMAIL: Final = Bilingual("Email", "Courriel")
WEBSITE: Final = Bilingual("Website", "Site Web")
SOURCE_PAGE: Final = Bilingual("Source page", "Page source")

NOT_STATED: Final = Bilingual("Not stated", "Non précisé")
"""The caption of what a person would ask and nobody wrote down."""
CALL_THE_NUMBER: Final = Bilingual("Call the number above.", "Appelez le numéro ci-dessus.")
TEXT_THE_NUMBER: Final = Bilingual("Text the number above.", "Textez au numéro ci-dessus.")
NO_CONTACT: Final = Bilingual(
    "No phone, email or website is stated; the page below may help.",
    "Aucun téléphone, courriel ni site Web n’est précisé; la page ci-dessous peut aider.",
)
REFERRAL: Final[Mapping[bool, Bilingual]] = {
    True: Bilingual("A referral is needed.", "Il faut être dirigé par quelqu’un."),
    False: Bilingual("No referral is needed.", "Aucune recommandation n’est nécessaire."),
}
PEER_EVIDENCE: Final[Mapping[str, Bilingual]] = {
    "referral": Bilingual("This place refers people to it.", "Ce lieu y dirige les gens."),
    "not-confirmed": Bilingual(
        "Not confirmed at this place: ask for it.", "Non confirmé à ce lieu : demandez-le."
    ),
}
ONLY_THE_TOWN: Final = Bilingual("Only the town is known.", "Seule la ville est connue.")
PHONE_KINDS: Final[Mapping[str, Bilingual]] = {
    "toll-free": Bilingual("toll-free", "sans frais"),
    "text": Bilingual("by text message", "par texto"),
    "tty": Bilingual("TTY, for people who do not hear well", "ATS, pour les personnes qui entendent mal"),
}
EXTENSION: Final = Bilingual("extension {number}", "poste {number}")
CODE: Final = Bilingual("QR code of the address {address}", "Code QR de l’adresse {address}")
OTHER_LANGUAGE: Final[Mapping[Language, Bilingual]] = {
    Language.ENGLISH: Bilingual("(in English)", "(en anglais)"),
    Language.FRENCH: Bilingual("(in French)", "(en français)"),
}

# How far it can be trusted ----------------------------------------------------------------------------------

CONFIRMED: Final = Bilingual("Confirmed by phone on {day}", "Confirmé par téléphone le {day}")
CONFIRMED_LONG_AGO: Final = Bilingual(
    "Confirmed by phone on {day}; it may have changed since",
    "Confirmé par téléphone le {day}; cela a pu changer depuis",
)
FROM_A_PAGE: Final = Bilingual(
    "From a page of {day}; not yet confirmed by phone",
    "D’après une page ({day}); pas encore confirmé par téléphone",
)
FROM_AN_OLD_PAGE: Final = Bilingual(
    "From a page of {day}, which may be out of date; not yet confirmed by phone",
    "D’après une page ({day}), peut-être périmée; pas encore confirmé par téléphone",
)
FROM_AN_UNDATED_PAGE: Final = Bilingual(
    "From an undated page; not yet confirmed by phone",
    "D’après une page non datée; pas encore confirmé par téléphone",
)

# Dates ------------------------------------------------------------------------------------------------------

MONTHS: Final[Mapping[Language, tuple[str, ...]]] = {
    Language.ENGLISH: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    Language.FRENCH: (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
}  # fmt: skip
