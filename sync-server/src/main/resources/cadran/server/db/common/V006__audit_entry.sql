CREATE TABLE audit_entry (
  org_id      UUID NOT NULL,
  seq         BIGINT NOT NULL,
  at          TIMESTAMP WITH TIME ZONE NOT NULL,
  user_id     UUID,
  device_id   UUID,
  api_key_id  UUID,
  action      VARCHAR(100) NOT NULL,
  entity      VARCHAR(100) NOT NULL,
  entity_id   VARCHAR(200) NOT NULL,
  details     VARCHAR(100000),
  salt        BYTEA,
  digest      BYTEA NOT NULL,
  chain       BYTEA NOT NULL,
  PRIMARY KEY (org_id, seq)
);
