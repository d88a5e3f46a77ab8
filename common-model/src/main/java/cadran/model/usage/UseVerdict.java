package cadran.model.usage;

/** Whether a number may be shown as caller or sender; from lenient to strict. */
public enum UseVerdict {
    ALLOWED,
    /** A person has to find out: no rule says it, or none that was read where it was made. */
    TO_BE_CHECKED,
    FORBIDDEN;

    public UseVerdict stricter(UseVerdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
