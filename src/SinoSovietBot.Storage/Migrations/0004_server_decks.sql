-- Decks that servers bring. Each is seen by its own server alone, so every key begins with the server.

CREATE TABLE server_decks (
    server_id  INTEGER NOT NULL,
    deck_id    TEXT    NOT NULL,
    -- The one in use.
    revision   INTEGER NOT NULL CONSTRAINT server_decks_revision_from_1 CHECK (revision >= 1),
    removed_at INTEGER,
    removed_by INTEGER,
    CONSTRAINT server_decks_pk PRIMARY KEY (server_id, deck_id),
    CONSTRAINT server_decks_removed_by_somebody CHECK ((removed_at IS NULL) = (removed_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX server_decks_removed ON server_decks (removed_at) WHERE removed_at IS NOT NULL;

-- The last versions of each deck, in the native format. Not WITHOUT ROWID: the texts are long.
CREATE TABLE server_deck_revisions (
    server_id INTEGER NOT NULL,
    deck_id   TEXT    NOT NULL,
    revision  INTEGER NOT NULL,
    kind      TEXT    NOT NULL CONSTRAINT server_deck_revisions_kind_known CHECK (kind IN ('import', 'card', 'undo')),
    saved_at  INTEGER NOT NULL,
    saved_by  INTEGER NOT NULL,
    title     TEXT    NOT NULL,
    subject   TEXT    NOT NULL,
    -- Bytes of the text: asked for often, and counting them would read all of it.
    size      INTEGER NOT NULL,
    yaml      TEXT    NOT NULL,
    CONSTRAINT server_deck_revisions_pk PRIMARY KEY (server_id, deck_id, revision),
    CONSTRAINT server_deck_revisions_deck_fk
        FOREIGN KEY (server_id, deck_id) REFERENCES server_decks (server_id, deck_id) ON DELETE CASCADE
) STRICT;

-- Imports that were shown and wait for Confirm, as they were read: what they make of the deck is worked out again when they are confirmed.
-- base is the revision that the deck had when they were shown; 0 for a new deck.
CREATE TABLE waiting_imports (
    id        INTEGER NOT NULL CONSTRAINT waiting_imports_pk PRIMARY KEY,
    server_id INTEGER NOT NULL,
    deck_id   TEXT    NOT NULL,
    base      INTEGER NOT NULL,
    begun_at  INTEGER NOT NULL,
    begun_by  INTEGER NOT NULL,
    confirmed INTEGER NOT NULL DEFAULT 0 CONSTRAINT waiting_imports_confirmed_bool CHECK (confirmed IN (0, 1)),
    mode      TEXT    NOT NULL CONSTRAINT waiting_imports_mode_known CHECK (mode IN ('update', 'replace')),
    yaml      TEXT    NOT NULL
) STRICT;

CREATE INDEX waiting_imports_of_server ON waiting_imports (server_id, begun_at);

-- Cards in forms that are open, or whose text had a fault. card_id is null for a new card.
CREATE TABLE waiting_cards (
    id        INTEGER NOT NULL CONSTRAINT waiting_cards_pk PRIMARY KEY,
    server_id INTEGER NOT NULL,
    deck_id   TEXT    NOT NULL,
    base      INTEGER NOT NULL,
    begun_at  INTEGER NOT NULL,
    begun_by  INTEGER NOT NULL,
    card_id   TEXT,
    front     TEXT    NOT NULL,
    topic     TEXT    NOT NULL,
    points    TEXT    NOT NULL,
    notes     TEXT    NOT NULL
) STRICT;

CREATE INDEX waiting_cards_of_server ON waiting_cards (server_id, begun_at);
