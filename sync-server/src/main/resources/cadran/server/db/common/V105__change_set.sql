CREATE TABLE change_set (
  org_id          UUID NOT NULL,
  id              UUID NOT NULL,
  version         BIGINT NOT NULL,
  audience        UUID NOT NULL,
  kind            VARCHAR(20) NOT NULL,
  customer_id     UUID NOT NULL,
  takes_effect_on DATE NOT NULL,
  state           VARCHAR(20) NOT NULL,
  description     VARCHAR(500) NOT NULL,
  prepared_by_id  UUID,
  rest_count      NUMERIC(8, 0) NOT NULL,
  port_out_count  NUMERIC(8, 0) NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT change_set_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customer (org_id, id),
  CONSTRAINT change_set_prepared_by_id_fkey FOREIGN KEY (org_id, prepared_by_id) REFERENCES member (org_id, id)
);
