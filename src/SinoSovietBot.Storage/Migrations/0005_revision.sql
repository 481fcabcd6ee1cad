-- What members learn by themselves. Times are Unix milliseconds; days are numbered as in .NET (DateOnly.DayNumber, 0 for 1 January of the year 1) and
-- are the learner's own, which begin at a time of their clock.

CREATE TABLE learners (
    member_id       INTEGER NOT NULL CONSTRAINT learners_pk PRIMARY KEY,
    new_per_day     INTEGER NOT NULL,
    reviews_per_day INTEGER NOT NULL,
    retention       REAL    NOT NULL CONSTRAINT learners_retention_share CHECK (retention > 0 AND retention < 1),
    four_buttons    INTEGER NOT NULL CONSTRAINT learners_four_buttons_bool CHECK (four_buttons IN (0, 1)),
    style           TEXT    NOT NULL CONSTRAINT learners_style_known CHECK (style IN ('cards', 'questions')),
    types_answers   INTEGER NOT NULL CONSTRAINT learners_types_answers_bool CHECK (types_answers IN (0, 1)),
    time_zone       TEXT,
    -- Minutes after midnight.
    day_start       INTEGER NOT NULL CONSTRAINT learners_day_start_of_day CHECK (day_start BETWEEN 0 AND 1439),
    last_deck       TEXT
) STRICT;

