-- A file is kept once, under its hash; an organisation reaches it only through its own row.
CREATE TABLE blob (
  org_id      UUID NOT NULL,
  sha256      CHAR(64) NOT NULL,
  size        BIGINT NOT NULL,
  media_type  VARCHAR(127) NOT NULL,
  created_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (org_id, sha256)
);
