-- What a server has met of a deck, so that a quiz is chosen without reading the log. The questions with the lowest bag come first, those without
-- a row before all.
CREATE TABLE question_history (
    server_id   INTEGER NOT NULL,
    deck_key    INTEGER NOT NULL CONSTRAINT question_history_deck_fk REFERENCES decks (key),
    question_id TEXT    NOT NULL,
    bag         INTEGER NOT NULL CONSTRAINT question_history_bag_positive CHECK (bag > 0),
    answered    INTEGER NOT NULL,
    correct     INTEGER NOT NULL,
    CONSTRAINT question_history_pk PRIMARY KEY (server_id, deck_key, question_id),
    CONSTRAINT question_history_correct_answered CHECK (correct BETWEEN 0 AND answered)
) STRICT, WITHOUT ROWID;

ALTER TABLE quiz_questions ADD COLUMN bag INTEGER NOT NULL DEFAULT 1;

-- Quizzes from before bags all count as the first.
INSERT INTO question_history (server_id, deck_key, question_id, bag, answered, correct)
SELECT quizzes.server_id, quizzes.deck_key, quiz_questions.question_id, 1, count(results.member_id), coalesce(sum(results.correct), 0)
FROM rounds
JOIN quizzes ON quizzes.id = rounds.quiz_id
JOIN quiz_questions USING (quiz_id, round)
LEFT JOIN results USING (quiz_id, round)
WHERE rounds.revealed_at IS NOT NULL
GROUP BY quizzes.server_id, quizzes.deck_key, quiz_questions.question_id;
