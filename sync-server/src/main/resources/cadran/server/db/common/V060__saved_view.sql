CREATE TABLE saved_view (
  org_id        UUID NOT NULL,
  id            UUID NOT NULL,
  version       BIGINT NOT NULL,
  audience      UUID NOT NULL,
  name          VARCHAR(100) NOT NULL,
  of_list       VARCHAR(40) NOT NULL,
  filter_line   VARCHAR(1000),
  shown_columns VARCHAR(2000),
  sorted_by     VARCHAR(41),
  row_height    VARCHAR(20),
  seen_by       VARCHAR(36) NOT NULL,
  PRIMARY KEY (org_id, id)
);
