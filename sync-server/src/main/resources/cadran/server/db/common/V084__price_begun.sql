-- The prices that have begun and were taken into their numbers. What a number says later is what somebody entered since.
CREATE TABLE price_begun (
  org_id   UUID NOT NULL,
  price_id UUID NOT NULL,
  PRIMARY KEY (org_id, price_id)
);
