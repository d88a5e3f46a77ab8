-- Work that is due now, later, again or once more. It belongs to the platform; an organisation, if any, is in the payload.
CREATE TABLE job (
  id           UUID NOT NULL PRIMARY KEY,
  kind         VARCHAR(100) NOT NULL,
  job_key      VARCHAR(200) NOT NULL,
  payload      VARCHAR(20000) NOT NULL,
  state        VARCHAR(10) NOT NULL,
  due_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  attempts     INTEGER NOT NULL,
  lease_owner  UUID,
  lease_until  TIMESTAMP WITH TIME ZONE,
  last_error   VARCHAR(500),
  created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  UNIQUE (kind, job_key)
);
