<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message numerus="yes">
        <source>%n listings</source>
        <translation>
            <numerusform>%n listing</numerusform>
            <numerusform>%n listings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangedListings</name>
    <message numerus="yes">
        <source>%n listings</source>
        <translation>
            <numerusform>%n listing</numerusform>
            <numerusform>%n listings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message numerus="yes">
        <source>Without {condition} there would be %n.</source>
        <translation>
            <numerusform>Without {condition} there would be %n.</numerusform>
            <numerusform>Without {condition} there would be %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetRow</name>
    <message numerus="yes">
        <source>{facet} (%n chosen)</source>
        <translation>
            <numerusform>{facet} (%n chosen)</numerusform>
            <numerusform>{facet} (%n chosen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetSentences</name>
    <message numerus="yes">
        <source>%n listings</source>
        <translation>
            <numerusform>%n listing</numerusform>
            <numerusform>%n listings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{facet}, %n chosen</source>
        <translation>
            <numerusform>{facet}, %n chosen</numerusform>
            <numerusform>{facet}, %n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinderRow</name>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryTab</name>
    <message numerus="yes">
        <source>%n terms</source>
        <translation>
            <numerusform>%n term</numerusform>
            <numerusform>%n terms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoutDialog</name>
    <message numerus="yes">
        <source>%n pages, with whom to call in a crisis on each.</source>
        <translation>
            <numerusform>%n page, with whom to call in a crisis.</numerusform>
            <numerusform>%n pages, with whom to call in a crisis on each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message numerus="yes">
        <source>%n not on the map</source>
        <translation>
            <numerusform>%n not on the map</numerusform>
            <numerusform>%n not on the map</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaneSide</name>
    <message numerus="yes">
        <source>Back to the results (%n)</source>
        <translation>
            <numerusform>Back to the results (%n)</numerusform>
            <numerusform>Back to the results (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResourcesTab</name>
    <message numerus="yes">
        <source>%n resources</source>
        <translation>
            <numerusform>%n resource</numerusform>
            <numerusform>%n resources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchNotes</name>
    <message numerus="yes">
        <source>%n hold all the words.</source>
        <translation>
            <numerusform>%n holds all the words.</numerusform>
            <numerusform>%n hold all the words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n hold all the words; those after hold some of them.</source>
        <translation>
            <numerusform>The first one holds all the words; those after hold some of them.</numerusform>
            <numerusform>The first %n hold all the words; those after hold some of them.</numerusform>
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
</context>
<context>
    <name>ShortlistCorner</name>
    <message numerus="yes">
        <source>%n listings are kept: let go of one first.</source>
        <translation>
            <numerusform>%n listing is kept: let go of it first.</numerusform>
            <numerusform>%n listings are kept: let go of one first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shortlist (%n)</source>
        <translation>
            <numerusform>Shortlist (%n)</numerusform>
            <numerusform>Shortlist (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n of {all} listings</source>
        <translation>
            <numerusform>%n of {all} listings</numerusform>
            <numerusform>%n of {all} listings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateChoosing</name>
    <message numerus="yes">
        <source>%n bundles were found on sticks.</source>
        <translation>
            <numerusform>%n bundle was found on a stick.</numerusform>
            <numerusform>%n bundles were found on sticks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message numerus="yes">
        <source>In use now: {title}, directory of {day}, %n listings.</source>
        <translation>
            <numerusform>In use now: {title}, directory of {day}, %n listing.</numerusform>
            <numerusform>In use now: {title}, directory of {day}, %n listings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In use now: {title}, directory of {day}, serial {serial}, %n listings.</source>
        <translation>
            <numerusform>In use now: {title}, directory of {day}, serial {serial}, %n listing.</numerusform>
            <numerusform>In use now: {title}, directory of {day}, serial {serial}, %n listings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateOverview</name>
    <message numerus="yes">
        <source>%n crisis numbers have still to be typed.</source>
        <translation>
            <numerusform>%n crisis number has still to be typed.</numerusform>
            <numerusform>%n crisis numbers have still to be typed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdatePreview</name>
    <message numerus="yes">
        <source>And %n more: save the preview as text to read all of them.</source>
        <translation>
            <numerusform>And %n more: save the preview as text to read all of them.</numerusform>
            <numerusform>And %n more: save the preview as text to read all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
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
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
</TS>
