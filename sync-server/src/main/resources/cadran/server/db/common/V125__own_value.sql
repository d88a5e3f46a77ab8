-- What stands in such a field of a number: in the column of the field's kind, so that it is compared as what it is.
CREATE TABLE own_value (
  org_id       UUID NOT NULL,
  id           UUID NOT NULL,
  version      BIGINT NOT NULL,
  audience     UUID NOT NULL,
  did_id       UUID NOT NULL,
  field_id     UUID NOT NULL,
  text_value   VARCHAR(500),
  number_value NUMERIC(12, 4),
  date_value   DATE,
  PRIMARY KEY (org_id, id),
  CONSTRAINT own_value_field_id_key UNIQUE (org_id, did_id, field_id),
  CONSTRAINT own_value_did_id_fkey FOREIGN KEY (org_id, did_id) REFERENCES did (org_id, id),
  CONSTRAINT own_value_field_id_fkey FOREIGN KEY (org_id, field_id) REFERENCES own_field (org_id, id)
);
