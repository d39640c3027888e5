"""Holds ten readable listings and what belongs to them, as the tables that a directory is built from."""

import csv
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from peer_desktop.exchange.columns import SHAPES
from peer_desktop.paths import source_folder

TODAY = date(2026, 11, 21)
"""The day of every test."""

Cells = Mapping[str, object]

HOSTILE = '=1+1 <img src="file:///etc/passwd"> & ${alert(1)} `C:\\users` %n {0}'
"""A name that is code to a spreadsheet, to HTML, to JavaScript, to a menu and to a translation."""

ORGANIZATIONS: list[Cells] = [
    {"id": "anna-foundation", "name_en": "Anna Foundation", "name_fr": "Fondation Anna"},
    {"id": "harbour-society", "name_en": "Harbour Society"},
    {"id": "legion", "name_en": "The Royal Canadian Legion", "name_fr": "La Légion royale canadienne"},
    {"id": "centre-valcartier", "name_fr": "Centre des familles de Valcartier"},
    {"id": "calgary-police", "name_en": "Calgary Police", "name_fr": "Police de Calgary"},
    {"id": "osi-network", "name_en": "OSI clinic network", "name_fr": "Réseau de cliniques TSO"},
]

LISTINGS: list[Cells] = [
    {
        "id": "moncton-grief-group",
        "kind": "program",
        "organization_id": "anna-foundation",
        "name_en": "Anna's Grief Group",
        "name_fr": "Groupe de deuil d'Anna",
        "description_en": "A weekly circle for Families who lost someone who served. Led by trained peers.",
        "description_fr": "Un cercle hebdomadaire pour les familles qui ont perdu une personne ayant servi. "
        "Animé par des pairs formés.",
        "eligibility_en": "Families of Veterans and serving members.",
        "eligibility_fr": "Familles de vétérans et de militaires.",
        "hours_en": "Tuesdays at 7 p.m.",
        "hours_fr": "Les mardis, à 19 h",
        "referral_needed": "no",
        "audience": "families;bereaved;veterans",
        "topic": "grief-loss",
        "format": "in-person",
        "structure": "group",
        "formality": "formal",
        "setting": "community",
        "identity": "no",
        "frequency": "weekly",
        "duration": "open-ended",
        "cost": "free",
        "language": "en;fr",
        "peer_evidence": "stated",
        "coverage": "NB",
        "address": "10 Main Street",
        "city": "Moncton",
        "province": "NB",
        "postal_code": "E1C 1A1",
        "latitude": 46.0899,
        "longitude": -64.7734,
        "precision": "address",
        "website": "https://anna.example.ca/grief",
        "email": "anna@example.ca",
        "source_date": "2026-10",
        "checked_on": "2026-10-30",
        "confidence": "high",
    },
    {
        "id": "women-veterans-circle",
        "kind": "program",
        "organization_id": "anna-foundation",
        "name_en": "Women Veterans' Circle",
        "name_fr": "Cercle des vétéranes",
        "description_en": "An online circle for women who served and live with military sexual trauma.",
        "description_fr": "Un cercle en ligne pour les femmes qui ont servi et qui vivent avec un "
        "traumatisme sexuel militaire.",
        "audience": "women;veterans",
        "topic": "military-sexual-trauma;ptsd-osi",
        "format": "online",
        "structure": "group",
        "formality": "formal",
        "identity": "yes",
        "frequency": "biweekly",
        "cost": "free",
        "language": "en;fr",
        "peer_evidence": "stated",
        "coverage": "CA",
        "website": "https://anna.example.ca/circle",
        "source_date": "2026-03-15",
        "checked_on": "2026-02-01",
        "confidence": "high",
    },
    {
        "id": "halifax-drop-in",
        "kind": "place",
        "place_kind": "peer-centre",
        "organization_id": "harbour-society",
        "name_en": "Harbour Drop-in",
        "description_en": "Coffee, company and a warm room for Veterans without a home. No appointment.",
        "description_fr": "Du café, de la compagnie et un endroit chaud pour les vétérans sans abri. Sans "
        "rendez-vous.",
        "hours_en": "Mon–Fri, 9 a.m. to 4 p.m.",
        "hours_fr": "Du lundi au vendredi, de 9 h à 16 h",
        "audience": "veterans",
        "topic": "homelessness;social-isolation",
        "format": "in-person",
        "structure": "one-on-one;group",
        "formality": "informal",
        "setting": "community",
        "identity": "no",
        "frequency": "continuous",
        "duration": "open-ended",
        "cost": "free",
        "peer_evidence": "stated",
        "coverage": "NS",
        "address": "5 Water Street",
        "city": "Halifax",
        "province": "NS",
        "postal_code": "B3J 1A1",
        "latitude": 44.6427,
        "longitude": -63.5769,
        "precision": "postal",
        "source_date": "2024",
        "confidence": "medium",
    },
    {
        "id": "cercle-conjoints-valcartier",
        "kind": "program",
        "organization_id": "centre-valcartier",
        "name_fr": "Cercle des conjointes et conjoints",
        "description_fr": "Une rencontre mensuelle pour les conjointes et conjoints d'une personne qui "
        "vit avec une blessure de stress opérationnel.",
        "audience": "spouses-partners;families",
        "topic": "ptsd-osi;family-relationships",
        "format": "in-person",
        "structure": "group",
        "formality": "informal",
        "setting": "community",
        "frequency": "monthly",
        "cost": "donation",
        "language": "fr",
        "peer_evidence": "stated",
        "coverage": "QC",
        "city": "Québec",
        "province": "QC",
        "latitude": 46.8123,
        "longitude": -71.2145,
        "precision": "town",
        "source_date": "2026-01",
        "confidence": "medium",
    },
    {
        "id": "northern-warm-line",
        "kind": "program",
        "organization_id": "harbour-society",
        "name_en": "Northern Warm Line",
        "name_fr": "Ligne d'écoute du Nord",
        "description_en": "A peer answers the phone in the evening. Not a crisis line.",
        "description_fr": "Un pair répond au téléphone le soir. Ce n'est pas une ligne de crise.",
        "topic": "social-isolation;depression-anxiety",
        "format": "phone",
        "structure": "one-on-one",
        "cost": "free",
        "language": "en;iu",
        "peer_evidence": "stated",
        "coverage": "NT;NU;YT",
        "source_date": "2021-06",
        "confidence": "medium",
    },
    {
        "id": "calgary-police-peer-team",
        "kind": "program",
        "organization_id": "calgary-police",
        "name_en": "Calgary Police Peer Team",
        "name_fr": "Équipe de pairs de la police de Calgary",
        "description_en": "Colleagues listen to colleagues after a hard call.",
        "description_fr": "Des collègues écoutent leurs collègues après un appel difficile.",
        "eligibility_en": "Members of the service.",
        "eligibility_fr": "Membres du service.",
        "audience": "public-safety",
        "topic": "ptsd-osi",
        "format": "hybrid",
        "structure": "one-on-one",
        "formality": "formal",
        "setting": "workplace",
        "identity": "no",
        "frequency": "ad-hoc",
        "peer_evidence": "stated",
        "coverage": "AB",
        "city": "Calgary",
        "province": "AB",
        "latitude": 51.0501,
        "longitude": -114.0853,
        "precision": "town",
        "source_date": "2025-12-01",
        "confidence": "high",
    },
    {
        "id": "legion-truro",
        "kind": "place",
        "place_kind": "legion-branch",
        "organization_id": "legion",
        "name_en": "Legion Branch 26 (Truro)",
        "name_fr": "Légion, filiale 26 (Truro)",
        "description_en": "Legion branch: comradeship and a Service Officer.",
        "description_fr": "Filiale de la Légion\u00a0: camaraderie et officier d'entraide.",
        "peer_evidence": "not-confirmed",
        "coverage": "NS",
        "city": "Truro",
        "province": "NS",
        "latitude": 45.3669,
        "longitude": -63.2654,
        "precision": "town",
        "confidence": "medium",
    },
    {
        "id": "osi-clinic-ottawa",
        "kind": "place",
        "place_kind": "osi-clinic",
        "organization_id": "osi-network",
        "name_en": "Ottawa OSI Clinic",
        "name_fr": "Clinique TSO d'Ottawa",
        "description_en": "Treatment on referral; works with peer support coordinators.",
        "description_fr": "Traitement sur recommandation; collabore avec des coordonnateurs de soutien "
        "par les pairs.",
        "referral_needed": "yes",
        "audience": "veterans;rcmp;serving-members",
        "topic": "ptsd-osi",
        "language": "en;fr",
        "peer_evidence": "referral",
        "coverage": "ON;QC",
        "city": "Ottawa",
        "province": "ON",
        "latitude": 45.4112,
        "longitude": -75.6981,
        "precision": "town",
        "source_date": "2025-06-10",
        "checked_on": "2025-06-15",
        "confidence": "high",
    },
    {
        "id": "rivers-and-rods",
        "kind": "program",
        "organization_id": "harbour-society",
        "name_en": "Rivers and Rods Retreat",
        "name_fr": "Retraite Rivières et cannes à pêche",
        "description_en": "Five days of fly fishing with others who live with pain.",
        "description_fr": "Cinq jours de pêche à la mouche avec d'autres personnes vivant avec la douleur.",
        "audience": "veterans;serving-members;public-safety",
        "topic": "chronic-pain;physical-injury",
        "format": "in-person",
        "structure": "group",
        "formality": "informal",
        "setting": "community",
        "identity": "no",
        "frequency": "scheduled-retreat",
        "duration": "short-term",
        "cost": "fee",
        "language": "en",
        "peer_evidence": "stated",
        "coverage": "CA",
        "city": "Kelowna",
        "province": "BC",
        "latitude": 49.8831,
        "longitude": -119.4857,
        "precision": "town",
        "source_date": "2023",
        "checked_on": "2024-01-15",
        "confidence": "medium",
    },
    {
        "id": "hostile-text",
        "kind": "program",
        "organization_id": "harbour-society",
        "name_en": HOSTILE,
        "name_fr": "<b onmouseover=\"alert('fr')\">gras</b> && \\u0041",
        "description_en": "'); DROP TABLE listing;-- ${document.title} </script><script>alert(2)</script>",
        "description_fr": "[lien](javascript:alert(3)) <a href='https://attaque.example'>ici</a> 𝕏 🎗️",
        "eligibility_en": "=HYPERLINK(\"file:///C:/Windows\") & 'everyone'",
        "hours_en": "<u>always</u>",
        "format": "in-person",
        "peer_evidence": "stated",
        "coverage": "NB",
        "address": "1 <script> Street & Sons",
        "city": "Saint John",
        "province": "NB",
        "latitude": 45.2708,
        "longitude": -66.0562,
        "precision": "address",
        "website": "https://example.ca/?q=<b>&r=%22",
        "confidence": "medium",
    },
]

