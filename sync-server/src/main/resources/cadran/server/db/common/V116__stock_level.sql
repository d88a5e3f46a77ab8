-- How many numbers shall be free at least, as cadran.model.Schema describes it. That there is one for each type and region is
-- checked when it is made, with the type held: a constraint would let two without a region pass.
CREATE TABLE stock_level (
  org_id      UUID NOT NULL,
  id          UUID NOT NULL,
  version     BIGINT NOT NULL,
  audience    UUID NOT NULL,
  type_id     UUID NOT NULL,
  region_id   UUID,
  minimum     NUMERIC(8, 0) NOT NULL,
  description VARCHAR(200),
  PRIMARY KEY (org_id, id),
  CONSTRAINT stock_level_type_id_fkey FOREIGN KEY (org_id, type_id) REFERENCES number_type (org_id, id),
  CONSTRAINT stock_level_region_id_fkey FOREIGN KEY (org_id, region_id) REFERENCES region (org_id, id)
);
