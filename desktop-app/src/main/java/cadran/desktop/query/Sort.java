package cadran.desktop.query;

/** References sort by what they are called. Empty values come last either way. */
public record Sort(String field, boolean descending) {
    public static Sort up(String field) {
        return new Sort(field, false);
    }

    public static Sort down(String field) {
        return new Sort(field, true);
    }
}