PHONES: list[Cells] = [
    {"listing_id": "moncton-grief-group", "position": 1, "kind": "toll-free", "number": "1-800-555-0100"},
    {
        "listing_id": "moncton-grief-group",
        "position": 2,
        "kind": "voice",
        "number": "506-555-0142",
        "extension": "12",
        "note_en": "evenings",
        "note_fr": "le soir",
    },
    {"listing_id": "halifax-drop-in", "position": 1, "kind": "voice", "number": "902-555-0199"},
    {"listing_id": "northern-warm-line", "position": 1, "kind": "voice", "number": "867-555-0123"},
    {"crisis_line_id": "988", "position": 1, "kind": "voice", "number": "9-8-8"},
    {"crisis_line_id": "988", "position": 2, "kind": "text", "number": "9-8-8"},
    {
        "crisis_line_id": "vac-assistance-service",
        "position": 1,
        "kind": "toll-free",
        "number": "1-800-268-7708",
    },
    {"crisis_line_id": "cfmap", "position": 1, "kind": "toll-free", "number": "1-800-268-7708"},
    {"crisis_line_id": "young-texters", "position": 1, "kind": "text", "number": "686868"},
    {"crisis_line_id": "seen-once", "position": 1, "kind": "voice", "number": "310-6789"},
    {"crisis_line_id": "peer-line", "position": 1, "kind": "voice", "number": "613-555-0100"},
]

