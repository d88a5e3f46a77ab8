CREATE TABLE change_set_line (
  org_id        UUID NOT NULL,
  id            UUID NOT NULL,
  version       BIGINT NOT NULL,
  audience      UUID NOT NULL,
  change_set_id UUID NOT NULL,
  did_id        UUID NOT NULL,
  effect        VARCHAR(20) NOT NULL,
  seen_holder   VARCHAR(200),
  outcome       VARCHAR(20),
  refusal       VARCHAR(60),
  PRIMARY KEY (org_id, id),
  CONSTRAINT change_set_line_did_id_key UNIQUE (org_id, change_set_id, did_id),
  CONSTRAINT change_set_line_change_set_id_fkey FOREIGN KEY (org_id, change_set_id) REFERENCES change_set (org_id, id),
  CONSTRAINT change_set_line_did_id_fkey FOREIGN KEY (org_id, did_id) REFERENCES did (org_id, id)
);
