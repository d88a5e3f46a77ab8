-- Neighbouring numbers under one contract, as cadran.model.Schema describes them. What no constraint of both databases
-- can say, that no two have a number in common, is checked when they are made, with the organisation's counter held.
CREATE TABLE number_range (
  org_id             UUID NOT NULL,
  id                 UUID NOT NULL,
  version            BIGINT NOT NULL,
  audience           UUID NOT NULL,
  dialing_code_id    UUID NOT NULL,
  first_number       VARCHAR(16) NOT NULL,
  last_number        VARCHAR(16) NOT NULL,
  carrier_id         UUID NOT NULL,
  customer_id        UUID,
  head_number        VARCHAR(16),
  trunk              VARCHAR(100),
  contract_reference VARCHAR(100),
  notes              VARCHAR(10000),
  price_one          NUMERIC(10, 2),
  price_ten          NUMERIC(10, 2),
  price_hundred      NUMERIC(10, 2),
  currency           VARCHAR(3),
  PRIMARY KEY (org_id, id),
  CONSTRAINT number_range_dialing_code_id_fkey FOREIGN KEY (org_id, dialing_code_id) REFERENCES dialing_code (org_id, id),
  CONSTRAINT number_range_carrier_id_fkey FOREIGN KEY (org_id, carrier_id) REFERENCES carrier (org_id, id),
  CONSTRAINT number_range_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customer (org_id, id)
);
