-- One counter per organisation orders its changes. It is locked last and held to the commit, so whoever sees change k
-- sees k-1; a sequence would let a later number become visible first.
CREATE TABLE org_feed (
  org_id     UUID NOT NULL,
  feed_id    UUID NOT NULL,
  seq        BIGINT NOT NULL,
  hash       CHAR(64) NOT NULL,
  floor_seq  BIGINT NOT NULL,
  PRIMARY KEY (org_id)
);

-- Pointers to what changed; the row itself is read when it is pulled.
CREATE TABLE change_log (
  org_id    UUID NOT NULL,
  seq       BIGINT NOT NULL,
  entity    VARCHAR(40) NOT NULL,
  row_id    UUID NOT NULL,
  version   BIGINT NOT NULL,
  deleted   BOOLEAN NOT NULL,
  audience  UUID NOT NULL,
  PRIMARY KEY (org_id, seq)
);
CREATE INDEX change_log_row ON change_log (org_id, row_id, seq);

-- The end of each transaction, with the running hash of the feed up to it: a client whose hash differs has seen
-- another history, from before a backup was restored.
CREATE TABLE feed_batch (
  org_id   UUID NOT NULL,
  seq      BIGINT NOT NULL,
  hash     CHAR(64) NOT NULL,
  made_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (org_id, seq)
);

CREATE TABLE sync_device (
  org_id       UUID NOT NULL,
  device_id    UUID NOT NULL,
  user_id      UUID NOT NULL,
  last_number  BIGINT NOT NULL,
  PRIMARY KEY (org_id, device_id)
);

-- What was answered, so that the same operation gets the same answer however often it is sent. seen_version is the
-- version of the row that the author has seen with this operation, -1 if it met changes the author had not seen.
CREATE TABLE operation_log (
  org_id        UUID NOT NULL,
  device_id     UUID NOT NULL,
  number        BIGINT NOT NULL,
  operation_id  UUID NOT NULL,
  user_id       UUID NOT NULL,
  row_id        UUID,
  seen_version  BIGINT NOT NULL,
  change_seq    BIGINT NOT NULL,
  result        VARCHAR(200000) NOT NULL,
  made_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (org_id, device_id, number),
  CONSTRAINT operation_log_operation_key UNIQUE (org_id, operation_id)
);