SOURCES: list[Cells] = [
    {"listing_id": "moncton-grief-group", "position": 1, "url": "https://anna.example.ca/grief"},
    {
        "listing_id": "moncton-grief-group",
        "position": 2,
        "url": "https://news.example.ca/",
        "note": "article 12",
    },
    {"listing_id": "legion-truro", "position": 1, "url": "https://truro.example.ca/"},
]

CRISIS_LINES: list[Cells] = [
    {
        "id": "988",
        "position": 1,
        "role": "crisis",
        "status": "active",
        "name_en": "9-8-8: Suicide Crisis Helpline",
        "name_fr": "9-8-8\u00a0: Ligne d'aide en cas de crise de suicide",
        "description_en": "Call or text 9-8-8.",
        "description_fr": "Appelez ou textez le 9-8-8.",
        "hours_en": "24/7",
        "hours_fr": "24 heures sur 24, 7 jours sur 7",
        "languages": "en;fr",
        "audience": "general-public",
        "coverage": "CA",
        "pages_seen": 6,
        "source_date": "2025-11-28",
        "confidence": "high",
    },
    {
        "id": "vac-assistance-service",
        "position": 2,
        "role": "crisis",
        "status": "active",
        "name_en": "VAC Assistance Service",
        "name_fr": "Service d'aide d'ACC",
        "description_en": "Talk to a mental health professional at any hour.",
        "description_fr": "Parlez à un professionnel de la santé mentale, à toute heure.",
        "languages": "en;fr",
        "audience": "veterans;families",
        "coverage": "CA",
        "pages_seen": 4,
        "source_date": "2019-08-27",
        "confidence": "high",
    },
    {
        "id": "cfmap",
        "position": 3,
        "role": "crisis",
        "status": "active",
        "name_en": "Member Assistance Program",
        "name_fr": "Programme d'aide aux membres",
        "description_en": "The same number, for serving members.",
        "description_fr": "Le même numéro, pour les militaires.",
        "languages": "en;fr",
        "audience": "serving-members",
        "coverage": "CA",
        "pages_seen": 3,
        "confidence": "high",
    },
    {
        "id": "young-texters",
        "position": 4,
        "role": "crisis",
        "status": "active",
        "name_en": "Crisis texting for young people",
        "name_fr": "Service de crise par texto pour les jeunes",
        "description_en": "Text a trained responder.",
        "description_fr": "Textez une personne formée.",
        "text_keyword": "HELLO / BONJOUR",
        "chat_url": "https://youth.example.ca",
        "languages": "en;fr",
        "audience": "children-youth",
        "coverage": "CA",
        "pages_seen": 2,
        "confidence": "high",
    },
    {
        "id": "seen-once",
        "position": 5,
        "role": "crisis",
        "status": "check-before-release",
        "name_en": "A line seen on one page",
        "name_fr": "Une ligne vue sur une seule page",
        "description_en": "A provincial line.",
        "description_fr": "Une ligne provinciale.",
        "audience": "general-public",
        "coverage": "BC",
        "pages_seen": 1,
        "confidence": "medium",
    },
    {
        "id": "peer-line",
        "position": 6,
        "role": "peer",
        "status": "active",
        "name_en": "Peer phone line",
        "name_fr": "Ligne téléphonique entre pairs",
        "description_en": "Not a crisis line.",
        "description_fr": "Ce n'est pas une ligne de crise.",
        "languages": "en",
        "audience": "general-public",
        "coverage": "ON",
        "pages_seen": 3,
        "confidence": "high",
    },
]

