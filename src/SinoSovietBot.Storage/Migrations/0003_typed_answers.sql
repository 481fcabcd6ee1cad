-- By what typed answers are marked, as asked; null where there are options.
ALTER TABLE quiz_questions ADD COLUMN marking_key TEXT CONSTRAINT quiz_questions_marking_key_json CHECK (marking_key IS NULL OR json_valid(marking_key));

-- What was typed, for the answers whose option is -1, and what the marking said of it at the time: no later version of the marking changes it.
CREATE TABLE typed_answers (
    quiz_id    INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    member_id  INTEGER NOT NULL,
    change     INTEGER NOT NULL,
    raw        TEXT    NOT NULL,
    normalised TEXT    NOT NULL,
    verdict    TEXT    NOT NULL CONSTRAINT typed_answers_verdict_known CHECK (verdict IN ('right', 'partly', 'vague', 'wrong')),
    rule       TEXT    NOT NULL,
    -- Of a list, the ideas found of those asked for; else 1 or 0 of 1.
    found      INTEGER NOT NULL,
    asked      INTEGER NOT NULL,
    note       TEXT,
    CONSTRAINT typed_answers_pk PRIMARY KEY (quiz_id, round, member_id, change),
    CONSTRAINT typed_answers_answer_fk FOREIGN KEY (quiz_id, round, member_id, change)
        REFERENCES answers (quiz_id, round, member_id, change) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
