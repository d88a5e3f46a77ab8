CREATE TABLE number_price (
  org_id       UUID NOT NULL,
  id           UUID NOT NULL,
  version      BIGINT NOT NULL,
  audience     UUID NOT NULL,
  did_id       UUID NOT NULL,
  starts_on    DATE NOT NULL,
  monthly_cost NUMERIC(10, 2),
  currency     VARCHAR(3),
  description  VARCHAR(200),
  PRIMARY KEY (org_id, id),
  CONSTRAINT number_price_starts_on_key UNIQUE (org_id, did_id, starts_on),
  CONSTRAINT number_price_did_id_fkey FOREIGN KEY (org_id, did_id) REFERENCES did (org_id, id)
);