CRISIS_LINES_RETIRED: list[Cells] = [
    {
        "id": "talk-suicide",
        "name": "Talk Suicide Canada",
        "number": "1-833-456-4566",
        "text_number": "45645",
        "replaced_by": "9-8-8",
        "reason": "Replaced by 9-8-8 in November 2023",
        "certainty": "high",
    },
    {"id": "yukon", "name": "A line without a number", "reason": "Closed in 2019", "certainty": "high"},
]

TERMS: list[Cells] = [
    {
        "id": "peer-support",
        "name_en": "peer support",
        "name_fr": "soutien par les pairs",
        "plain_en": "Help that people who have been through something similar give each other.",
        "plain_fr": "L'aide que se donnent des personnes qui ont vécu des choses semblables.",
        "academic_en": "A relationship of mutual, non-clinical support built on shared experience.",
        "academic_fr": "Relation d'entraide non clinique, fondée sur une expérience vécue commune.",
        "see_also": "grief",
        "sources": "Atlas https://atlas.example.ca/peer;Cyr et al. 2016",
    },
    {
        "id": "operational-stress-injury",
        "name_en": "operational stress injury",
        "name_fr": "blessure de stress opérationnel",
        "plain_en": "Any lasting psychological difficulty from service (OSI).",
        "plain_fr": "Toute difficulté psychologique durable liée au service (BSO ou TSO).",
        "academic_en": "A broad, non-diagnostic term that holds post-traumatic stress disorder.",
        "academic_fr": "Terme large, non diagnostique, qui comprend le trouble de stress post-traumatique.",
        "sources": "Heber et al. 2023",
    },
    {
        "id": "grief",
        "name_en": "grief",
        "name_fr": "deuil",
        "plain_en": "What a person feels after a loss.",
        "plain_fr": "Ce qu'une personne ressent après une perte.",
        "academic_en": "The response to bereavement.",
        "academic_fr": "La réaction à la perte d'un proche.",
        "see_also": "peer-support",
        "sources": "Canada.ca",
    },
]

