-- The newest part of the history of rows, as far as it was taken from the server: an entry as it came, and beside it what it
-- is found by.
CREATE TABLE IF NOT EXISTS history_line (
    seq BIGINT PRIMARY KEY,
    at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    user_id UUID,
    entity VARCHAR NOT NULL,
    subject UUID NOT NULL,
    search VARCHAR NOT NULL,
    line VARCHAR NOT NULL
);
CREATE INDEX IF NOT EXISTS history_line_subject ON history_line (subject);

-- How far it was taken; at most one row. What is older than "since" only the server has.
CREATE TABLE IF NOT EXISTS history_state (
    cursor_number BIGINT NOT NULL,
    hash VARCHAR NOT NULL,
    since TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
