-- One table per synced type: a small key that pages well beside the id that travels (random ids as keys scatter pages).
-- No column is mandatory and nothing is unique but the id: the server holds the rules, a copy must take what it sends.

CREATE TABLE dialing_code (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    code VARCHAR,
    prefix VARCHAR,
    label VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE region (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    dialing_code_id UUID,
    code VARCHAR,
    label VARCHAR,
    prefix VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE carrier (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    code VARCHAR,
    name VARCHAR,
    kind VARCHAR,
    contact VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE number_type (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    code VARCHAR,
    label VARCHAR,
    description VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE equipment (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    code VARCHAR,
    name VARCHAR,
    kind VARCHAR,
    ip_address VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE cloud (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    code VARCHAR,
    name VARCHAR,
    routing VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE customer (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    code VARCHAR,
    name VARCHAR,
    siret VARCHAR,
    address VARCHAR,
    contact_name VARCHAR,
    contact_email VARCHAR,
    contact_phone VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE customer_group (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    customer_id UUID,
    code VARCHAR,
    label VARCHAR,
    description VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE campaign (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    customer_id UUID,
    code VARCHAR,
    name VARCHAR,
    description VARCHAR,
    hermes_id VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE did (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    dialing_code_id UUID,
    e164 VARCHAR,
    carrier_id UUID,
    type_id UUID,
    region_id UUID,
    equipment_id UUID,
    customer_id UUID,
    group_id UUID,
    cloud_id UUID,
    status VARCHAR,
    description VARCHAR,
    carrier_reference VARCHAR,
    acquired_on DATE,
    activated_on DATE,
    terminated_on DATE,
    monthly_cost NUMERIC(10, 2),
    notes VARCHAR,
    search VARCHAR
);

CREATE INDEX dialing_code_code ON dialing_code (code);
CREATE INDEX region_code ON region (code);
CREATE INDEX carrier_code ON carrier (code);
CREATE INDEX number_type_code ON number_type (code);
CREATE INDEX equipment_code ON equipment (code);
CREATE INDEX cloud_code ON cloud (code);
CREATE INDEX customer_code ON customer (code);
CREATE INDEX customer_name ON customer (name);
CREATE INDEX customer_group_customer ON customer_group (customer_id);
CREATE INDEX campaign_customer ON campaign (customer_id);
CREATE INDEX did_e164 ON did (e164);
CREATE INDEX did_customer ON did (customer_id);
CREATE INDEX did_group ON did (group_id);

-- What the server last said of a row that has edits of our own on top of it; a null "row_values" says it had no such row.
CREATE TABLE server_copy (
    entity VARCHAR NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    row_values VARCHAR,
    PRIMARY KEY (id, entity)
);

-- How far this copy follows the server's feed; written in the same transaction as the rows that brought it there.
CREATE TABLE sync_state (
    feed UUID,
    cursor_number BIGINT NOT NULL,
    hash VARCHAR NOT NULL,
    schema_number INTEGER NOT NULL,
    synced_at TIMESTAMP(3) WITH TIME ZONE
);
INSERT INTO sync_state VALUES (NULL, 0, '', 0, NULL);
