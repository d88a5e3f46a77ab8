-- The synced tables, as cadran.model.Schema describes them: org_id, id, version, audience, then the fields in order.
-- live_e164 carries e164 while the number is live and is null otherwise: the portable form of a partial unique index.

CREATE TABLE dialing_code (
  org_id    UUID NOT NULL,
  id        UUID NOT NULL,
  version   BIGINT NOT NULL,
  audience  UUID NOT NULL,
  code      VARCHAR(5) NOT NULL,
  prefix    VARCHAR(5) NOT NULL,
  label     VARCHAR(100) NOT NULL,
  active    BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT dialing_code_code_key UNIQUE (org_id, code)
);

CREATE TABLE region (
  org_id           UUID NOT NULL,
  id               UUID NOT NULL,
  version          BIGINT NOT NULL,
  audience         UUID NOT NULL,
  dialing_code_id  UUID NOT NULL,
  code             VARCHAR(10) NOT NULL,
  label            VARCHAR(100) NOT NULL,
  prefix           VARCHAR(5),
  active           BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT region_code_key UNIQUE (org_id, dialing_code_id, code),
  CONSTRAINT region_dialing_code_id_fkey FOREIGN KEY (org_id, dialing_code_id) REFERENCES dialing_code (org_id, id)
);

CREATE TABLE carrier (
  org_id       UUID NOT NULL,
  id           UUID NOT NULL,
  version      BIGINT NOT NULL,
  audience     UUID NOT NULL,
  code         VARCHAR(20) NOT NULL,
  name         VARCHAR(100) NOT NULL,
  kind         VARCHAR(20),
  contact      VARCHAR(255),
  holder_codes VARCHAR(100),
  active       BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT carrier_code_key UNIQUE (org_id, code)
);

CREATE TABLE number_type (
  org_id       UUID NOT NULL,
  id           UUID NOT NULL,
  version      BIGINT NOT NULL,
  audience     UUID NOT NULL,
  code         VARCHAR(20) NOT NULL,
  label        VARCHAR(100) NOT NULL,
  description  VARCHAR(500),
  active       BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT number_type_code_key UNIQUE (org_id, code)
);

CREATE TABLE equipment (
  org_id      UUID NOT NULL,
  id          UUID NOT NULL,
  version     BIGINT NOT NULL,
  audience    UUID NOT NULL,
  code        VARCHAR(20) NOT NULL,
  name        VARCHAR(100) NOT NULL,
  kind        VARCHAR(20),
  ip_address  VARCHAR(45),
  active      BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT equipment_code_key UNIQUE (org_id, code)
);

CREATE TABLE cloud (
  org_id    UUID NOT NULL,
  id        UUID NOT NULL,
  version   BIGINT NOT NULL,
  audience  UUID NOT NULL,
  code      VARCHAR(20) NOT NULL,
  name      VARCHAR(100) NOT NULL,
  routing   VARCHAR(255),
  active    BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT cloud_code_key UNIQUE (org_id, code)
);

CREATE TABLE customer (
  org_id         UUID NOT NULL,
  id             UUID NOT NULL,
  version        BIGINT NOT NULL,
  audience       UUID NOT NULL,
  code           VARCHAR(20) NOT NULL,
  name           VARCHAR(200) NOT NULL,
  siret          VARCHAR(14),
  address        VARCHAR(500),
  contact_name   VARCHAR(100),
  contact_email  VARCHAR(255),
  contact_phone  VARCHAR(20),
  active         BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT customer_code_key UNIQUE (org_id, code)
);

CREATE TABLE customer_group (
  org_id       UUID NOT NULL,
  id           UUID NOT NULL,
  version      BIGINT NOT NULL,
  audience     UUID NOT NULL,
  customer_id  UUID NOT NULL,
  code         VARCHAR(50) NOT NULL,
  label        VARCHAR(200) NOT NULL,
  description  VARCHAR(500),
  active       BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT customer_group_code_key UNIQUE (org_id, customer_id, code),
  CONSTRAINT customer_group_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customer (org_id, id)
);

CREATE TABLE campaign (
  org_id       UUID NOT NULL,
  id           UUID NOT NULL,
  version      BIGINT NOT NULL,
  audience     UUID NOT NULL,
  customer_id  UUID NOT NULL,
  code         VARCHAR(50) NOT NULL,
  name         VARCHAR(200) NOT NULL,
  description  VARCHAR(500),
  hermes_id    VARCHAR(50),
  dialing_mode VARCHAR(20),
  channel      VARCHAR(20),
  active       BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT campaign_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customer (org_id, id)
);