-- One row an item that was ever reviewed or suspended. The member comes first: all that a press has to read lies together.
CREATE TABLE memories (
    member_id   INTEGER NOT NULL,
    deck_key    INTEGER NOT NULL CONSTRAINT memories_deck_fk REFERENCES decks (key),
    item_id     TEXT    NOT NULL,
    phase       INTEGER NOT NULL CONSTRAINT memories_phase_known CHECK (phase BETWEEN 0 AND 3),
    step        INTEGER NOT NULL,
    reviews     INTEGER NOT NULL,
    lapses      INTEGER NOT NULL,
    stability   REAL,
    difficulty  REAL,
    reviewed_at INTEGER,
    reviewed_on INTEGER,
    failed_on   INTEGER,
    due_at      INTEGER,
    due_on      INTEGER,
    suspended   INTEGER NOT NULL CONSTRAINT memories_suspended_bool CHECK (suspended IN (0, 1)),
    CONSTRAINT memories_pk PRIMARY KEY (member_id, deck_key, item_id),
    CONSTRAINT memories_known_or_new CHECK ((phase = 0) = (stability IS NULL) AND (stability IS NULL) = (difficulty IS NULL)),
    CONSTRAINT memories_one_due CHECK ((due_at IS NULL) <> (due_on IS NULL) OR phase = 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision_sessions (
    id             INTEGER NOT NULL CONSTRAINT revision_sessions_pk PRIMARY KEY,
    member_id      INTEGER NOT NULL,
    deck_key       INTEGER NOT NULL CONSTRAINT revision_sessions_deck_fk REFERENCES decks (key),
    topic          TEXT,
    mode           TEXT    NOT NULL CONSTRAINT revision_sessions_mode_known CHECK (mode IN ('due', 'new', 'missed', 'weak', 'cram')),
    style          TEXT    NOT NULL CONSTRAINT revision_sessions_style_known CHECK (style IN ('cards', 'questions')),
    count          INTEGER NOT NULL,
    position       INTEGER NOT NULL,
    shown          TEXT,
    shown_at       INTEGER NOT NULL,
    started_at     INTEGER NOT NULL,
    exam_on        INTEGER,
    just_suspended TEXT,
    -- What was typed or chosen for what is shown, until it is graded; without a verdict where the member compares it by themselves.
    answer         TEXT,
    verdict        TEXT    CONSTRAINT revision_sessions_verdict_known CHECK (verdict IN ('right', 'partly', 'vague', 'wrong')),
    note           TEXT,
    CONSTRAINT revision_sessions_verdict_of_answer CHECK (answer IS NOT NULL OR (verdict IS NULL AND note IS NULL))
) STRICT;

CREATE INDEX revision_sessions_of_member ON revision_sessions (member_id, started_at);

-- Every grading, with the memory before and after it. One that was taken back stays, marked.
CREATE TABLE reviews (
    member_id          INTEGER NOT NULL,
    deck_key           INTEGER NOT NULL CONSTRAINT reviews_deck_fk REFERENCES decks (key),
    at                 INTEGER NOT NULL,
    item_id            TEXT    NOT NULL,
    shown              TEXT    NOT NULL,
    day                INTEGER NOT NULL,
    grade              INTEGER NOT NULL CONSTRAINT reviews_grade_known CHECK (grade BETWEEN 1 AND 4),
    kind               TEXT    NOT NULL CONSTRAINT reviews_kind_known CHECK (kind IN ('scheduled', 'cram', 'imported')),
    session_id         INTEGER,
    elapsed_days       INTEGER NOT NULL,
    took_ms            INTEGER NOT NULL,
    undone             INTEGER NOT NULL DEFAULT 0 CONSTRAINT reviews_undone_bool CHECK (undone IN (0, 1)),
    before_phase       INTEGER NOT NULL,
    before_step        INTEGER NOT NULL,
    before_reviews     INTEGER NOT NULL,
    before_lapses      INTEGER NOT NULL,
    before_stability   REAL,
    before_difficulty  REAL,
    before_reviewed_at INTEGER,
    before_reviewed_on INTEGER,
    before_failed_on   INTEGER,
    before_due_at      INTEGER,
    before_due_on      INTEGER,
    before_suspended   INTEGER NOT NULL,
    after_phase        INTEGER NOT NULL,
    after_step         INTEGER NOT NULL,
    after_reviews      INTEGER NOT NULL,
    after_lapses       INTEGER NOT NULL,
    after_stability    REAL,
    after_difficulty   REAL,
    after_reviewed_at  INTEGER,
    after_reviewed_on  INTEGER,
    after_failed_on    INTEGER,
    after_due_at       INTEGER,
    after_due_on       INTEGER,
    after_suspended    INTEGER NOT NULL,
    -- What was typed or chosen, where something was, and what the marking said of it at the time.
    answer             TEXT,
    verdict            TEXT    CONSTRAINT reviews_verdict_known CHECK (verdict IN ('right', 'partly', 'vague', 'wrong')),
    overruled          INTEGER CONSTRAINT reviews_overruled_bool CHECK (overruled IN (0, 1)),
    CONSTRAINT reviews_pk PRIMARY KEY (member_id, deck_key, at, item_id),
    CONSTRAINT reviews_marked_whole CHECK ((answer IS NULL) = (verdict IS NULL) AND (answer IS NULL) = (overruled IS NULL))
) STRICT, WITHOUT ROWID;

-- A session may be picked up months later: its reviews are found without a look at all that lie between.
CREATE INDEX reviews_of_session ON reviews (session_id, at) WHERE session_id IS NOT NULL;

-- Questions that a member got wrong in a class quiz and has not got right in one since. What was remembered in revision stays, marked with the time of
-- the review, so that the review can be taken back.
CREATE TABLE quiz_misses (
    member_id     INTEGER NOT NULL,
    deck_key      INTEGER NOT NULL CONSTRAINT quiz_misses_deck_fk REFERENCES decks (key),
    question_id   TEXT    NOT NULL,
    card_id       TEXT    NOT NULL,
    missed_at     INTEGER NOT NULL,
    remembered_at INTEGER,
    CONSTRAINT quiz_misses_pk PRIMARY KEY (member_id, deck_key, question_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE exams (
    member_id INTEGER NOT NULL,
    deck_key  INTEGER NOT NULL CONSTRAINT exams_deck_fk REFERENCES decks (key),
    day       INTEGER NOT NULL,
    recall    REAL    NOT NULL CONSTRAINT exams_recall_share CHECK (recall > 0 AND recall < 1),
    CONSTRAINT exams_pk PRIMARY KEY (member_id, deck_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE class_exams (
    server_id INTEGER NOT NULL,
    deck_key  INTEGER NOT NULL CONSTRAINT class_exams_deck_fk REFERENCES decks (key),
    day       INTEGER NOT NULL,
    recall    REAL    NOT NULL CONSTRAINT class_exams_recall_share CHECK (recall > 0 AND recall < 1),
    set_by    INTEGER NOT NULL,
    set_at    INTEGER NOT NULL,
    CONSTRAINT class_exams_pk PRIMARY KEY (server_id, deck_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE reminders (
    member_id INTEGER NOT NULL CONSTRAINT reminders_pk PRIMARY KEY,
    -- Minutes after midnight, on the learner's clock.
    minute    INTEGER NOT NULL CONSTRAINT reminders_minute_of_day CHECK (minute BETWEEN 0 AND 1439),
    -- Bits, Sunday the lowest.
    days      INTEGER NOT NULL CONSTRAINT reminders_some_days CHECK (days BETWEEN 1 AND 127),
    next_at   INTEGER NOT NULL,
    refusals  INTEGER NOT NULL,
    given_up  INTEGER NOT NULL CONSTRAINT reminders_given_up_bool CHECK (given_up IN (0, 1))
) STRICT;

CREATE INDEX reminders_next ON reminders (next_at) WHERE given_up = 0;

CREATE TABLE card_reports (
    id        INTEGER NOT NULL CONSTRAINT card_reports_pk PRIMARY KEY,
    member_id INTEGER NOT NULL,
    server_id INTEGER,
    deck_key  INTEGER NOT NULL CONSTRAINT card_reports_deck_fk REFERENCES decks (key),
    shown     TEXT    NOT NULL,
    text      TEXT    NOT NULL,
    at        INTEGER NOT NULL
) STRICT;

CREATE INDEX card_reports_of_deck ON card_reports (deck_key, at);
