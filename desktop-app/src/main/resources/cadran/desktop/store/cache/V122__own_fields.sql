CREATE TABLE IF NOT EXISTS own_field (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    name VARCHAR,
    kind VARCHAR,
    choices VARCHAR,
    sort_order NUMERIC(8, 0),
    active BOOLEAN,
    search VARCHAR
);
CREATE TABLE IF NOT EXISTS own_value (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    did_id UUID,
    field_id UUID,
    text_value VARCHAR,
    number_value NUMERIC(12, 4),
    date_value DATE,
    search VARCHAR
);
CREATE UNIQUE INDEX IF NOT EXISTS own_field_id ON own_field (id);
CREATE UNIQUE INDEX IF NOT EXISTS own_value_id ON own_value (id);
CREATE INDEX IF NOT EXISTS own_value_did ON own_value (did_id);
CREATE INDEX IF NOT EXISTS own_value_field ON own_value (field_id, text_value);
