package cadran.model.sync;

/** The kinds of value a field can hold, with the Java type that carries each in a {@link Row}. */
public enum FieldKind {
    /** {@link String}, at most {@link Field#max} characters. */
    TEXT,
    /** {@link String}, one of {@link Field#codes}. */
    CODE,
    /** {@link java.util.UUID} of a row of {@link Field#references}. */
    REFERENCE,
    /** {@link Boolean}. */
    FLAG,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link String}, some words of at most {@link Field#max} characters as {@link Members} writes them. */
    WORDS,
    /** {@link String}, some of {@link Field#codes} as {@link Members} writes them. */
    CODES,
    /** {@link java.math.BigDecimal} of ten digits, {@link Field#max} of them after the point; a string on the wire, so no reader rounds it. */
    DECIMAL
}
