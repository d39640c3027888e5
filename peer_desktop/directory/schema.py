"""Says what a directory file looks like: one SQLite file of listings and what explains them."""

APPLICATION_ID = 0x50454552
"""`PRAGMA application_id` of a directory: the letters PEER."""

SCHEMA_VERSION = 1
"""`PRAGMA user_version`: raised whenever a table or column changes."""

TABLES = """
CREATE TABLE directory (
    channel         TEXT NOT NULL,              -- the identity of this data set, for its bundles
    title_en        TEXT NOT NULL,
    title_fr        TEXT NOT NULL,
    data_as_of      TEXT NOT NULL,              -- YYYY-MM-DD: the day the tables were last worked on
    licence         TEXT NOT NULL,
    credits         TEXT NOT NULL               -- where places and coordinates come from, one line
) STRICT;

CREATE TABLE organization (
    id              TEXT PRIMARY KEY,
    name_en         TEXT,
    name_fr         TEXT,
    CHECK (name_en IS NOT NULL OR name_fr IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- One thing a person can contact or attend. An empty (NULL) column means "not stated", never "no".
CREATE TABLE listing (
    number          INTEGER PRIMARY KEY,        -- 1…n without a gap, by English name folded, then by id
    id              TEXT NOT NULL UNIQUE,
    kind            TEXT NOT NULL CHECK (kind IN ('program', 'place')),
    place_kind      TEXT,                       -- of a place: legion-branch, mfrc, osi-clinic …
    organization_id TEXT NOT NULL REFERENCES organization (id),
    name_en         TEXT,
    name_fr         TEXT,
    description_en  TEXT,
    description_fr  TEXT,
    eligibility_en  TEXT,
    eligibility_fr  TEXT,
    hours_en        TEXT,
    hours_fr        TEXT,
    referral_needed TEXT CHECK (referral_needed IN ('yes', 'no')),
    website         TEXT,
    email           TEXT,
    source_date     TEXT,                       -- of the newest page used: YYYY, YYYY-MM or YYYY-MM-DD
    checked_on      TEXT,                       -- YYYY-MM-DD: confirmed by telephone on that day
    confidence      TEXT NOT NULL CHECK (confidence IN ('high', 'medium')),
    CHECK (name_en IS NOT NULL OR name_fr IS NOT NULL),
    CHECK ((kind = 'place') = (place_kind IS NOT NULL))
) STRICT;

-- Where a listing is met in person. Online and phone listings have none, or one without coordinates.
CREATE TABLE location (
    listing_id      TEXT PRIMARY KEY REFERENCES listing (id),
    address         TEXT,
    city            TEXT,
    province        TEXT,                       -- two letters
    postal_code     TEXT,                       -- A1A 1A1
    latitude        REAL,                       -- WGS 84 degrees
    longitude       REAL,
    precision       TEXT CHECK (precision IN ('address', 'postal', 'town')),
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK ((latitude IS NULL) = (precision IS NULL))
) STRICT, WITHOUT ROWID;

-- Whom a listing serves, wherever it is: 'CA' or a province, two letters. HSDS: service_area.
CREATE TABLE service_area (
    listing_id      TEXT NOT NULL REFERENCES listing (id),
    code            TEXT NOT NULL,
    PRIMARY KEY (listing_id, code)
) STRICT, WITHOUT ROWID;

-- Numbers of a listing or of a crisis line, in the order to try them.
CREATE TABLE phone (
    listing_id      TEXT REFERENCES listing (id),
    crisis_line_id  TEXT REFERENCES crisis_line (id),
    position        INTEGER NOT NULL,
    kind            TEXT NOT NULL CHECK (kind IN ('voice', 'toll-free', 'text', 'tty')),
    number          TEXT NOT NULL,              -- E.164 (+16135550100) or a short code (988, 686868)
    extension       TEXT,
    note_en         TEXT,
    note_fr         TEXT,
    CHECK ((listing_id IS NULL) <> (crisis_line_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX phone_of_listing ON phone (listing_id, position) WHERE listing_id IS NOT NULL;
CREATE UNIQUE INDEX phone_of_crisis_line ON phone (crisis_line_id, position) WHERE crisis_line_id IS NOT NULL;

-- The pages a listing was written from.
CREATE TABLE source (
    listing_id      TEXT NOT NULL REFERENCES listing (id),
    position        INTEGER NOT NULL,
    url             TEXT NOT NULL,
    note            TEXT,
    PRIMARY KEY (listing_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE facet (
    id              TEXT PRIMARY KEY,
    position        INTEGER NOT NULL UNIQUE,
    label_en        TEXT NOT NULL,
    label_fr        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE facet_value (
    facet           TEXT NOT NULL REFERENCES facet (id),
    value           TEXT NOT NULL,              -- 'not-stated' stands for: nothing is known
    position        INTEGER NOT NULL,
    label_en        TEXT NOT NULL,
    label_fr        TEXT NOT NULL,
    PRIMARY KEY (facet, value)
) STRICT, WITHOUT ROWID;

-- What is known of a listing; a facet of which nothing is known has no row here.
CREATE TABLE listing_facet (
    listing_id      TEXT NOT NULL REFERENCES listing (id),
    facet           TEXT NOT NULL,
    value           TEXT NOT NULL,
    PRIMARY KEY (listing_id, facet, value),
    FOREIGN KEY (facet, value) REFERENCES facet_value (facet, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE crisis_line (
    id              TEXT PRIMARY KEY,
    position        INTEGER NOT NULL UNIQUE,
    role            TEXT NOT NULL CHECK (role IN ('crisis', 'peer', 'information')),
    pinned          INTEGER NOT NULL CHECK (pinned IN (0, 1)),
    name_en         TEXT NOT NULL,
    name_fr         TEXT NOT NULL,
    description_en  TEXT NOT NULL,
    description_fr  TEXT NOT NULL,
    hours_en        TEXT,
    hours_fr        TEXT,
    text_keyword    TEXT,
    chat_url        TEXT,
    email           TEXT,
    languages       TEXT,                       -- en;fr;…
    audience        TEXT NOT NULL,              -- values of the facet audience, ; between
    coverage        TEXT NOT NULL,              -- CA or provinces, ; between
    pages_seen      INTEGER NOT NULL,           -- how many pages show the number
    source_date     TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE term (
    id              TEXT PRIMARY KEY,
    name_en         TEXT NOT NULL,
    name_fr         TEXT NOT NULL,
    plain_en        TEXT NOT NULL,              -- for everyone
    plain_fr        TEXT NOT NULL,
    academic_en     TEXT NOT NULL,              -- for readers of the literature
    academic_fr     TEXT NOT NULL,
    sources         TEXT NOT NULL,              -- one a line
    note            TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE term_see_also (
    term_id         TEXT NOT NULL REFERENCES term (id),
    other_id        TEXT NOT NULL REFERENCES term (id),
    PRIMARY KEY (term_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE resource (
    id              TEXT PRIMARY KEY,
    type            TEXT NOT NULL,              -- article, report, guide, podcast …
    title_en        TEXT,
    title_fr        TEXT,
    authors         TEXT,
    year            TEXT,                       -- NULL: the page names none
    publisher       TEXT,
    url             TEXT,                       -- a DOI as https://doi.org/…
    languages       TEXT NOT NULL,
    annotation_en   TEXT,
    annotation_fr   TEXT,
    verified        TEXT NOT NULL CHECK (verified IN ('yes', 'partly')),
    CHECK (title_en IS NOT NULL OR title_fr IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE resource_topic (
    resource_id     TEXT NOT NULL REFERENCES resource (id),
    topic           TEXT NOT NULL,
    PRIMARY KEY (resource_id, topic)
) STRICT, WITHOUT ROWID;

-- The gazetteer. `folded`: lower case, accents off, hyphens and points as spaces, saint/sainte for st/ste.
CREATE TABLE place (
    number          INTEGER PRIMARY KEY,
    name_en         TEXT NOT NULL,
    name_fr         TEXT,                       -- only where it differs
    province        TEXT NOT NULL,
    latitude        REAL NOT NULL,
    longitude       REAL NOT NULL,
    population      INTEGER,
    folded_en       TEXT NOT NULL,
    folded_fr       TEXT
) STRICT;
CREATE INDEX place_by_english ON place (folded_en);
CREATE INDEX place_by_french ON place (folded_fr) WHERE folded_fr IS NOT NULL;

CREATE TABLE postal_prefix (
    prefix          TEXT PRIMARY KEY,           -- the first three characters of a postal code
    place           TEXT NOT NULL,
    province        TEXT NOT NULL,
    latitude        REAL NOT NULL,
    longitude       REAL NOT NULL
) STRICT, WITHOUT ROWID;

-- Words that mean the same to a person who looks for help. Each row has its reason.
CREATE TABLE synonym (
    number          INTEGER PRIMARY KEY,
    said            TEXT NOT NULL,              -- what people type
    means           TEXT NOT NULL,              -- what the listings say
    both_ways       INTEGER NOT NULL CHECK (both_ways IN (0, 1)),
    reason          TEXT NOT NULL,
    UNIQUE (said, means)
) STRICT;

-- All text of a listing, term or resource in both languages, for any SQLite program to search.
CREATE VIRTUAL TABLE full_text USING fts5 (
    kind UNINDEXED, id UNINDEXED, name, organization, labels, body,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
"""
