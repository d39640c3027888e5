<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message numerus="yes">
        <source>%n listings</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>A page that came with the program holds every licence in its own words. It opens in the browser of this computer, without internet.</source>
        <translation>Une page fournie avec le programme contient le texte de chaque licence. Elle s’ouvre dans le navigateur de cet ordinateur, sans Internet.</translation>
    </message>
    <message>
        <source>About Peer Desktop</source>
        <translation>À propos de Peer Desktop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Directory: {file}</source>
        <translation>Répertoire&#xa0;: {file}</translation>
    </message>
    <message>
        <source>Finds peer support for Veterans and their Families across Canada.</source>
        <translation>Trouve du soutien par les pairs pour les vétérans et leur famille, partout au Canada.</translation>
    </message>
    <message>
        <source>It works without internet. Nothing leaves this computer.</source>
        <translation>Il fonctionne sans Internet. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Last worked on: {date}</source>
        <translation>Dernière mise à jour&#xa0;: {date}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licence&#xa0;: {licence}</translation>
    </message>
    <message>
        <source>Made with the work of others</source>
        <translation>Fait avec le travail d’autres personnes</translation>
    </message>
    <message>
        <source>No directory is open.</source>
        <translation>Aucun répertoire n’est ouvert.</translation>
    </message>
    <message>
        <source>Nothing about the person at the desk is kept: not the words, not the ticks, not what was read.</source>
        <translation>Rien n’est gardé au sujet de la personne au bureau&#xa0;: ni les mots, ni les choix, ni ce qui a été lu.</translation>
    </message>
    <message>
        <source>Open the page of licences</source>
        <translation>Ouvrir la page des licences</translation>
    </message>
    <message>
        <source>Program: {folder}</source>
        <translation>Programme&#xa0;: {folder}</translation>
    </message>
    <message>
        <source>Settings: {folder}</source>
        <translation>Réglages&#xa0;: {folder}</translation>
    </message>
    <message>
        <source>The directory</source>
        <translation>Le répertoire</translation>
    </message>
    <message>
        <source>The page of licences</source>
        <translation>La page des licences</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Version {version}, build {commit}</source>
        <translation>Version {version}, fabrication {commit}</translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation>Où tout est gardé</translation>
    </message>
    <message>
        <source>With data of: {credits}</source>
        <translation>Avec des données de&#xa0;: {credits}</translation>
    </message>
    <message>
        <source>{name}: {use} ({licence})</source>
        <translation>{name}&#xa0;: {use} ({licence})</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Peer Desktop</source>
        <translation>À &amp;propos de Peer Desktop</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Clear the desk</source>
        <translation>Faire place &amp;nette</translation>
    </message>
    <message>
        <source>&amp;Crisis lines</source>
        <translation>Lignes de &amp;crise</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Chercher</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Glossaire</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Garder</translation>
    </message>
    <message>
        <source>&amp;Large map</source>
        <translation>Grande &amp;carte</translation>
    </message>
    <message>
        <source>&amp;Near…</source>
        <translation>&amp;Lieu…</translation>
    </message>
    <message>
        <source>&amp;Previous listing</source>
        <translation>Fiche p&amp;récédente</translation>
    </message>
    <message>
        <source>&amp;Programs</source>
        <translation>&amp;Programmes</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Resources</source>
        <translation>&amp;Ressources</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Réglages…</translation>
    </message>
    <message>
        <source>&amp;Update directory…</source>
        <translation>Mettre à jo&amp;ur le répertoire…</translation>
    </message>
    <message>
        <source>Bring in a newer directory from a stick or a file</source>
        <translation>Apporter un répertoire plus récent depuis une clé ou un fichier</translation>
    </message>
    <message>
        <source>Change language, text size and colours</source>
        <translation>Changer la langue, la taille du texte et les couleurs</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Fermer le programme</translation>
    </message>
    <message>
        <source>Data h&amp;istory…</source>
        <translation>H&amp;istorique des données…</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>Suivan&amp;t</translation>
    </message>
    <message>
        <source>Forget this person: search, ticks, steps back, shortlist and what was copied</source>
        <translation>Oublier cette personne&#xa0;: recherche, choix, retours, sélection et ce qui a été copié</translation>
    </message>
    <message>
        <source>Go back to the search before</source>
        <translation>Revenir à la recherche précédente</translation>
    </message>
    <message>
        <source>Go forward again</source>
        <translation>Repartir vers l’avant</translation>
    </message>
    <message>
        <source>Go to the next pane</source>
        <translation>Aller au volet suivant</translation>
    </message>
    <message>
        <source>Go to the pane before</source>
        <translation>Aller au volet précédent</translation>
    </message>
    <message>
        <source>Go to the search box</source>
        <translation>Aller à la case de recherche</translation>
    </message>
    <message>
        <source>H&amp;ide</source>
        <translation>&amp;Masquer</translation>
    </message>
    <message>
        <source>Han&amp;dout…</source>
        <translation>&amp;Feuille à remettre…</translation>
    </message>
    <message>
        <source>In the search box: clear the words, then the conditions</source>
        <translation>Dans la case de recherche&#xa0;: effacer les mots, puis les conditions</translation>
    </message>
    <message>
        <source>In the search box: go down into the results</source>
        <translation>Dans la case de recherche&#xa0;: descendre dans les résultats</translation>
    </message>
    <message>
        <source>In the search box: read the listing before or after</source>
        <translation>Dans la case de recherche&#xa0;: lire la fiche d’avant ou d’après</translation>
    </message>
    <message>
        <source>Keep the listing you read on the shortlist, or let go of it</source>
        <translation>Garder la fiche lue dans la sélection, ou l’en retirer</translation>
    </message>
    <message>
        <source>Ne&amp;xt listing</source>
        <translation>Fiche s&amp;uivante</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>&amp;Volet suivant</translation>
    </message>
    <message>
        <source>On a result: read it</source>
        <translation>Sur un résultat&#xa0;: le lire</translation>
    </message>
    <message>
        <source>On a value in the list on the left: leave its listings out</source>
        <translation>Sur une valeur de la liste de gauche&#xa0;: exclure ses fiches</translation>
    </message>
    <message>
        <source>On a value in the list on the left: tick it</source>
        <translation>Sur une valeur de la liste de gauche&#xa0;: la cocher</translation>
    </message>
    <message>
        <source>On the map: move and change the size</source>
        <translation>Sur la carte&#xa0;: se déplacer et changer l’échelle</translation>
    </message>
    <message>
        <source>Previous pan&amp;e</source>
        <translation>V&amp;olet précédent</translation>
    </message>
    <message>
        <source>Print or save a sheet of the listings kept</source>
        <translation>Imprimer ou enregistrer une feuille des fiches gardées</translation>
    </message>
    <message>
        <source>Read the listing before</source>
        <translation>Lire la fiche précédente</translation>
    </message>
    <message>
        <source>Read the next listing</source>
        <translation>Lire la fiche suivante</translation>
    </message>
    <message>
        <source>S&amp;hortlist…</source>
        <translation>Séle&amp;ction…</translation>
    </message>
    <message>
        <source>Say where help is wanted</source>
        <translation>Dire où l’aide est voulue</translation>
    </message>
    <message>
        <source>Show a neutral screen at once</source>
        <translation>Montrer aussitôt un écran neutre</translation>
    </message>
    <message>
        <source>Show all crisis lines</source>
        <translation>Montrer toutes les lignes de crise</translation>
    </message>
    <message>
        <source>Show the directories installed, and put one back</source>
        <translation>Montrer les répertoires installés et en remettre un</translation>
    </message>
    <message>
        <source>Show the glossary</source>
        <translation>Montrer le glossaire</translation>
    </message>
    <message>
        <source>Show the listings kept for this person</source>
        <translation>Montrer les fiches gardées pour cette personne</translation>
    </message>
    <message>
        <source>Show the map large in the middle, or small again</source>
        <translation>Montrer la carte en grand au milieu, ou de nouveau en petit</translation>
    </message>
    <message>
        <source>Show the programs</source>
        <translation>Montrer les programmes</translation>
    </message>
    <message>
        <source>Show the resources</source>
        <translation>Montrer les ressources</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>Montrer cette aide</translation>
    </message>
    <message>
        <source>Show version, sources and licences</source>
        <translation>Montrer la version, les sources et les licences</translation>
    </message>
    <message>
        <source>Show whose bundles this computer accepts</source>
        <translation>Montrer de qui cet ordinateur accepte les paquets</translation>
    </message>
    <message>
        <source>Three times by itself: show a neutral screen at once</source>
        <translation>Trois fois de suite, seule&#xa0;: montrer aussitôt un écran neutre</translation>
    </message>
    <message>
        <source>Trusted ke&amp;ys…</source>
        <translation>Clés &amp;de confiance…</translation>
    </message>
