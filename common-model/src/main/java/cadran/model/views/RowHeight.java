package cadran.model.views;

/** How much air a list has. */
public enum RowHeight {
    COMPACT,
    COMFORTABLE
}