RESOURCES: list[Cells] = [
    {
        "id": "burke-2019",
        "type": "article",
        "title_en": "The effects of peer support",
        "authors": "Burke, E.; Pyle, M.",
        "year": 2019,
        "publisher": "Stigma and Health, 4(3), 337–356",
        "url": "https://doi.org/10.1037/sah0000148",
        "languages": "en",
        "topics": "evidence;recovery",
        "annotation_en": "Pools trials of peer support.",
        "annotation_fr": "Regroupe des essais sur le soutien par les pairs.",
        "verified": "yes",
    },
    {
        "id": "evaluation-2005",
        "type": "report",
        "title_fr": "Évaluation du réseau de soutien par les pairs",
        "languages": "fr",
        "topics": "ptsd-osi",
        "annotation_en": "An early evaluation, in French.",
        "annotation_fr": "Une première évaluation.",
        "verified": "partly",
    },
]

PLACES: list[Cells] = [
    {"name_en": name, "name_fr": french, "province": province, "latitude": latitude, "longitude": longitude}
    | ({"population": population} if population else {})
    for name, french, province, latitude, longitude, population in (
        ("Moncton", "", "NB", 46.09454, -64.7965, 86_106),
        ("Dieppe", "", "NB", 46.07844, -64.68735, 18_565),
        ("Grand Falls", "Grand-Sault", "NB", 47.04957, -67.73928, 5_220),
        ("Saint John", "", "NB", 45.27076, -66.05616, 71_808),
        ("Halifax", "", "NS", 44.64269, -63.57688, 471_559),
        ("Truro", "", "NS", 45.36685, -63.26538, 20_650),
        ("Windsor", "", "NS", 44.98345, -64.13204, 3_864),
        ("Windsor", "", "ON", 42.30008, -83.01654, 229_660),
        ("St. John's", "", "NL", 47.56494, -52.70931, 110_525),
        ("Quebec City", "Québec", "QC", 46.81228, -71.21454, 531_902),
        ("Montréal", "", "QC", 45.50884, -73.58781, 1_762_949),
        ("Ottawa", "", "ON", 45.41117, -75.69812, 1_017_449),
        ("Calgary", "", "AB", 51.05011, -114.08529, 1_306_784),
        ("Kelowna", "", "BC", 49.88307, -119.48568, 125_737),
        ("Whitehorse", "", "YT", 60.71611, -135.05375, 23_276),
        ("Sable River", "", "NS", 43.8343, -65.0582, None),
    )
]