CREATE TABLE did (
  org_id                   UUID NOT NULL,
  id                       UUID NOT NULL,
  version                  BIGINT NOT NULL,
  audience                 UUID NOT NULL,
  dialing_code_id          UUID NOT NULL,
  e164                     VARCHAR(16) NOT NULL,
  status                   VARCHAR(20) NOT NULL,
  customer_id              UUID,
  group_id                 UUID,
  assigned_user_id         UUID,
  region_id                UUID,
  type_id                  UUID NOT NULL,
  carrier_id               UUID NOT NULL,
  description              VARCHAR(500),
  tags                     VARCHAR(1229),
  notes                    VARCHAR(10000),
  carrier_reference        VARCHAR(100),
  carrier_status           VARCHAR(50),
  capabilities             VARCHAR(30),
  equipment_id             UUID,
  cloud_id                 UUID,
  contract_holder          VARCHAR(200),
  mandate_from             DATE,
  mandate_until            DATE,
  set_up_fee               NUMERIC(10, 2),
  monthly_cost             NUMERIC(10, 2),
  currency                 VARCHAR(3),
  billing_ends_on          DATE,
  acquired_on              DATE,
  activated_on             DATE,
  rests_until              DATE,
  awaits_port_out_since    DATE,
  termination_requested_on DATE,
  terminated_on            DATE,
  ending                   VARCHAR(20),
  recoverable_until        DATE,
  live_e164                VARCHAR(16),
  PRIMARY KEY (org_id, id),
  CONSTRAINT did_live_e164_key UNIQUE (org_id, live_e164),
  CONSTRAINT did_dialing_code_id_fkey FOREIGN KEY (org_id, dialing_code_id) REFERENCES dialing_code (org_id, id),
  CONSTRAINT did_carrier_id_fkey FOREIGN KEY (org_id, carrier_id) REFERENCES carrier (org_id, id),
  CONSTRAINT did_type_id_fkey FOREIGN KEY (org_id, type_id) REFERENCES number_type (org_id, id),
  CONSTRAINT did_region_id_fkey FOREIGN KEY (org_id, region_id) REFERENCES region (org_id, id),
  CONSTRAINT did_equipment_id_fkey FOREIGN KEY (org_id, equipment_id) REFERENCES equipment (org_id, id),
  CONSTRAINT did_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customer (org_id, id),
  CONSTRAINT did_group_id_fkey FOREIGN KEY (org_id, group_id) REFERENCES customer_group (org_id, id),
  CONSTRAINT did_cloud_id_fkey FOREIGN KEY (org_id, cloud_id) REFERENCES cloud (org_id, id)
);

CREATE TABLE assignment (
  org_id      UUID NOT NULL,
  id          UUID NOT NULL,
  version     BIGINT NOT NULL,
  audience    UUID NOT NULL,
  did_id      UUID NOT NULL,
  campaign_id UUID NOT NULL,
  starts_on   DATE NOT NULL,
  ends_on     DATE,
  inbound     BOOLEAN NOT NULL,
  outbound    BOOLEAN NOT NULL,
  priority    NUMERIC(8, 0),
  alias       VARCHAR(100),
  PRIMARY KEY (org_id, id),
  CONSTRAINT assignment_did_id_fkey FOREIGN KEY (org_id, did_id) REFERENCES did (org_id, id),
  CONSTRAINT assignment_campaign_id_fkey FOREIGN KEY (org_id, campaign_id) REFERENCES campaign (org_id, id)
);

-- Who refers to a row is asked at each delete, and asked for in lists.
CREATE INDEX campaign_customer_id ON campaign (org_id, customer_id);
CREATE INDEX did_dialing_code_id ON did (org_id, dialing_code_id);
CREATE INDEX did_carrier_id ON did (org_id, carrier_id);
CREATE INDEX did_type_id ON did (org_id, type_id);
CREATE INDEX did_region_id ON did (org_id, region_id);
CREATE INDEX did_equipment_id ON did (org_id, equipment_id);
CREATE INDEX did_customer_id ON did (org_id, customer_id);
CREATE INDEX did_group_id ON did (org_id, group_id);
CREATE INDEX did_cloud_id ON did (org_id, cloud_id);
CREATE INDEX did_e164 ON did (org_id, e164);
CREATE INDEX assignment_did_id ON assignment (org_id, did_id);
CREATE INDEX assignment_campaign_id ON assignment (org_id, campaign_id);
