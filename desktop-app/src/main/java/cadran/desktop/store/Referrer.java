package cadran.desktop.store;

import cadran.model.sync.EntityType;

/** Rows of another type point to a row: it can't be deleted. */
public record Referrer(EntityType<?> type, String field, long count) {}