POSTAL_PREFIXES: list[Cells] = [
    {"prefix": "E1C", "place": "Moncton", "province": "NB", "latitude": 46.0963, "longitude": -64.7897},
    {"prefix": "B3J", "place": "Halifax", "province": "NS", "latitude": 44.6464, "longitude": -63.5729},
    {"prefix": "K1A", "place": "Ottawa", "province": "ON", "latitude": 45.4207, "longitude": -75.7023},
]

SYNONYMS: list[Cells] = [
    {"said": "wife", "means": "spouse", "both_ways": "yes", "reason": "everyday word"},
    {"said": "hubby", "means": "spouse", "both_ways": "no", "reason": "everyday word"},
    {"said": "OSI", "means": "operational stress injury", "both_ways": "yes", "reason": "acronym"},
]

DIRECTORY: list[Cells] = [
    {
        "channel": "test-directory",
        "title_en": "Ten listings",
        "title_fr": "Dix fiches",
        "data_as_of": TODAY.isoformat(),
        "licence": "CC BY 4.0",
        "credits": "Nobody but us",
    }
]

TABLES: Mapping[str, list[Cells]] = {
    "directory.csv": DIRECTORY,
    "organizations.csv": ORGANIZATIONS,
    "listings.csv": LISTINGS,
    "phones.csv": PHONES,
    "sources.csv": SOURCES,
    "crisis_lines.csv": CRISIS_LINES,
    "crisis_lines_retired.csv": CRISIS_LINES_RETIRED,
    "terms.csv": TERMS,
    "resources.csv": RESOURCES,
    "places.csv": PLACES,
    "postal_prefixes.csv": POSTAL_PREFIXES,
    "synonyms.csv": SYNONYMS,
}
"""All tables but the facets: those are the program's own."""


def write_tables(folder: Path, tables: Mapping[str, Iterable[Cells]] = TABLES) -> Path:
    """Write tables as CSV files into a folder, with the facets of data/source beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in ("facets.csv", "facet_values.csv"):
        shutil.copyfile(source_folder() / file, folder / file)
    for file, rows in tables.items():
        write_rows(folder, file, rows)
    return folder


def change_cell(folder: Path, file: str, row: int, column: str, value: object) -> None:
    """Write one cell of a table; `row` counts as a spreadsheet does, the header being row 1."""
    rows = read_rows(folder, file)
    rows[row - 2][column] = str(value)
    write_rows(folder, file, rows)


def add_row(folder: Path, file: str, cells: Cells) -> int:
    """Put a row at the end of a table; which row it is, as a spreadsheet counts."""
    rows = [*read_rows(folder, file), {column: str(cells.get(column, "")) for column in SHAPES[file]}]
    write_rows(folder, file, rows)
    return len(rows) + 1


def read_rows(folder: Path, file: str) -> list[dict[str, str]]:
    """The rows of a table that was written."""
    with (folder / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write_rows(folder: Path, file: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Write one table as a CSV file."""
    with (folder / file).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, SHAPES[file], restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
