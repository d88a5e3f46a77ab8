-- One table per synced type: a small key that pages well beside the id that travels (random ids as keys scatter pages).
-- No column is mandatory and nothing is unique but the id: the server holds the rules, a copy must take what it sends.
-- Plain indexes instead of constraints, because a load drops them and makes them again once the rows are there.

CREATE TABLE dialing_code (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    code VARCHAR,
    prefix VARCHAR,
    label VARCHAR,
    active BOOLEAN,
    recoverable_days NUMERIC(8, 0),
    search VARCHAR
);

CREATE TABLE region (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
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
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    code VARCHAR,
    name VARCHAR,
    kind VARCHAR,
    contact VARCHAR,
    holder_codes VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE number_type (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    code VARCHAR,
    label VARCHAR,
    description VARCHAR,
    active BOOLEAN,
    rest_days NUMERIC(8, 0),
    search VARCHAR
);

CREATE TABLE equipment (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
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
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    code VARCHAR,
    name VARCHAR,
    routing VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE member (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    name VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE customer (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
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
    id UUID NOT NULL,
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
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    customer_id UUID,
    code VARCHAR,
    name VARCHAR,
    description VARCHAR,
    hermes_id VARCHAR,
    dialing_mode VARCHAR,
    channel VARCHAR,
    active BOOLEAN,
    search VARCHAR
);

CREATE TABLE number_range (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    dialing_code_id UUID,
    first_number VARCHAR,
    last_number VARCHAR,
    carrier_id UUID,
    customer_id UUID,
    head_number VARCHAR,
    trunk VARCHAR,
    contract_reference VARCHAR,
    notes VARCHAR,
    price_one NUMERIC(10, 2),
    price_ten NUMERIC(10, 2),
    price_hundred NUMERIC(10, 2),
    currency VARCHAR,
    search VARCHAR
);

CREATE TABLE did (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    dialing_code_id UUID,
    e164 VARCHAR,
    status VARCHAR,
    customer_id UUID,
    group_id UUID,
    assigned_user_id UUID,
    region_id UUID,
    type_id UUID,
    carrier_id UUID,
    description VARCHAR,
    tags VARCHAR,
    notes VARCHAR,
    carrier_reference VARCHAR,
    carrier_status VARCHAR,
    capabilities VARCHAR,
    equipment_id UUID,
    cloud_id UUID,
    contract_holder VARCHAR,
    mandate_from DATE,
    mandate_until DATE,
    set_up_fee NUMERIC(10, 2),
    monthly_cost NUMERIC(10, 2),
    currency VARCHAR,
    billing_ends_on DATE,
    acquired_on DATE,
    activated_on DATE,
    rests_until DATE,
    awaits_port_out_since DATE,
    termination_requested_on DATE,
    terminated_on DATE,
    ending VARCHAR,
    recoverable_until DATE,
    search VARCHAR
);

CREATE TABLE assignment (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    did_id UUID,
    campaign_id UUID,
    starts_on DATE,
    ends_on DATE,
    inbound BOOLEAN,
    outbound BOOLEAN,
    priority NUMERIC(8, 0),
    alias VARCHAR,
    search VARCHAR
);

CREATE TABLE number_price (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    did_id UUID,
    starts_on DATE,
    monthly_cost NUMERIC(10, 2),
    currency VARCHAR,
    description VARCHAR,
    search VARCHAR
);

CREATE TABLE change_set (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    kind VARCHAR,
    customer_id UUID,
    takes_effect_on DATE,
    state VARCHAR,
    description VARCHAR,
    prepared_by_id UUID,
    rest_count NUMERIC(8, 0),
    port_out_count NUMERIC(8, 0),
    search VARCHAR
);

CREATE TABLE change_set_line (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    change_set_id UUID,
    did_id UUID,
    effect VARCHAR,
    seen_holder VARCHAR,
    outcome VARCHAR,
    refusal VARCHAR,
    search VARCHAR
);

CREATE TABLE saved_view (
    row_key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    audience UUID NOT NULL,
    name VARCHAR,
    of_list VARCHAR,
    filter_line VARCHAR,
    shown_columns VARCHAR,
    sorted_by VARCHAR,
    row_height VARCHAR,
    seen_by VARCHAR,
    search VARCHAR
);

CREATE UNIQUE INDEX dialing_code_id ON dialing_code (id);
CREATE UNIQUE INDEX region_id ON region (id);
CREATE UNIQUE INDEX carrier_id ON carrier (id);
CREATE UNIQUE INDEX number_type_id ON number_type (id);
CREATE UNIQUE INDEX equipment_id ON equipment (id);
CREATE UNIQUE INDEX cloud_id ON cloud (id);
CREATE UNIQUE INDEX member_id ON member (id);
CREATE UNIQUE INDEX customer_id ON customer (id);
CREATE UNIQUE INDEX customer_group_id ON customer_group (id);
CREATE UNIQUE INDEX campaign_id ON campaign (id);
CREATE UNIQUE INDEX number_range_id ON number_range (id);
CREATE UNIQUE INDEX did_id ON did (id);
CREATE UNIQUE INDEX assignment_id ON assignment (id);
CREATE UNIQUE INDEX saved_view_id ON saved_view (id);
CREATE UNIQUE INDEX number_price_id ON number_price (id);
CREATE UNIQUE INDEX change_set_id ON change_set (id);
CREATE UNIQUE INDEX change_set_line_id ON change_set_line (id);

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
CREATE INDEX number_range_first ON number_range (first_number);
-- With the status in it, a range is counted without looking at its numbers.
CREATE INDEX did_e164 ON did (e164, status);
CREATE INDEX did_customer ON did (customer_id);
CREATE INDEX did_group ON did (group_id);
CREATE INDEX did_assigned_user ON did (assigned_user_id);
CREATE INDEX assignment_did ON assignment (did_id);
CREATE INDEX assignment_campaign ON assignment (campaign_id);
CREATE INDEX number_price_did ON number_price (did_id);
CREATE INDEX change_set_line_set ON change_set_line (change_set_id);
CREATE INDEX change_set_line_did ON change_set_line (did_id);

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

-- While a copy is filled from a snapshot: where it stood when that was opened, where its next part begins, and how the
-- indexes are made again that were dropped for it.
CREATE TABLE load_state (
    feed UUID NOT NULL,
    cursor_number BIGINT NOT NULL,
    hash VARCHAR NOT NULL,
    schema_number INTEGER NOT NULL,
    next_place VARCHAR,
    row_count BIGINT NOT NULL,
    row_total BIGINT NOT NULL
);
CREATE TABLE load_index (statement VARCHAR NOT NULL);
