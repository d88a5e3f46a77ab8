-- How much time this profile has lived through, whatever the computer's clock was set to; at most one row.
CREATE TABLE IF NOT EXISTS lived_time (
    lived TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    clock TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
