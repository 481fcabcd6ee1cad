-- Reports are a queue of each server: a teacher marks them as done. They stay.

ALTER TABLE card_reports ADD COLUMN closed_at INTEGER;

ALTER TABLE card_reports ADD COLUMN closed_by INTEGER
    CONSTRAINT card_reports_closed_by_somebody CHECK ((closed_at IS NULL) = (closed_by IS NULL));

DROP INDEX card_reports_of_deck;

CREATE INDEX card_reports_open ON card_reports (server_id, at) WHERE closed_at IS NULL;

-- What one press has marked can be opened again.
CREATE INDEX card_reports_closed ON card_reports (server_id, closed_at) WHERE closed_at IS NOT NULL;