</context>
<context>
    <name>AddKeyDialog</name>
    <message>
        <source>&amp;Last four groups</source>
        <translation>Quatre &amp;derniers groupes</translation>
    </message>
    <message>
        <source>&amp;Trust this key</source>
        <translation>&amp;Faire confiance à cette clé</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Ajouter une clé</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a public key</source>
        <translation>Choisir une clé publique</translation>
    </message>
    <message>
        <source>Choose the key &amp;file…</source>
        <translation>Choisir le &amp;fichier de la clé…</translation>
    </message>
    <message>
        <source>Chosen: {file}</source>
        <translation>Choisi&#xa0;: {file}</translation>
    </message>
    <message>
        <source>First fo&amp;ur groups</source>
        <translation>Q&amp;uatre premiers groupes</translation>
    </message>
    <message>
        <source>First four groups of the fingerprint</source>
        <translation>Quatre premiers groupes de l’empreinte</translation>
    </message>
    <message>
        <source>Last four groups of the fingerprint</source>
        <translation>Quatre derniers groupes de l’empreinte</translation>
    </message>
    <message>
        <source>Public keys (*.pub)</source>
        <translation>Clés publiques (*.pub)</translation>
    </message>
    <message>
        <source>The publisher gives you the key file (it ends in .pub), and on paper its fingerprint: eight groups of four letters and digits. Type them from the paper; a copy that came with the file proves nothing.</source>
        <translation>L’éditeur vous remet le fichier de la clé (il se termine par .pub) et, sur papier, son empreinte&#xa0;: huit groupes de quatre lettres et chiffres. Tapez-les à partir du papier; une copie venue avec le fichier ne prouve rien.</translation>
    </message>
    <message>
        <source>What to &amp;call it</source>
        <translation>&amp;Nom à lui donner</translation>
    </message>
    <message>
        <source>What to call the key</source>
        <translation>Nom à donner à la clé</translation>
    </message>
</context>
<context>
    <name>AroundBox</name>
    <message>
        <source>Any distance</source>
        <translation>Toute distance</translation>
    </message>
    <message>
        <source>How far around the place</source>
        <translation>À quelle distance du lieu</translation>
    </message>
    <message>
        <source>Serves here</source>
        <translation>Dessert ce lieu</translation>
    </message>
    <message>
        <source>What a person living there can use: local, provincial, Canada-wide and online</source>
        <translation>Ce qu’une personne qui y vit peut utiliser&#xa0;: local, provincial, pancanadien et en ligne</translation>
    </message>
    <message>
        <source>Within {number} km</source>
        <translation>À moins de {number} km</translation>
    </message>
</context>
<context>
    <name>AskedBar</name>
    <message>
        <source>Clear all</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Clear all conditions</source>
        <translation>Effacer toutes les conditions</translation>
    </message>
    <message>
        <source>Remove {condition}</source>
        <translation>Retirer {condition}</translation>
    </message>
</context>
<context>
    <name>AskedConditions</name>
    <message>
        <source>Near {place}</source>
        <translation>Près de {place}</translation>
    </message>
    <message>
        <source>Serves {place}</source>
        <translation>Dessert {place}</translation>
    </message>
    <message>
        <source>Within {number} km of {place}</source>
        <translation>À moins de {number} km de {place}</translation>
    </message>
    <message>
        <source>exactly: {words}</source>
        <translation>exactement&#xa0;: {words}</translation>
    </message>
    <message>
        <source>not: {value}</source>
        <translation>sauf&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{facet}: {value}</source>
        <translation>{facet}&#xa0;: {value}</translation>
    </message>
</context>
<context>
    <name>BundleList</name>
    <message>
        <source>On {drive} · {size} · {day}</source>
        <translation>Sur {drive} · {size} · {day}</translation>
    </message>
</context>
<context>
    <name>CarefulDialog</name>
    <message>
        <source>Press the space bar to confirm.</source>
        <translation>Appuyez sur la barre d’espace pour confirmer.</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>Added · {province}</source>
        <translation>Ajoutée · {province}</translation>
    </message>
    <message>
        <source>Changed · {province}</source>
        <translation>Modifiée · {province}</translation>
    </message>
    <message>
        <source>Removed · {province}</source>
        <translation>Retirée · {province}</translation>
    </message>
</context>
<context>
    <name>ChangedListings</name>
    <message numerus="yes">
        <source>%n listings</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Montrer</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Où</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajoutées</translation>
    </message>
    <message>
        <source>After: {value}</source>
        <translation>Après&#xa0;: {value}</translation>
    </message>
    <message>
        <source>All that changes</source>
        <translation>Tout ce qui change</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Before: {value}</source>
        <translation>Avant&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiées</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Listings that change</source>
        <translation>Fiches qui changent</translation>
    </message>
    <message>
        <source>No listing changes.</source>
        <translation>Aucune fiche ne change.</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retirées</translation>
    </message>
    <message>
        <source>This listing comes new.</source>
        <translation>Cette fiche est nouvelle.</translation>
    </message>
    <message>
        <source>This listing goes.</source>
        <translation>Cette fiche disparaît.</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>CrashCatcher</name>
    <message>
        <source>Something in the program went wrong. The directory is unharmed and you can go on; if the window behaves oddly, close it and open it again.</source>
        <translation>Une erreur s’est produite dans le programme. Le répertoire est intact et vous pouvez continuer; si la fenêtre se comporte bizarrement, fermez-la et ouvrez-la de nouveau.</translation>
    </message>
</context>
<context>
    <name>CrisisBar</name>
    <message>
        <source>Call or text {number}</source>
        <translation>Appelez ou textez le {number}</translation>
    </message>
    <message>
        <source>In crisis now?</source>
        <translation>En crise?</translation>
    </message>
    <message>
        <source>More lines</source>
        <translation>Autres lignes</translation>
    </message>
    <message>
        <source>{name} {number}</source>
        <translation>{name} {number}</translation>
    </message>
</context>
<context>
    <name>CrisisCard</name>
    <message>
        <source>Call or text {number}</source>
        <translation>Appelez ou textez le {number}</translation>
    </message>
    <message>
        <source>Chat: {address}</source>
        <translation>Clavardage&#xa0;: {address}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy {text}</source>
        <translation>Copier {text}</translation>
    </message>
    <message>
        <source>E-mail: {address}</source>
        <translation>Courriel&#xa0;: {address}</translation>
    </message>
    <message>
        <source>For: {people}</source>
        <translation>Pour&#xa0;: {people}</translation>
    </message>
    <message>
        <source>From a page of {date}; not confirmed by phone</source>
        <translation>D’après une page ({date}); non confirmé par téléphone</translation>
    </message>
    <message>
        <source>From undated pages; not confirmed by phone</source>
        <translation>D’après des pages non datées; non confirmé par téléphone</translation>
    </message>
    <message>
        <source>Hours: {hours}</source>
        <translation>Heures&#xa0;: {hours}</translation>
    </message>
    <message>
        <source>Languages: {languages}</source>
        <translation>Langues&#xa0;: {languages}</translation>
    </message>
    <message>
        <source>Seen on one page only: dial it to check before you hand it on.</source>
        <translation>Vu sur une seule page&#xa0;: composez-le pour vérifier avant de le donner.</translation>
    </message>
    <message>
        <source>Serves: {area}</source>
        <translation>Dessert&#xa0;: {area}</translation>
    </message>
    <message>
        <source>TTY {number}</source>
        <translation>ATS {number}</translation>
    </message>
    <message>
        <source>Text to {number} one of these words: {words}</source>
        <translation>Textez l’un de ces mots au {number}&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Text {number}</source>
        <translation>Textez le {number}</translation>
    </message>
    <message>
        <source>Text {word} to {number}</source>
        <translation>Textez {word} au {number}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non précisé</translation>
    </message>
</context>
<context>
    <name>CrisisChangeCard</name>
    <message>
        <source>A crisis line changes: {name}</source>
        <translation>Une ligne d’aide en cas de crise change&#xa0;: {name}</translation>
    </message>
    <message>
        <source>A crisis line comes new: {name}</source>
        <translation>Une nouvelle ligne d’aide en cas de crise&#xa0;: {name}</translation>
    </message>
    <message>
        <source>A crisis line goes: {name}</source>
        <translation>Une ligne d’aide en cas de crise disparaît&#xa0;: {name}</translation>
    </message>
    <message>
        <source>After the update</source>
        <translation>Après la mise à jour</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>TTY: {number}</source>
        <translation>ATS&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Text: {number}</source>
        <translation>Par texto&#xa0;: {number}</translation>
    </message>
    <message>
        <source>The line is gone.</source>
        <translation>La ligne n’y est plus.</translation>
    </message>
    <message>
        <source>There is no such line.</source>
        <translation>Cette ligne n’existe pas.</translation>
    </message>
    <message>
        <source>To confirm, type the number as it will be:</source>
        <translation>Pour confirmer, tapez le numéro tel qu’il sera&#xa0;:</translation>
    </message>
    <message>
        <source>To confirm, type the number of the line that goes:</source>
        <translation>Pour confirmer, tapez le numéro de la ligne qui disparaît&#xa0;:</translation>
    </message>
    <message>
        <source>Word to text: {word}</source>
        <translation>Mot à texter&#xa0;: {word}</translation>
    </message>
    <message>
        <source>{when}: {text}</source>
        <translation>{when}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{when}: {text}. What differs: {differing}</source>
        <translation>{when}&#xa0;: {text}. Ce qui diffère&#xa0;: {differing}</translation>
    </message>
