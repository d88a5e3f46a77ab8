CREATE TABLE IF NOT EXISTS carrier_account (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    carrier_id UUID,
    name VARCHAR,
    account_reference VARCHAR,
    active BOOLEAN,
    search VARCHAR
);
CREATE UNIQUE INDEX IF NOT EXISTS carrier_account_id ON carrier_account (id);
CREATE INDEX IF NOT EXISTS carrier_account_carrier ON carrier_account (carrier_id);
