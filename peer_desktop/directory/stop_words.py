"""Lists the words that carry no meaning of their own, or little, in English and French, folded.

They are words, never operators: they are searched when nothing else was typed.
"""

from collections.abc import Iterable, Sequence

from peer_desktop.directory.language import Language

_ENGLISH = """
    a about after again ain all also am an and any are aren as at be because been before being but
    by can cant come could couldn d did didn do does doesn doing don down even for from get gets
    getting give go goes going got had hadn has hasn have haven having he help helps her here him
    his how i if in into is isn it its just keep know let like ll looking lot m made make me might
    more most must my near need needs never no not now of off on one only or other our out over own
    please re s same shall she should shouldn since so some somebody someone something still such t
    take than that the their them then there these they thing things this those to too try trying up
    us ve very want wants was wasn we were weren what when where which who whose why will with
    without won would wouldn you your
"""

_FRENCH = """
    ai aide ait alors apres au aucun aurait aussi autre aux avaient avais avait avant avec avez
    avoir avons besoin c ca ce ceci cela celle celui ces cest cet cette ceux cherche chez ci comme
    comment contre d dans de depuis des dois doit donc dont du elle elles en encore entre es est et
    etaient etais etait etant etc ete etes etions etre eu eux faire fais faisait fait faut font il
    ils j jai je jusqu l la le les leur leurs lors lui m ma mais me meme mes moi mon n ne ni non nos
    notre nous on ont ou par parce pas peu peut plus pour pourquoi pouvait qu quand que quel quelle
    quelles quelque quelquun quels qui quil quoi s sa sais sait sans se serai ses si sommes son sont
    ben chu chus faque icitte lorsqu pis presqu puisqu pus quelqu quoiqu tse
    sous suis sur t ta te tes toi ton tous tout toute toutes tres tu un une va vais vas vers veulent
    veut veux vont vos votre vous y
"""

_IN_BOTH = frozenset(("a", "an", "as", "d", "or", "s", "son", "t"))
_ENGLISH_ONLY = frozenset(_ENGLISH.split()) - frozenset(_FRENCH.split()) - _IN_BOTH
_FRENCH_ONLY = frozenset(_FRENCH.split()) - frozenset(_ENGLISH.split()) - _IN_BOTH
_SMALL_WORDS = {
    Language.ENGLISH: frozenset(_ENGLISH.split()),
    Language.FRENCH: frozenset(_FRENCH.split()),
}
STOP_WORDS = frozenset(_ENGLISH.split()) | frozenset(_FRENCH.split())
"""Beside other words these are not searched."""

_WEAK_ENGLISH = """
    afraid ago always around away back bad better big bring brings brought call called came change
    changed coming day days done else end ever every everything facing feel feeling feels fell
    fellow felt find finding first gave good great guess guy guys happened hard hate hates hear
    heard hello herself hey hi himself hold hours idea kind knew knows last late leave left life
    little live lives living long longer lose losing love made maybe mean mind mine minutes month
    months morning myself new nice night nights nobody nothing old once open opens own past people
    person place please problem problems put quit quite real really right said say says scared see
    seems seen send sending sends sent since start started stay staying stop stopped struggling
    stuff support supportive supports sure talk talking tell thank thanks think thought time times
    today together told tonight tough trouble used using wanted week weeks went wish world worse
    worst year years yes young
"""

_WEAK_FRENCH = """
    allez allo amener an annee annees ans appel apprendre arrete arreter autour autres beaucoup
    besoins bien bon bonjour bonne chaque chercher chose choses commencer connaitre croire demain
    dernier dernieres dire dit envoie envoyer envoyez fois gens grand gros heure heures hier hors
    ici jamais jour jours juste laisse longtemps maintenant mal mieux mois moment monde nouveau nuit
    nuits parle parler partir passe passer peine penser personne petit peur plein possible pouvoir
    nouvelle nouvelles agent agente agents agentes
    premiere pres probleme problemes quelque rendre rester rien savoir semaine semaines sens sentir
    sera serait seulement soir soutien surtout tellement temps toujours trop trouver veulent vie
    vient vieux ville vivre voir voudrais vouloir vrai
"""

WEAK_WORDS = (frozenset(_WEAK_ENGLISH.split()) | frozenset(_WEAK_FRENCH.split())) - STOP_WORDS
"""Words of any conversation. Beside other words they add to a listing's rank, and are not asked for."""

_NEGATIONS = """
    cant didn doesn don isn jamais never ni no nobody not nothing pas plus rien sans wasn without won
"""
NEGATIONS = frozenset(_NEGATIONS.split())
"""Small words without which a phrase says the contrary: "never came home"."""


def content_of(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a phrase without its small ones; all of them where it has no others."""
    return tuple(word for word in words if word not in STOP_WORDS) or tuple(words)


def is_small(word: str, languages: frozenset[Language]) -> bool:
    """Whether this says nothing of its own in any of these languages: French *son* is no child."""
    return all(word in _SMALL_WORDS[language] for language in languages)


def languages_of(words: Iterable[str]) -> frozenset[Language]:
    """The languages a text may be in, from its small words; both when they do not tell."""
    typed = frozenset(words)
    english, french = len(typed & _ENGLISH_ONLY), len(typed & _FRENCH_ONLY)
    if english == french:
        return frozenset(Language)
    return frozenset({Language.ENGLISH if english > french else Language.FRENCH})