</context>
<context>
    <name>CrisisDialog</name>
    <message>
        <source>&amp;Lines for a person in:</source>
        <translation>&amp;Lignes pour une personne de&#xa0;:</translation>
    </message>
    <message>
        <source>Anywhere in Canada</source>
        <translation>Partout au Canada</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>If a life is in danger, call 9-1-1 now. Stay with the person if you can.</source>
        <translation>Si une vie est en danger, appelez le 9-1-1 maintenant. Restez avec la personne si vous le pouvez.</translation>
    </message>
    <message>
        <source>In crisis now</source>
        <translation>En cas de crise</translation>
    </message>
    <message>
        <source>Information: not crisis lines</source>
        <translation>Information&#xa0;: ce ne sont pas des lignes de crise</translation>
    </message>
    <message>
        <source>To talk with a peer: not crisis lines</source>
        <translation>Pour parler à un pair&#xa0;: ce ne sont pas des lignes de crise</translation>
    </message>
    <message>
        <source>Who to call or text</source>
        <translation>Qui appeler ou texter</translation>
    </message>
</context>
<context>
    <name>CrisisWords</name>
    <message>
        <source>2SLGBTQI+ people</source>
        <translation>personnes 2ELGBTQI+</translation>
    </message>
    <message>
        <source>Alberta</source>
        <translation>Alberta</translation>
    </message>
    <message>
        <source>All of Canada</source>
        <translation>Tout le Canada</translation>
    </message>
    <message>
        <source>British Columbia</source>
        <translation>Colombie-Britannique</translation>
    </message>
    <message>
        <source>Cree</source>
        <translation>cri</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>familles</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>Indigenous people</source>
        <translation>Autochtones</translation>
    </message>
    <message>
        <source>Inuktitut</source>
        <translation>inuktitut</translation>
    </message>
    <message>
        <source>Manitoba</source>
        <translation>Manitoba</translation>
    </message>
    <message>
        <source>New Brunswick</source>
        <translation>Nouveau-Brunswick</translation>
    </message>
    <message>
        <source>Newfoundland and Labrador</source>
        <translation>Terre-Neuve-et-Labrador</translation>
    </message>
    <message>
        <source>Northwest Territories</source>
        <translation>Territoires du Nord-Ouest</translation>
    </message>
    <message>
        <source>Nova Scotia</source>
        <translation>Nouvelle-Écosse</translation>
    </message>
    <message>
        <source>Nunavut</source>
        <translation>Nunavut</translation>
    </message>
    <message>
        <source>Ojibwe</source>
        <translation>ojibwé</translation>
    </message>
    <message>
        <source>Ontario</source>
        <translation>Ontario</translation>
    </message>
    <message>
        <source>Prince Edward Island</source>
        <translation>Île-du-Prince-Édouard</translation>
    </message>
    <message>
        <source>Quebec</source>
        <translation>Québec</translation>
    </message>
    <message>
        <source>RCMP</source>
        <translation>GRC</translation>
    </message>
    <message>
        <source>Saskatchewan</source>
        <translation>Saskatchewan</translation>
    </message>
    <message>
        <source>Veterans</source>
        <translation>vétérans</translation>
    </message>
    <message>
        <source>Yukon</source>
        <translation>Yukon</translation>
    </message>
    <message>
        <source>bereaved people</source>
        <translation>personnes en deuil</translation>
    </message>
    <message>
        <source>caregivers</source>
        <translation>proches aidants</translation>
    </message>
    <message>
        <source>children and youth</source>
        <translation>enfants et jeunes</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>tout le monde</translation>
    </message>
    <message>
        <source>francophones</source>
        <translation>francophones</translation>
    </message>
    <message>
        <source>parents</source>
        <translation>parents</translation>
    </message>
    <message>
        <source>public-safety personnel</source>
        <translation>personnel de la sécurité publique</translation>
    </message>
    <message>
        <source>reservists</source>
        <translation>réservistes</translation>
    </message>
    <message>
        <source>serving members</source>
        <translation>militaires en service</translation>
    </message>
    <message>
        <source>spouses and partners</source>
        <translation>conjointes et conjoints</translation>
    </message>
    <message>
        <source>women</source>
        <translation>femmes</translation>
    </message>
