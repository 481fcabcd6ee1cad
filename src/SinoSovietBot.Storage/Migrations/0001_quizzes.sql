-- Times are Unix milliseconds, Discord ids are 64-bit integers, decks are numbered to keep the big tables small.

CREATE TABLE decks (
    key INTEGER NOT NULL CONSTRAINT decks_pk PRIMARY KEY,
    id  TEXT    NOT NULL CONSTRAINT decks_id_unique UNIQUE
) STRICT;

CREATE TABLE members (
    server_id INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    name      TEXT    NOT NULL,
    CONSTRAINT members_pk PRIMARY KEY (server_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE quizzes (
    id               INTEGER NOT NULL CONSTRAINT quizzes_pk PRIMARY KEY,
    server_id        INTEGER NOT NULL,
    channel_id       INTEGER NOT NULL,
    host_id          INTEGER NOT NULL,
    host_is_teacher  INTEGER NOT NULL CONSTRAINT quizzes_host_is_teacher_bool CHECK (host_is_teacher IN (0, 1)),
    deck_key         INTEGER NOT NULL CONSTRAINT quizzes_deck_fk REFERENCES decks (key),
    deck_title       TEXT    NOT NULL,
    topic            TEXT,
    phase            TEXT    NOT NULL CONSTRAINT quizzes_phase_known CHECK (phase IN ('lobby', 'asking', 'revealed', 'ended')),
    round            INTEGER NOT NULL DEFAULT 0,
    opened_at        INTEGER NOT NULL,
    lobby_message_id INTEGER,
    lobby_posted_at  INTEGER,
    ended_at         INTEGER,
    end_reason       TEXT,
    end_announced    INTEGER NOT NULL DEFAULT 0 CONSTRAINT quizzes_end_announced_bool CHECK (end_announced IN (0, 1)),
    CONSTRAINT quizzes_ended_has_reason CHECK ((phase = 'ended') = (end_reason IS NOT NULL))
) STRICT;

CREATE INDEX quizzes_unfinished ON quizzes (id) WHERE end_announced = 0;
CREATE INDEX quizzes_of_server ON quizzes (server_id, opened_at);

-- The wording as asked: an edit of the deck must not change what an answer meant.
CREATE TABLE quiz_questions (
    quiz_id      INTEGER NOT NULL CONSTRAINT quiz_questions_quiz_fk REFERENCES quizzes (id) ON DELETE CASCADE,
    round        INTEGER NOT NULL,
    question_id  TEXT    NOT NULL,
    card_id      TEXT    NOT NULL,
    topic        TEXT    NOT NULL,
    prompt       TEXT    NOT NULL,
    options      TEXT    NOT NULL CONSTRAINT quiz_questions_options_json CHECK (json_valid(options)),
    right_option INTEGER NOT NULL,
    explanation  TEXT    NOT NULL,
    corrections  TEXT    NOT NULL CONSTRAINT quiz_questions_corrections_json CHECK (json_valid(corrections)),
    time_ms      INTEGER NOT NULL,
    CONSTRAINT quiz_questions_pk PRIMARY KEY (quiz_id, round)
) STRICT, WITHOUT ROWID;

CREATE TABLE quiz_members (
    quiz_id   INTEGER NOT NULL CONSTRAINT quiz_members_quiz_fk REFERENCES quizzes (id) ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    joined_at INTEGER NOT NULL,
    CONSTRAINT quiz_members_pk PRIMARY KEY (quiz_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rounds (
    quiz_id     INTEGER NOT NULL,
    round       INTEGER NOT NULL,
    opening     INTEGER NOT NULL,
    asked_at    INTEGER NOT NULL,
    message_id  INTEGER,
    posted_at   INTEGER,
    revealed_at INTEGER,
    -- Whether its results may count on boards; null until it is revealed.
    eligible    INTEGER CONSTRAINT rounds_eligible_bool CHECK (eligible IN (0, 1)),
    CONSTRAINT rounds_pk PRIMARY KEY (quiz_id, round),
    CONSTRAINT rounds_question_fk FOREIGN KEY (quiz_id, round) REFERENCES quiz_questions (quiz_id, round) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Every accepted press: change 0 is a member's first answer in a round, and the highest change is the one that counts.
CREATE TABLE answers (
    quiz_id     INTEGER NOT NULL,
    round       INTEGER NOT NULL,
    member_id   INTEGER NOT NULL,
    change      INTEGER NOT NULL,
    option      INTEGER NOT NULL,
    response_ms INTEGER NOT NULL,
    press_id    INTEGER NOT NULL,
    CONSTRAINT answers_pk PRIMARY KEY (quiz_id, round, member_id, change),
    CONSTRAINT answers_round_fk FOREIGN KEY (quiz_id, round) REFERENCES rounds (quiz_id, round) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What counted when a round was revealed: the log from which every total can be recounted.
CREATE TABLE results (
    quiz_id     INTEGER NOT NULL,
    round       INTEGER NOT NULL,
    member_id   INTEGER NOT NULL,
    option      INTEGER NOT NULL,
    correct     INTEGER NOT NULL CONSTRAINT results_correct_bool CHECK (correct IN (0, 1)),
    response_ms INTEGER NOT NULL,
    ranked      INTEGER NOT NULL CONSTRAINT results_ranked_bool CHECK (ranked IN (0, 1)),
    CONSTRAINT results_pk PRIMARY KEY (quiz_id, round, member_id),
    CONSTRAINT results_round_fk FOREIGN KEY (quiz_id, round) REFERENCES rounds (quiz_id, round) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- When a member last met a question on a server: a second meeting within a day is practice.
CREATE TABLE meetings (
    server_id   INTEGER NOT NULL,
    member_id   INTEGER NOT NULL,
    deck_key    INTEGER NOT NULL CONSTRAINT meetings_deck_fk REFERENCES decks (key),
    question_id TEXT    NOT NULL,
    met_at      INTEGER NOT NULL,
    CONSTRAINT meetings_pk PRIMARY KEY (server_id, member_id, deck_key, question_id)
) STRICT, WITHOUT ROWID;

-- Points by window, so that a board never reads the log. deck_key 0 is all decks together.
-- A window is its kind times 100,000,000 (all 0, day 1, week 2, month 3) plus its first day as yyyymmdd.
CREATE TABLE totals (
    server_id INTEGER NOT NULL,
    deck_key  INTEGER NOT NULL,
    window    INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    points    INTEGER NOT NULL,
    answered  INTEGER NOT NULL,
    CONSTRAINT totals_pk PRIMARY KEY (server_id, deck_key, window, member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX totals_by_points ON totals (server_id, deck_key, window, points DESC);
