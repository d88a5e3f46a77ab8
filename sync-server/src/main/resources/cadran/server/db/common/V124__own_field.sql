-- The fields that an organisation gives its numbers itself.
CREATE TABLE own_field (
  org_id     UUID NOT NULL,
  id         UUID NOT NULL,
  version    BIGINT NOT NULL,
  audience   UUID NOT NULL,
  name       VARCHAR(40) NOT NULL,
  kind       VARCHAR(20) NOT NULL,
  choices    VARCHAR(2000),
  sort_order NUMERIC(8, 0),
  active     BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT own_field_name_key UNIQUE (org_id, name)
);
