package cadran.server.rest;

import cadran.model.sync.Field;

/** A field that a list is sorted by. Rows without a value come last in both directions. */
record SortKey(Field field, boolean descending) {
    @Override
    public String toString() {
        return (descending ? "-" : "") + field.name();
    }
}
