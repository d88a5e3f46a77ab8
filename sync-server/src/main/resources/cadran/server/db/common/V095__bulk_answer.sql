-- What bulk requests were answered, so that the same request sent again is answered alike and does nothing twice. A key
-- is its author's own; the answer is packed.
CREATE TABLE bulk_answer (
  org_id        UUID NOT NULL,
  author_id     UUID NOT NULL,
  request_key   VARCHAR(100) NOT NULL,
  request_hash  CHAR(64) NOT NULL,
  answer        BYTEA NOT NULL,
  made_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (org_id, author_id, request_key)
);
