-- The private half is sealed under a master key; the row may be copied with a backup and still say nothing.
CREATE TABLE signing_key (
  kid             VARCHAR(32) NOT NULL PRIMARY KEY,
  public_key      BYTEA NOT NULL,
  sealed_private  VARCHAR(1000) NOT NULL,
  created_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  retires_at      TIMESTAMP WITH TIME ZONE NOT NULL
);
