-- The end of each organisation's chain. Without it, a log that lost its last entries would still look whole.
CREATE TABLE audit_head (
  organisation_id  UUID NOT NULL PRIMARY KEY,
  seq              BIGINT NOT NULL,
  chain            BYTEA NOT NULL
);
