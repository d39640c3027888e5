"""Lists the words that carry no meaning of their own, in English and French, folded.

They are words, never operators: they are searched when nothing else was typed, and beside other words
they are not asked for.
"""

_ENGLISH = """
    a about after again all also am an and any are as at be because been before being but by can
    cant come could d did didn do does doesn doing don down even for from get gets getting give go
    goes going got had has have having he help helps her here him his how i if in into is isn it its
    just keep know let like ll looking lot m made make me more most my near need needs never no not
    now of off on one only or other our out over own please re s same she should since so some
    someone somebody something still such t take than that the their them then there these they
    thing things this those to too try trying up us ve very want wants was wasn we were what when
    where which who whose why will with without won would you your
"""

_FRENCH = """
    ai ait alors apres au aucun aussi autre aux avant avec avez avoir avons c ca car ce ceci cela
    celle celui ces cest cet cette ceux chez ci comme comment contre d dans de depuis des donc dont
    du elle elles en encore entre es est et etait etc ete etes etre eu eux fait faire faut il ils j
    jai je jusqu l la le les leur leurs lors lui m ma mais me mes meme moi mon n ne ni non nos notre
    nous on ont ou par parce pas peu peut plus pour pourquoi qu quand que quel quelle quelles quels
    quelque quelquun qui quoi s sa sans se ses si son sont sous suis sur t ta te tes toi ton tous
    tout toute toutes tres tu un une va vers veut veux vos votre vous y quil aide cherche besoin
"""

STOP_WORDS = frozenset(_ENGLISH.split()) | frozenset(_FRENCH.split())