</context>
<context>
    <name>DataHistoryDialog</name>
    <message>
        <source>&amp;Put it back</source>
        <translation>&amp;Le remettre</translation>
    </message>
    <message>
        <source>&amp;Put this one back…</source>
        <translation>&amp;Remettre celui-ci…</translation>
    </message>
    <message>
        <source>A bundle older than the newest one ever installed is still refused.</source>
        <translation>Un paquet plus ancien que le plus récent jamais installé reste refusé.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajoutées</translation>
    </message>
    <message>
        <source>At first</source>
        <translation>Au début</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>Venu avec le programme</translation>
    </message>
    <message>
        <source>Can be put back</source>
        <translation>Peut être remis</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiées</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Data history</source>
        <translation>Historique des données</translation>
    </message>
    <message>
        <source>Directories that were in use</source>
        <translation>Répertoires qui ont servi</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>Listings</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Remettre un répertoire</translation>
    </message>
    <message>
        <source>Put back the directory that came with the program?</source>
        <translation>Remettre le répertoire venu avec le programme?</translation>
    </message>
    <message>
        <source>Put back the directory with the serial {serial}, in use since {day}?</source>
        <translation>Remettre le répertoire portant le numéro de série {serial}, mis en service le {day}?</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retirées</translation>
    </message>
    <message>
        <source>Searches, lists and the map show it at once. Nothing else changes.</source>
        <translation>Les recherches, les listes et la carte le montrent aussitôt. Rien d’autre ne change.</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Nº de série</translation>
    </message>
    <message>
        <source>The directory is being put back…</source>
        <translation>Le répertoire est en train d’être remis…</translation>
    </message>
    <message>
        <source>This account may not put a directory back: ask the person who keeps this computer.</source>
        <translation>Ce compte ne peut pas remettre un répertoire&#xa0;: demandez à la personne qui s’occupe de cet ordinateur.</translation>
    </message>
    <message>
        <source>Three directories are kept, and the one that came with the program. Putting one back takes nothing away: the one of now can be put back as well.</source>
        <translation>Trois répertoires sont gardés, ainsi que celui venu avec le programme. En remettre un n’enlève rien&#xa0;: celui de maintenant peut aussi être remis.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>{sentence} (Code: {code})</source>
        <translation>{sentence} (Code&#xa0;: {code})</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Nobody has used this window for a while. In half a minute the desk is cleared.</source>
        <translation>Personne n’a utilisé cette fenêtre depuis un moment. Dans une demi-minute, tout sera effacé.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
</context>
<context>
    <name>DeskButtons</name>
    <message>
        <source>Clear the desk</source>
        <translation>Faire place nette</translation>
    </message>
    <message>
        <source>Forgets this person: search, ticks, shortlist, copies</source>
        <translation>Oublie cette personne&#xa0;: recherche, choix, sélection, copies</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Shows a neutral screen at once</source>
        <translation>Montre aussitôt un écran neutre</translation>
    </message>
</context>
<context>
    <name>DirectoryAge</name>
    <message>
        <source>Directory of {day}</source>
        <translation>Répertoire du {day}</translation>
    </message>
    <message>
        <source>Directory of {day} from {publisher} (signed)</source>
        <translation>Répertoire du {day} de {publisher} (signé)</translation>
    </message>
    <message>
        <source>Directory of {day} from {publisher} (signed), long out of date: numbers may have changed</source>
        <translation>Répertoire du {day} de {publisher} (signé), périmé depuis longtemps&#xa0;: des numéros peuvent avoir changé</translation>
    </message>
    <message>
        <source>Directory of {day} from {publisher} (signed): ask for a newer one</source>
        <translation>Répertoire du {day} de {publisher} (signé)&#xa0;: demandez-en un plus récent</translation>
    </message>
    <message>
        <source>Directory of {day}, long out of date: numbers may have changed</source>
        <translation>Répertoire du {day}, périmé depuis longtemps&#xa0;: des numéros peuvent avoir changé</translation>
    </message>
    <message>
        <source>Directory of {day}: ask for a newer one</source>
        <translation>Répertoire du {day}&#xa0;: demandez-en un plus récent</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Nothing found.</source>
        <translation>Rien trouvé.</translation>
    </message>
    <message>
        <source>Search without {condition}</source>
        <translation>Chercher sans {condition}</translation>
    </message>
    <message>
        <source>Several conditions together leave nothing.</source>
        <translation>Ensemble, plusieurs conditions ne laissent rien.</translation>
    </message>
    <message>
        <source>Take away a condition or a word, or try other words.</source>
        <translation>Retirez une condition ou un mot, ou essayez d’autres mots.</translation>
    </message>
    <message>
        <source>Take away every condition</source>
        <translation>Retirer toutes les conditions</translation>
    </message>
    <message>
        <source>This directory holds no listings.</source>
        <translation>Ce répertoire ne contient aucune fiche.</translation>
    </message>
    <message numerus="yes">
        <source>Without {condition} there would be %n.</source>
        <translation>
            <numerusform>Sans {condition}, il y en aurait %n.</numerusform>
            <numerusform>Sans {condition}, il y en aurait %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>the place</source>
        <translation>le lieu</translation>
    </message>
    <message>
        <source>the words typed</source>
        <translation>les mots tapés</translation>
    </message>
    <message>
        <source>“{value}”</source>
        <translation>«&#xa0;{value}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ExplainedTerms</name>
    <message>
        <source>Explain: {term}</source>
        <translation>Expliquer&#xa0;: {term}</translation>
    </message>
    <message>
        <source>Read more in the glossary</source>
        <translation>Lire la suite dans le glossaire</translation>
    </message>
    <message>
        <source>{term}: {explained}</source>
        <translation>{term}&#xa0;: {explained}</translation>
    </message>
</context>
<context>
    <name>FacetRow</name>
    <message numerus="yes">
        <source>{facet} (%n chosen)</source>
        <translation>
            <numerusform>{facet} (%n choix)</numerusform>
            <numerusform>{facet} (%n choix)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetSentences</name>
    <message numerus="yes">
        <source>%n listings</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in: {facet}</source>
        <translation>Chercher dans&#xa0;: {facet}</translation>
    </message>
    <message numerus="yes">
        <source>{facet}, %n chosen</source>
        <translation>
            <numerusform>{facet}, %n choix</numerusform>
            <numerusform>{facet}, %n choix</numerusform>
        </translation>
    </message>
    <message>
        <source>{value}, no listings</source>
        <translation>{value}, aucune fiche</translation>
    </message>
    <message>
        <source>{value}, {listings}, left out</source>
        <translation>{value}, {listings}, exclue</translation>
    </message>
    <message>
        <source>{value}, {listings}, not ticked</source>
        <translation>{value}, {listings}, non cochée</translation>
    </message>
    <message>
        <source>{value}, {listings}, ticked</source>
        <translation>{value}, {listings}, cochée</translation>
    </message>
</context>
<context>
    <name>FacetView</name>
    <message>
        <source>Ask for it</source>
        <translation>La demander</translation>
    </message>
    <message>
        <source>Click to ask for it. Alt+click, or X, to leave it out.</source>
        <translation>Cliquez pour la demander. Alt+clic, ou X, pour l’exclure.</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Tout fermer</translation>
    </message>
    <message>
        <source>Do not ask for it any more</source>
        <translation>Ne plus la demander</translation>
    </message>
    <message>
        <source>Do not leave it out any more</source>
        <translation>Ne plus l’exclure</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>L’exclure</translation>
    </message>
    <message>
        <source>Narrow the results</source>
        <translation>Préciser les résultats</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>Tout ouvrir</translation>
    </message>
    <message>
        <source>Space ticks a value, X leaves it out.</source>
        <translation>Espace coche une valeur, X l’exclut.</translation>
    </message>
</context>
<context>
    <name>FinderRow</name>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n valeur</numerusform>
            <numerusform>%n valeurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in this list holds these letters.</source>
        <translation>Rien dans cette liste ne contient ces lettres.</translation>
    </message>
</context>
<context>
    <name>GlossaryTab</name>
    <message numerus="yes">
        <source>%n terms</source>
        <translation>
            <numerusform>%n terme</numerusform>
            <numerusform>%n termes</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the terms</source>
        <translation>Retour aux termes</translation>
    </message>
    <message>
        <source>Copy term and sources</source>
        <translation>Copier le terme et les sources</translation>
    </message>
    <message>
        <source>F&amp;ind a word, English or French</source>
        <translation>C&amp;hercher un mot, en français ou en anglais</translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>Pour tout le monde</translation>
    </message>
    <message>
        <source>For readers of the research</source>
        <translation>Pour qui lit la recherche</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossaire</translation>
    </message>
    <message>
        <source>In English: {name}</source>
        <translation>En anglais&#xa0;: {name}</translation>
    </message>
    <message>
        <source>In French: {name}</source>
        <translation>En français&#xa0;: {name}</translation>
    </message>
    <message>
        <source>No directory is open, and the glossary is kept in it.</source>
        <translation>Aucun répertoire n’est ouvert, et le glossaire s’y trouve.</translation>
    </message>
    <message>
        <source>No term holds these words.</source>
        <translation>Aucun terme ne contient ces mots.</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Note&#xa0;: {note}</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Voir aussi</translation>
    </message>
    <message>
        <source>Show all terms</source>
        <translation>Montrer tous les termes</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termes</translation>
    </message>
    <message>
        <source>Try another word, or fewer letters of it.</source>
        <translation>Essayez un autre mot, ou moins de lettres.</translation>
    </message>
</context>
<context>
    <name>HandoutDialog</name>
    <message numerus="yes">
        <source>%n pages, with whom to call in a crisis on each.</source>
        <translation>
            <numerusform>%n page, avec les numéros à appeler en cas de crise.</numerusform>
            <numerusform>%n pages, chacune avec les numéros à appeler en cas de crise.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>Feuille à remettre</translation>
    </message>
    <message>
        <source>Language of the sheet:</source>
        <translation>Langue de la feuille&#xa0;:</translation>
    </message>
    <message>
        <source>Language of the sheet: {language}</source>
        <translation>Langue de la feuille&#xa0;: {language}</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} de {pages}</translation>
    </message>
    <message>
        <source>Preview of the sheet</source>
        <translation>Aperçu de la feuille</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Save the sheet as PDF</source>
        <translation>Enregistrer la feuille en PDF</translation>
    </message>
    <message>
        <source>Saved. The file stays on this computer until somebody deletes it.</source>
        <translation>Enregistré. Le fichier reste sur cet ordinateur jusqu’à ce que quelqu’un le supprime.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Envoyé à l’imprimante.</translation>
    </message>
    <message>
        <source>With QR codes of web addresses</source>
        <translation>Avec les codes QR des adresses Web</translation>
    </message>
    <message>
        <source>peer-support.pdf</source>
        <translation>soutien-par-les-pairs.pdf</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Clear the desk forgets everything of this person. It happens by itself when nobody has touched the window for some minutes (Settings say how many), half a minute after a warning.</source>
        <translation>Faire place nette oublie tout de cette personne. Cela se fait aussi tout seul quand personne n’a touché la fenêtre pendant quelques minutes (les réglages disent combien), une demi-minute après un avertissement.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Every key</source>
        <translation>Toutes les touches</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Hide, or the Shift key three times, shows a neutral screen at once. It cannot hide the name of the program in the task bar, what was printed or saved, what another program copied, and what a screen reader has said.</source>
        <translation>Masquer, ou la touche Maj trois fois, montre aussitôt un écran neutre. Cela ne peut pas masquer le nom du programme dans la barre des tâches, ce qui a été imprimé ou enregistré, ce qu’un autre programme a copié, ni ce qu’un lecteur d’écran a dit.</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Comment chercher</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Name a town or a postal code in Near to see what serves people there, in person first.</source>
        <translation>Donnez une ville ou un code postal dans Lieu pour voir ce qui dessert les gens de là, en personne d’abord.</translation>
    </message>
    <message>
        <source>The person at the desk</source>
        <translation>La personne au bureau</translation>
    </message>
    <message>
        <source>Tick values on the left to narrow what was found: the number beside a value says how many there will be.</source>
        <translation>Cochez des valeurs à gauche pour préciser les résultats&#xa0;: le nombre à côté dit combien il en restera.</translation>
    </message>
    <message>
        <source>Type what the person said in everyday words, in English or French; slips of typing and missing accents do no harm.</source>
        <translation>Tapez ce que la personne a dit, en mots de tous les jours, en français ou en anglais; les fautes de frappe et les accents oubliés ne nuisent pas.</translation>
    </message>
</context>
<context>
    <name>KeepButton</name>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep on the shortlist</source>
        <translation>Garder dans la sélection</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardée</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>&amp;Add a key…</source>
        <translation>&amp;Ajouter une clé…</translation>
    </message>
    <message>
        <source>&amp;Revoke it</source>
        <translation>La &amp;révoquer</translation>
    </message>
    <message>
        <source>&amp;Revoke this key…</source>
        <translation>&amp;Révoquer cette clé…</translation>
    </message>
    <message>
        <source>A bundle is accepted only when one of these keys signed it. The keys of the program came with it; add another one only from a paper that its publisher gave you.</source>
        <translation>Un paquet n’est accepté que si l’une de ces clés l’a signé. Les clés du programme sont venues avec lui; n’en ajoutez une autre qu’à partir d’un papier remis par son éditeur.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>It is the last one: after that no bundle at all is accepted.</source>
        <translation>C’est la dernière&#xa0;: après cela, plus aucun paquet n’est accepté.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>No bundle signed with it is accepted any more. There is no way back on this computer.</source>
        <translation>Aucun paquet signé avec elle n’est plus accepté. Il n’y a pas de retour en arrière sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Revoke a key</source>
        <translation>Révoquer une clé</translation>
    </message>
    <message>
        <source>Revoke the key “{name}” with the fingerprint {fingerprint}?</source>
        <translation>Révoquer la clé «&#xa0;{name}&#xa0;» qui porte l’empreinte {fingerprint}?</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>The key is revoked.</source>
        <translation>La clé est révoquée.</translation>
    </message>
    <message>
        <source>The key “{name}” is trusted now.</source>
        <translation>La clé «&#xa0;{name}&#xa0;» est maintenant de confiance.</translation>
    </message>
    <message>
        <source>This account may not change them: ask the person who keeps this computer.</source>
        <translation>Ce compte ne peut pas les modifier&#xa0;: demandez à la personne qui s’occupe de cet ordinateur.</translation>
    </message>
    <message>
        <source>Trusted keys</source>
        <translation>Clés de confiance</translation>
    </message>
    <message>
        <source>added here</source>
        <translation>ajoutée ici</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>révoquée</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>le programme</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>de confiance</translation>
    </message>
    <message>
        <source>{sentence} (Code: {code})</source>
        <translation>{sentence} (Code&#xa0;: {code})</translation>
    </message>
</context>
<context>
    <name>ListingInWords</name>
    <message>
        <source>A referral is needed.</source>
        <translation>Il faut être dirigé par quelqu’un.</translation>
    </message>
    <message>
        <source>Call the number above.</source>
        <translation>Appelez le numéro ci-dessus.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>How to start</source>
        <translation>Pour commencer</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>No phone, email or website is stated; the pages below may help.</source>
        <translation>Aucun téléphone, courriel ni site Web n’est précisé; les pages ci-dessous peuvent aider.</translation>
    </message>
    <message>
        <source>No referral is needed.</source>
        <translation>Aucune recommandation n’est nécessaire.</translation>
    </message>
    <message>
        <source>Only the town is known.</source>
        <translation>Seule la ville est connue.</translation>
    </message>
    <message>
        <source>Only the town is known: ask for the address by phone.</source>
        <translation>Seule la ville est connue&#xa0;: demandez l’adresse par téléphone.</translation>
    </message>
    <message>
        <source>Peer support there</source>
        <translation>Soutien par les pairs sur place</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>Dessert</translation>
    </message>
    <message>
        <source>Source pages</source>
        <translation>Pages sources</translation>
    </message>
    <message>
        <source>TTY, for people who do not hear well</source>
        <translation>ATS, pour les personnes qui entendent mal</translation>
    </message>
    <message>
        <source>Text the number above.</source>
        <translation>Textez au numéro ci-dessus.</translation>
    </message>
    <message>
        <source>The map shows its town, not its door.</source>
        <translation>La carte montre sa ville, pas sa porte.</translation>
    </message>
    <message>
        <source>The website above</source>
        <translation>Le site Web ci-dessus</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site Web</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c’est</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>by text message</source>
        <translation>par texto</translation>
    </message>
    <message>
        <source>extension {number}</source>
        <translation>poste {number}</translation>
    </message>
    <message>
        <source>toll-free</source>
        <translation>sans frais</translation>
    </message>
</context>
<context>
    <name>ListingPane</name>
    <message>
        <source>No listing chosen</source>
        <translation>Aucune fiche choisie</translation>
    </message>
    <message>
        <source>The listing chosen</source>
        <translation>La fiche choisie</translation>
    </message>
</context>
<context>
    <name>ListingSheet</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy {text}</source>
        <translation>Copier {text}</translation>
    </message>
    <message>
        <source>Phone: {number}</source>
        <translation>Téléphone&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Phone: {number}, {note}</source>
        <translation>Téléphone&#xa0;: {number}, {note}</translation>
    </message>
    <message>
        <source>Words explained</source>
        <translation>Mots expliqués</translation>
    </message>
    <message>
        <source>{caption}: {text}</source>
        <translation>{caption}&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Glossary</source>
        <translation>Glossaire</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Parties du programme</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressources</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Close the list</source>
        <translation>Fermer la liste</translation>
    </message>
    <message>
        <source>Map of the listings found. Arrow keys move it, plus and minus zoom, Enter goes to the pins, Home shows everything.</source>
        <translation>Carte des fiches trouvées. Les flèches la déplacent, plus et moins changent l’échelle, Entrée va aux repères, Début montre tout.</translation>
    </message>
    <message>
        <source>Map of the listings found. Arrow keys move it, plus and minus zoom, Tab goes to the pins.</source>
        <translation>Carte des fiches trouvées. Les flèches la déplacent, plus et moins changent l’échelle, Tab va aux repères.</translation>
    </message>
    <message>
        <source>Show everything found</source>
        <translation>Montrer tout ce qui est trouvé</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>{count} listings at this place</source>
        <translation>{count} fiches à cet endroit</translation>
    </message>
    <message>
        <source>{count} listings here. Enter shows them.</source>
        <translation>{count} fiches ici. Entrée les montre.</translation>
    </message>
    <message>
        <source>{name}, somewhere in this area</source>
        <translation>{name}, quelque part dans ce secteur</translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message numerus="yes">
        <source>%n not on the map</source>
        <translation>
            <numerusform>%n absente de la carte</numerusform>
            <numerusform>%n absentes de la carte</numerusform>
        </translation>
    </message>
    <message>
        <source>a town or area</source>
        <translation>une ville ou un secteur</translation>
    </message>
    <message>
        <source>an address</source>
        <translation>une adresse</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>The file of the base map is missing or damaged. Install the program again to see land and towns.</source>
        <translation>Le fichier du fond de carte manque ou est endommagé. Installez de nouveau le programme pour voir les terres et les villes.</translation>
    </message>
    <message>
        <source>The map is being drawn.</source>
        <translation>La carte se dessine.</translation>
    </message>
    <message>
        <source>This is the simple map: the web engine is missing or has stopped.</source>
        <translation>Voici la carte simple&#xa0;: le moteur Web manque ou s’est arrêté.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
</context>
<context>
    <name>NearAnswer</name>
    <message>
        <source>Near {place}</source>
        <translation>Près de {place}</translation>
    </message>
    <message>
        <source>Which place is meant?</source>
        <translation>De quel lieu s’agit-il?</translation>
    </message>
    <message>
        <source>{place} was taken. Other places of this name:</source>
        <translation>{place} a été retenu. Autres lieux de ce nom&#xa0;:</translation>
    </message>
    <message>
        <source>“{typed}” is not in the list of places. A town or the start of a postal code is.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas dans la liste des lieux. Essayez une ville ou le début d’un code postal.</translation>
    </message>
    <message>
        <source>“{typed}” is not in the list of places. Perhaps:</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas dans la liste des lieux. Peut-être&#xa0;:</translation>
    </message>
</context>
<context>
    <name>NearBox</name>
    <message>
        <source>Clear the place</source>
        <translation>Effacer le lieu</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Near: town or postal code</source>
        <translation>Lieu&#xa0;: ville ou code postal</translation>
    </message>
    <message>
        <source>Town or postal code</source>
        <translation>Ville ou code postal</translation>
    </message>
</context>
<context>
    <name>NeutralScreen</name>
    <message>
        <source>Emergency: 9-1-1 or 9-8-8</source>
        <translation>Urgence&#xa0;: 9-1-1 ou 9-8-8</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PaneSide</name>
    <message numerus="yes">
        <source>Back to the results (%n)</source>
        <translation>
            <numerusform>Retour aux résultats (%n)</numerusform>
            <numerusform>Retour aux résultats (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ResourceFilters</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Sujet</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Tous les sujets</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>T&amp;ype</translation>
    </message>
</context>
<context>
    <name>ResourcePage</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Copier la référence</translation>
    </message>
    <message>
        <source>No address is known.</source>
        <translation>Aucune adresse n’est connue.</translation>
    </message>
    <message>
        <source>Or point a telephone at this code. Nothing is opened on this computer.</source>
        <translation>Ou visez ce code avec un téléphone. Rien ne s’ouvre sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Part of this citation was not seen on a page: check it before you use it.</source>
        <translation>Une partie de cette référence n’a pas été vue sur une page&#xa0;: vérifiez-la avant de l’utiliser.</translation>
    </message>
    <message>
        <source>QR code of the address</source>
        <translation>Code QR de l’adresse</translation>
    </message>
    <message>
        <source>Topics: {topics}</source>
        <translation>Sujets&#xa0;: {topics}</translation>
    </message>
    <message>
        <source>Where to find it</source>
        <translation>Où la trouver</translation>
    </message>
</context>
<context>
    <name>ResourceWords</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australie</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Canada</translation>
    </message>
    <message>
        <source>Caregivers</source>
        <translation>Proches aidants</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Communauté</translation>
    </message>
    <message>
        <source>Conference abstract</source>
        <translation>Résumé de conférence</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Définitions</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Données probantes</translation>
    </message>
    <message>
        <source>Evidence brief</source>
        <translation>Synthèse de données probantes</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familles</translation>
    </message>
    <message>
        <source>Finding support</source>
        <translation>Trouver du soutien</translation>
    </message>
    <message>
        <source>Formal peer support</source>
        <translation>Soutien par les pairs formel</translation>
    </message>
    <message>
        <source>Grief and loss</source>
        <translation>Deuil et perte</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Guidelines and good practice</source>
        <translation>Lignes directrices et bonnes pratiques</translation>
    </message>
    <message>
        <source>Homelessness</source>
        <translation>Itinérance</translation>
    </message>
    <message>
        <source>Military sexual trauma</source>
        <translation>Traumatisme sexuel militaire</translation>
    </message>
    <message>
        <source>News release</source>
        <translation>Communiqué</translation>
    </message>
    <message>
        <source>One-on-one support</source>
        <translation>Soutien individuel</translation>
    </message>
    <message>
        <source>Online support</source>
        <translation>Soutien en ligne</translation>
    </message>
    <message>
        <source>Operational stress injury and PTSD</source>
        <translation>Blessure de stress opérationnel et TSPT</translation>
    </message>
    <message>
        <source>Peer supporters</source>
        <translation>Pairs aidants</translation>
    </message>
    <message>
        <source>Podcast</source>
        <translation>Balado</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politiques</translation>
    </message>
    <message>
        <source>Preprint</source>
        <translation>Prépublication</translation>
    </message>
    <message>
        <source>Public-safety personnel</source>
        <translation>Personnel de la sécurité publique</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Rétablissement</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Research summary</source>
        <translation>Résumé de recherche</translation>
    </message>
    <message>
        <source>Serving members</source>
        <translation>Militaires en service</translation>
    </message>
    <message>
        <source>Setting up a program</source>
        <translation>Mettre sur pied un programme</translation>
    </message>
    <message>
        <source>Spouses and partners</source>
        <translation>Conjointes et conjoints</translation>
    </message>
    <message>
        <source>Stigma</source>
        <translation>Stigmatisation</translation>
    </message>
    <message>
        <source>Suicide prevention</source>
        <translation>Prévention du suicide</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>Transition</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>États-Unis</translation>
    </message>
    <message>
        <source>Veterans</source>
        <translation>Vétérans</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page Web</translation>
    </message>
    <message>
        <source>Web resource</source>
        <translation>Ressource Web</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>Milieu de travail</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>sans date</translation>
    </message>
</context>
<context>
    <name>ResourcesTab</name>
    <message numerus="yes">
        <source>%n resources</source>
        <translation>
            <numerusform>%n ressource</numerusform>
            <numerusform>%n ressources</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the resources</source>
        <translation>Retour aux ressources</translation>
    </message>
    <message>
        <source>F&amp;ind something to read, watch or hear</source>
        <translation>C&amp;hercher quelque chose à lire, à voir ou à écouter</translation>
    </message>
    <message>
        <source>No directory is open, and the resources are kept in it.</source>
        <translation>Aucun répertoire n’est ouvert, et les ressources s’y trouvent.</translation>
    </message>
    <message>
        <source>No resource fits these words and choices.</source>
        <translation>Aucune ressource ne répond à ces mots et à ces choix.</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressources</translation>
    </message>
    <message>
        <source>Show all resources</source>
        <translation>Montrer toutes les ressources</translation>
    </message>
    <message>
        <source>Understanding peer support</source>
        <translation>Comprendre le soutien par les pairs</translation>
    </message>
</context>
<context>
    <name>ResultColumns</name>
    <message>
        <source>Checked</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>How and where</source>
        <translation>Comment et où</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>town only</source>
        <translation>ville seulement</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Columns and order</source>
        <translation>Colonnes et ordre</translation>
    </message>
    <message>
        <source>Listings found</source>
        <translation>Fiches trouvées</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Préciser</translation>
    </message>
    <message>
        <source>Narrow the results</source>
        <translation>Préciser les résultats</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>Dans l’autre sens</translation>
    </message>
    <message>
        <source>Up and Down read listings, Enter goes on to the whole text.</source>
        <translation>Haut et Bas lisent les fiches, Entrée mène au texte complet.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear the words</source>
        <translation>Effacer les mots</translation>
    </message>
    <message>
        <source>The results change with every letter. Down goes to them.</source>
        <translation>Les résultats changent à chaque lettre. La touche Bas y mène.</translation>
    </message>
    <message>
        <source>What is needed, in your words</source>
        <translation>Le besoin, dans vos mots</translation>
    </message>
    <message>
        <source>What is needed, in your words: wife of a Veteran, grief, Moncton …</source>
        <translation>Le besoin, dans vos mots&#xa0;: conjointe de vétéran, deuil, Moncton…</translation>
    </message>
</context>
<context>
    <name>SearchNotes</name>
    <message numerus="yes">
        <source>%n hold all the words.</source>
        <translation>
            <numerusform>%n fiche contient tous les mots.</numerusform>
            <numerusform>%n fiches contiennent tous les mots.</numerusform>
        </translation>
    </message>
    <message>
        <source>Also searching: {words}</source>
        <translation>Recherche aussi&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Among the first five is also what lies in {town} itself, whatever it says.</source>
        <translation>Parmi les cinq premières figure aussi ce qui se trouve à {town} même, quels que soient ses mots.</translation>
    </message>
    <message>
        <source>Another place of this name:</source>
        <translation>Un autre lieu de ce nom&#xa0;:</translation>
    </message>
    <message>
        <source>No listing holds all the words.</source>
        <translation>Aucune fiche ne contient tous les mots.</translation>
    </message>
    <message>
        <source>No listing holds all the words; these hold some of them.</source>
        <translation>Aucune fiche ne contient tous les mots; celles-ci en contiennent une partie.</translation>
    </message>
    <message>
        <source>Search exactly “{word}” instead</source>
        <translation>Chercher plutôt exactement «&#xa0;{word}&#xa0;»</translation>
    </message>
    <message>
        <source>Showing results for “{word}”.</source>
        <translation>Résultats pour «&#xa0;{word}&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>The first %n hold all the words; those after hold some of them.</source>
        <translation>
            <numerusform>La première contient tous les mots; les suivantes, une partie.</numerusform>
            <numerusform>Les %n premières contiennent tous les mots; les suivantes, une partie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>As on the first day</source>
        <translation>Comme au premier jour</translation>
    </message>
    <message>
        <source>As the system has them</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Clear the desk when nobody has touched it for</source>
        <translation>Faire place nette quand personne n’y a touché pendant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombres</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claires</translation>
    </message>
    <message>
        <source>Only these choices are kept on this computer. Searches never are.</source>
        <translation>Seuls ces choix sont gardés sur cet ordinateur. Les recherches ne le sont jamais.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>ShortcutTable</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Ce qu’elles font</translation>
    </message>
</context>
<context>
    <name>ShortlistCorner</name>
    <message numerus="yes">
        <source>%n listings are kept: let go of one first.</source>
        <translation>
            <numerusform>%n fiche est déjà gardée&#xa0;: retirez-la d’abord.</numerusform>
            <numerusform>%n fiches sont déjà gardées&#xa0;: retirez-en une d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a listing to read; then Ctrl+D keeps it.</source>
        <translation>Choisissez une fiche à lire; Ctrl+D la garde ensuite.</translation>
    </message>
    <message>
        <source>Keep a listing first, or choose one to read: the sheet is made of them.</source>
        <translation>Gardez d’abord une fiche, ou choisissez-en une à lire&#xa0;: la feuille en est faite.</translation>
    </message>
    <message>
        <source>Shortlist</source>
        <translation>Sélection</translation>
    </message>
    <message numerus="yes">
        <source>Shortlist (%n)</source>
        <translation>
            <numerusform>Sélection (%n)</numerusform>
            <numerusform>Sélection (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortlistPanel</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Enter reads, Delete lets go, Alt+Up and Alt+Down change the order.</source>
        <translation>Entrée lit, Suppr retire, Alt+Haut et Alt+Bas changent l’ordre.</translation>
    </message>
    <message>
        <source>Handout…</source>
        <translation>Feuille à remettre…</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Listings kept</source>
        <translation>Fiches gardées</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Nothing is kept yet. “Keep” or Ctrl+D keeps the listing you are reading.</source>
        <translation>Rien n’est encore gardé. «&#xa0;Garder&#xa0;» ou Ctrl+D garde la fiche que vous lisez.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Shortlist</source>
        <translation>Sélection</translation>
    </message>
</context>
<context>
    <name>SortBox</name>
    <message>
        <source>Best match</source>
        <translation>Meilleure réponse</translation>
    </message>
    <message>
        <source>By cost</source>
        <translation>Par coût</translation>
    </message>
    <message>
        <source>By distance</source>
        <translation>Par distance</translation>
    </message>
    <message>
        <source>By how and where</source>
        <translation>Par mode et lieu</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>By organization</source>
        <translation>Par organisme</translation>
    </message>
    <message>
        <source>Newest check first</source>
        <translation>Vérification récente d’abord</translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation>Ordre des résultats</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n of {all} listings</source>
        <translation>
            <numerusform>%n fiche sur {all}</numerusform>
            <numerusform>%n fiches sur {all}</numerusform>
        </translation>
    </message>
    <message>
        <source>{age} · works without internet</source>
        <translation>{age} · fonctionne sans Internet</translation>
    </message>
</context>
<context>
    <name>Understanding</name>
    <message>
        <source>Sources of this part</source>
        <translation>Sources de cette partie</translation>
    </message>
    <message>
        <source>Words explained in the glossary</source>
        <translation>Mots expliqués dans le glossaire</translation>
    </message>
</context>
<context>
    <name>UpdateChoosing</name>
    <message numerus="yes">
        <source>%n bundles were found on sticks.</source>
        <translation>
            <numerusform>%n paquet a été trouvé sur une clé.</numerusform>
            <numerusform>%n paquets ont été trouvés sur des clés.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Look at this bundle</source>
        <translation>&amp;Examiner ce paquet</translation>
    </message>
    <message>
        <source>A bundle is one signed file. It is checked and shown before anything changes, and the directory of now can be put back afterwards. You can also drop the file on the window.</source>
        <translation>Un paquet est un seul fichier signé. Il est vérifié et montré avant que quoi que ce soit change, et le répertoire de maintenant peut être remis ensuite. Vous pouvez aussi déposer le fichier sur la fenêtre.</translation>
    </message>
    <message>
        <source>Bring in a newer directory</source>
        <translation>Apporter un répertoire plus récent</translation>
    </message>
    <message>
        <source>Bundles on sticks</source>
        <translation>Paquets sur des clés</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Choisir un &amp;fichier…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>No stick with a bundle is plugged in. Plug one in, and it appears here by itself.</source>
        <translation>Aucune clé avec un paquet n’est branchée. Branchez-en une&#xa0;: elle apparaît ici d’elle-même.</translation>
    </message>
    <message>
        <source>Peer Desktop runs from a stick that cannot be written to, so its directory cannot be updated here: ask the person who keeps the stick, or unlock it. You can go on reading the directory of now.</source>
        <translation>Peer Desktop fonctionne depuis une clé protégée en écriture; son répertoire ne peut donc pas être mis à jour ici&#xa0;: demandez à la personne qui garde la clé, ou déverrouillez-la. Vous pouvez continuer de consulter le répertoire de maintenant.</translation>
    </message>
    <message>
        <source>The directory of this computer belongs to everybody who uses it, so only an administrator of the computer can update it: ask that person to open Peer Desktop, or its terminal, from an administrator account. You can go on reading the directory of now.</source>
        <translation>Le répertoire de cet ordinateur est celui de tout le monde; seule une personne qui administre l’ordinateur peut donc le mettre à jour&#xa0;: demandez-lui d’ouvrir Peer Desktop, ou son terminal, depuis un compte d’administration. Vous pouvez continuer de consulter le répertoire de maintenant.</translation>
    </message>
    <message>
        <source>This account may not write to {folder}, so the directory cannot be updated from here: ask the person who keeps this computer. You can go on reading the directory of now.</source>
        <translation>Ce compte ne peut pas écrire dans {folder}; le répertoire ne peut donc pas être mis à jour d’ici&#xa0;: demandez à la personne qui s’occupe de cet ordinateur. Vous pouvez continuer de consulter le répertoire de maintenant.</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Bundles of Peer Desktop (*{ending})</source>
        <translation>Paquets de Peer Desktop (*{ending})</translation>
    </message>
    <message>
        <source>Choose a bundle</source>
        <translation>Choisir un paquet</translation>
    </message>
    <message numerus="yes">
        <source>In use now: {title}, directory of {day}, %n listings.</source>
        <translation>
            <numerusform>En service&#xa0;: {title}, répertoire du {day}, %n fiche.</numerusform>
            <numerusform>En service&#xa0;: {title}, répertoire du {day}, %n fiches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In use now: {title}, directory of {day}, serial {serial}, %n listings.</source>
        <translation>
            <numerusform>En service&#xa0;: {title}, répertoire du {day}, numéro de série {serial}, %n fiche.</numerusform>
            <numerusform>En service&#xa0;: {title}, répertoire du {day}, numéro de série {serial}, %n fiches.</numerusform>
        </translation>
    </message>
    <message>
        <source>No directory can be read now.</source>
        <translation>Aucun répertoire n’est lisible pour le moment.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Enregistré&#xa0;: {file}</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>Update directory</source>
        <translation>Mettre à jour le répertoire</translation>
    </message>
    <message>
        <source>what-changes.txt</source>
        <translation>ce-qui-change.txt</translation>
    </message>
</context>
<context>
    <name>UpdateOutcome</name>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Choose &amp;another bundle</source>
        <translation>Choisir un &amp;autre paquet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code&#xa0;: {code}</translation>
    </message>
    <message>
        <source>Data &amp;history…</source>
        <translation>&amp;Historique des données…</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Rien à faire</translation>
    </message>
    <message>
        <source>The bundle was refused</source>
        <translation>Le paquet a été refusé</translation>
    </message>
    <message>
        <source>The directory of before is in use again</source>
        <translation>Le répertoire précédent est de nouveau en service</translation>
    </message>
    <message>
        <source>The new directory is in use</source>
        <translation>Le nouveau répertoire est en service</translation>
    </message>
    <message>
        <source>The update could not be done</source>
        <translation>La mise à jour n’a pas pu se faire</translation>
    </message>
    <message>
        <source>Trusted &amp;keys…</source>
        <translation>&amp;Clés de confiance…</translation>
    </message>
</context>
<context>
    <name>UpdateOverview</name>
    <message numerus="yes">
        <source>%n crisis numbers have still to be typed.</source>
        <translation>
            <numerusform>Il reste %n numéro de crise à taper.</numerusform>
            <numerusform>Il reste %n numéros de crise à taper.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajoutées</translation>
    </message>
    <message>
        <source>Brings</source>
        <translation>Apporte</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiées</translation>
    </message>
    <message>
        <source>Compare with a source you trust: a wrong number here costs lives.</source>
        <translation>Comparez avec une source sûre&#xa0;: ici, un mauvais numéro coûte des vies.</translation>
    </message>
    <message>
        <source>Crisis lines change</source>
        <translation>Des lignes d’aide en cas de crise changent</translation>
    </message>
    <message>
        <source>Directory of</source>
        <translation>Répertoire du</translation>
    </message>
    <message>
        <source>Fingerprint of the key</source>
        <translation>Empreinte de la clé</translation>
    </message>
    <message>
        <source>Fresh until</source>
        <translation>À jour jusqu’au</translation>
    </message>
    <message>
        <source>From {publisher}, signed. Directory of {day}, serial {serial}. Listings added: {added}, removed: {removed}, changed: {changed}.</source>
        <translation>De {publisher}, signé. Répertoire du {day}, numéro de série {serial}. Fiches ajoutées&#xa0;: {added}, retirées&#xa0;: {removed}, modifiées&#xa0;: {changed}.</translation>
    </message>
    <message>
        <source>Kept on the shortlist, and touched</source>
        <translation>Gardées dans la sélection, et touchées</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Listings</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Produit le</translation>
    </message>
    <message>
        <source>Many listings go</source>
        <translation>Beaucoup de fiches disparaissent</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Nothing that can be read</source>
        <translation>Rien qui puisse être lu</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retirées</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Numéro de série</translation>
    </message>
    <message>
        <source>Signed with the key</source>
        <translation>Signé avec la clé</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Takes the place of</source>
        <translation>Prend la place de</translation>
    </message>
    <message>
        <source>That so many listings go has still to be ticked.</source>
        <translation>Il reste à cocher que tant de fiches doivent disparaître.</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>Whose bundle it is</source>
        <translation>De qui est le paquet</translation>
    </message>
    <message>
        <source>Yes, it is meant that they go</source>
        <translation>Oui, elles doivent bien disparaître</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>une carte</translation>
    </message>
    <message>
        <source>{added} added, {removed} removed, {changed} changed</source>
        <translation>ajouts&#xa0;: {added}, retraits&#xa0;: {removed}, modifications&#xa0;: {changed}</translation>
    </message>
    <message>
        <source>{before} now, {after} after the update</source>
        <translation>{before} maintenant, {after} après la mise à jour</translation>
    </message>
    <message>
        <source>{removed} of {before} listings go: {share} %.</source>
        <translation>{removed} fiches sur {before} disparaissent&#xa0;: {share}&#xa0;%.</translation>
    </message>
    <message>
        <source>{title}, directory of {day}, serial {serial}</source>
        <translation>{title}, répertoire du {day}, numéro de série {serial}</translation>
    </message>
    <message>
        <source>{title}, directory of {day}, which came with the program</source>
        <translation>{title}, répertoire du {day}, venu avec le programme</translation>
    </message>
</context>
<context>
    <name>UpdatePreview</name>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installer</translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation>Enregi&amp;strer en texte…</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajoutées</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message numerus="yes">
        <source>And %n more: save the preview as text to read all of them.</source>
        <translation>
            <numerusform>Et %n autre&#xa0;: enregistrez l’aperçu en texte pour tout lire.</numerusform>
            <numerusform>Et %n autres&#xa0;: enregistrez l’aperçu en texte pour tout lire.</numerusform>
        </translation>
    </message>
    <message>
        <source>By province</source>
        <translation>Par province</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiées</translation>
    </message>
    <message>
        <source>Changes by province</source>
        <translation>Changements par province</translation>
    </message>
    <message>
        <source>Everything is confirmed: the bundle can be installed.</source>
        <translation>Tout est confirmé&#xa0;: le paquet peut être installé.</translation>
    </message>
    <message>
        <source>Listings</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Parts of the preview</source>
        <translation>Parties de l’aperçu</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retirées</translation>
    </message>
    <message>
        <source>Things to look at; none of them refuses the bundle</source>
        <translation>Points à vérifier; aucun ne fait refuser le paquet</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>À vérifier</translation>
    </message>
</context>
<context>
    <name>UpdateProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancelling… Nothing is changed.</source>
        <translation>Annulation… Rien n’est modifié.</translation>
    </message>
    <message>
        <source>From here on the stick may be pulled out.</source>
        <translation>À partir d’ici, la clé peut être retirée.</translation>
    </message>
    <message>
        <source>Leave the stick in until it says here that it may be pulled out.</source>
        <translation>Laissez la clé en place jusqu’à ce qu’il soit dit ici qu’elle peut être retirée.</translation>
    </message>
    <message>
        <source>The bundle is being checked; nothing is changed yet: {file}</source>
        <translation>Le paquet est en cours de vérification; rien n’est encore modifié&#xa0;: {file}</translation>
    </message>
    <message>
        <source>The directory is being changed; this takes a moment and cannot be stopped.</source>
        <translation>Le répertoire est en train de changer; cela prend un moment et ne peut pas être interrompu.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>à venir</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
</context>
<context>
    <name>UpdateWords</name>
    <message>
        <source>Building the new directory</source>
        <translation>Production du nouveau répertoire</translation>
    </message>
    <message>
        <source>Canada, or several provinces</source>
        <translation>Canada ou plusieurs provinces</translation>
    </message>
    <message>
        <source>Checking every value</source>
        <translation>Vérification de chaque valeur</translation>
    </message>
    <message>
        <source>Checking who signed it, and that nothing was changed since</source>
        <translation>Vérification de la signature et de l’intégrité du paquet</translation>
    </message>
    <message>
        <source>Comparing it with the directory of now</source>
        <translation>Comparaison avec le répertoire de maintenant</translation>
    </message>
    <message>
        <source>Confirmed by phone on</source>
        <translation>Vérifiée par téléphone le</translation>
    </message>
    <message>
        <source>Copying the bundle from the stick</source>
        <translation>Copie du paquet depuis la clé</translation>
    </message>
    <message>
        <source>Crisis lines</source>
        <translation>Lignes d’aide en cas de crise</translation>
    </message>
    <message>
        <source>Date of the page</source>
        <translation>Date de la page</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossaire</translation>
    </message>
    <message>
        <source>How exact the point on the map is</source>
        <translation>Précision du point sur la carte</translation>
    </message>
    <message>
        <source>How sure the editors are</source>
        <translation>Degré de certitude de la rédaction</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installé</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>It is signed with a key that was added on this computer, not with one of the program itself.</source>
        <translation>Il est signé avec une clé ajoutée sur cet ordinateur et non avec une clé du programme lui-même.</translation>
    </message>
    <message>
        <source>Its data were worked on earlier than those installed now.</source>
        <translation>Ses données ont été travaillées avant celles qui sont installées.</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>Type de lieu</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>Making sure that there is room</source>
        <translation>Vérification de l’espace libre</translation>
    </message>
    <message>
        <source>Name, in English</source>
        <translation>Nom, en anglais</translation>
    </message>
    <message>
        <source>Name, in French</source>
        <translation>Nom, en français</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisme</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Téléphones</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Postal codes</source>
        <translation>Codes postaux</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>Put back by itself: the newer one did not open</source>
        <translation>Remis de lui-même&#xa0;: le plus récent ne s’ouvrait pas</translation>
    </message>
    <message>
        <source>Reading the directory in it</source>
        <translation>Lecture du répertoire qu’il contient</translation>
    </message>
    <message>
        <source>Referral needed</source>
        <translation>Recommandation requise</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressources</translation>
    </message>
    <message>
        <source>Source pages</source>
        <translation>Pages sources</translation>
    </message>
    <message>
        <source>Street address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The bundle says that it was made later than today: the clock of this computer, or that of the publisher, is wrong.</source>
        <translation>Le paquet dit avoir été produit plus tard qu’aujourd’hui&#xa0;: l’horloge de cet ordinateur ou celle de l’éditeur n’est pas juste.</translation>
    </message>
    <message>
        <source>The publisher says that these data are no longer fresh.</source>
        <translation>L’éditeur indique que ces données ne sont plus à jour.</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Towns</source>
        <translation>Villes</translation>
    </message>
    <message>
        <source>Trying the new directory</source>
        <translation>Essai du nouveau répertoire</translation>
    </message>
    <message>
        <source>Values to tick</source>
        <translation>Valeurs à cocher</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site Web</translation>
    </message>
    <message>
        <source>What it is, in English</source>
        <translation>Description, en anglais</translation>
    </message>
    <message>
        <source>What it is, in French</source>
        <translation>Description, en français</translation>
    </message>
    <message>
        <source>When, in English</source>
        <translation>Quand, en anglais</translation>
    </message>
    <message>
        <source>When, in French</source>
        <translation>Quand, en français</translation>
    </message>
    <message>
        <source>Who it is for, in English</source>
        <translation>Pour qui, en anglais</translation>
    </message>
    <message>
        <source>Who it is for, in French</source>
        <translation>Pour qui, en français</translation>
    </message>
    <message>
        <source>Words that mean the same</source>
        <translation>Mots de même sens</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number}&#xa0;Mo</translation>
    </message>
</context>
<context>
    <name>ValueFinder</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>Chercher dans cette liste</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvée</numerusform>
            <numerusform>%n trouvées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>il y a %n mois</numerusform>
            <numerusform>il y a %n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n provinces</source>
        <translation>
            <numerusform>%n province</numerusform>
            <numerusform>%n provinces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks ago</source>
        <translation>
            <numerusform>il y a %n semaine</numerusform>
            <numerusform>il y a %n semaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>il y a %n an</numerusform>
            <numerusform>il y a %n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>AB</source>
        <translation>Alb.</translation>
    </message>
    <message>
        <source>BC</source>
        <translation>C.-B.</translation>
    </message>
    <message>
        <source>Canada-wide</source>
        <translation>Partout au Canada</translation>
    </message>
    <message>
        <source>Confirmed by phone {age}</source>
        <translation>Confirmé par téléphone {age}</translation>
    </message>
    <message>
        <source>Confirmed by phone {age}; it may have changed since</source>
        <translation>Confirmé par téléphone {age}; cela a pu changer depuis</translation>
    </message>
    <message>
        <source>From a page of {date}, which may be out of date; not yet confirmed by phone</source>
        <translation>D’après une page ({date}), peut-être périmée; pas encore confirmé par téléphone</translation>
    </message>
    <message>
        <source>From a page of {date}; not yet confirmed by phone</source>
        <translation>D’après une page ({date}); pas encore confirmé par téléphone</translation>
    </message>
    <message>
        <source>From an undated page; not yet confirmed by phone</source>
        <translation>D’après une page non datée; pas encore confirmé par téléphone</translation>
    </message>
    <message>
        <source>Housing for Veterans</source>
        <translation>Logement pour vétérans</translation>
    </message>
    <message>
        <source>Legion branch</source>
        <translation>Filiale de la Légion</translation>
    </message>
    <message>
        <source>Legion command</source>
        <translation>Direction de la Légion</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>Man.</translation>
    </message>
    <message>
        <source>Military Family Resource Centre</source>
        <translation>Centre de ressources pour les familles des militaires</translation>
    </message>
    <message>
        <source>NB</source>
        <translation>N.-B.</translation>
    </message>
    <message>
        <source>NL</source>
        <translation>T.-N.-L.</translation>
    </message>
    <message>
        <source>NS</source>
        <translation>N.-É.</translation>
    </message>
    <message>
        <source>NT</source>
        <translation>T.N.-O.</translation>
    </message>
    <message>
        <source>NU</source>
        <translation>Nt</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Non confirmé</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Non précisé</translation>
    </message>
    <message>
        <source>ON</source>
        <translation>Ont.</translation>
    </message>
    <message>
        <source>Office of a mutual-aid group</source>
        <translation>Bureau d’un groupe d’entraide</translation>
    </message>
    <message>
        <source>Operational stress injury clinic</source>
        <translation>Clinique de traumatismes liés au stress opérationnel</translation>
    </message>
    <message>
        <source>PE</source>
        <translation>Î.-P.-É.</translation>
    </message>
    <message>
        <source>Peer support centre</source>
        <translation>Centre de soutien par les pairs</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>QC</source>
        <translation>Qc</translation>
    </message>
    <message>
        <source>SK</source>
        <translation>Sask.</translation>
    </message>
    <message>
        <source>Transition centre</source>
        <translation>Centre de transition</translation>
    </message>
    <message>
        <source>YT</source>
        <translation>Yn</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>par téléphone</translation>
    </message>
    <message>
        <source>by phone; check</source>
        <translation>par téléphone; à vérifier</translation>
    </message>
    <message>
        <source>page of {date}</source>
        <translation>page&#xa0;: {date}</translation>
    </message>
    <message>
        <source>page undated</source>
        <translation>page non datée</translation>
    </message>
    <message>
        <source>peer support not confirmed</source>
        <translation>soutien par les pairs non confirmé</translation>
    </message>
    <message>
        <source>refers to peer support</source>
        <translation>dirige vers le soutien par les pairs</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>under 1 km</source>
        <translation>moins de 1&#xa0;km</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>{number} km</source>
        <translation>{number} km</translation>
    </message>
    <message>
        <source>{text} (en français)</source>
        <translation>{text} (en français)</translation>
    </message>
    <message>
        <source>{text} (in English)</source>
        <translation>{text} (en anglais)</translation>
    </message>
</context>
<context>
    <name>_FirstKeys</name>
    <message>
        <source>Alt+Up, Alt+Down</source>
        <translation>Alt+Haut, Alt+Bas</translation>
    </message>
    <message>
        <source>Choose a listing to read it here.</source>
        <translation>Choisissez une fiche pour la lire ici.</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bas</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>clear the words</source>
        <translation>effacer les mots</translation>
    </message>
    <message>
        <source>from pane to pane</source>
        <translation>d’un volet à l’autre</translation>
    </message>
    <message>
        <source>from the words to the results</source>
        <translation>des mots aux résultats</translation>
    </message>
    <message>
        <source>help with every key</source>
        <translation>aide avec toutes les touches</translation>
    </message>
    <message>
        <source>read one listing after the other while you type</source>
        <translation>lire une fiche après l’autre en tapant</translation>
    </message>
    <message>
        <source>what is needed, in your words</source>
        <translation>le besoin, dans vos mots</translation>
    </message>
</context>
<context>
    <name>_NumberField</name>
    <message>
        <source>It matches</source>
        <translation>Le numéro correspond</translation>
    </message>
    <message>
        <source>✓ It matches</source>
        <translation>✓ Il correspond</translation>
    </message>
</context>
</TS>
