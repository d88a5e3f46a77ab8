-- The last day, where the organisation is, whose starts and ends of assignments have moved the numbers.
CREATE TABLE midnight (
  org_id  UUID NOT NULL PRIMARY KEY,
  done_on DATE NOT NULL
);
