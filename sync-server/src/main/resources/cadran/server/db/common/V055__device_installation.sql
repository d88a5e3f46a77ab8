-- The program at which a device began, whose name the sessions know: a device is made anew when histories part.
ALTER TABLE sync_device ADD COLUMN installation UUID;
