CREATE TABLE IF NOT EXISTS stock_level (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    type_id UUID,
    region_id UUID,
    minimum NUMERIC(8, 0),
    description VARCHAR,
    search VARCHAR
);
CREATE UNIQUE INDEX IF NOT EXISTS stock_level_id ON stock_level (id);
