-- Who this installation is to the server, another one after the server's history forked; and which of the numbered files
-- holds the local copy.
CREATE TABLE device (id UUID NOT NULL, last_number BIGINT NOT NULL, cache_number INTEGER NOT NULL);

-- "made" is the order of making and survives a renumbering; "number" is what the server knows.
CREATE TABLE operation (
    made BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number BIGINT UNIQUE,
    id UUID NOT NULL UNIQUE,
    author UUID NOT NULL,
    group_id UUID,
    entity VARCHAR NOT NULL,
    row_id UUID NOT NULL,
    base_version BIGINT NOT NULL,
    after_number BIGINT NOT NULL,
    intent VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    made_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    result VARCHAR,
    verdict VARCHAR,
    change_number BIGINT,
    result_version BIGINT,
    saw_current BOOLEAN,
    answered_at TIMESTAMP(3) WITH TIME ZONE,
    dismissed BOOLEAN DEFAULT FALSE NOT NULL
);

CREATE INDEX operation_row ON operation (row_id);
CREATE INDEX operation_change ON operation (change_number);
CREATE INDEX operation_verdict ON operation (verdict);
