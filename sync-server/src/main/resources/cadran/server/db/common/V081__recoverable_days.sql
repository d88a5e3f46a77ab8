-- The territories under the French regulator's rules have the forty days that were the same for all.
ALTER TABLE dialing_code ADD COLUMN recoverable_days NUMERIC(8, 0);
UPDATE dialing_code SET recoverable_days = 40 WHERE code IN ('FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'MF', 'BL');
