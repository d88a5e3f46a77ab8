package cadran.desktop.filter;

/** What stands between a key and its value. */
public enum Sign {
    IS(""),
    /** Not what contains it, but what is called so, whole. */
    EXACTLY("= "),
    OVER("> "),
    AT_LEAST("≥ "),
    UNDER("< "),
    AT_MOST("≤ ");

    private final String shown;

    Sign(String shown) {
        this.shown = shown;
    }

    /** Whether it asks for more or less of something. */
    public boolean compares() {
        return this != IS && this != EXACTLY;
    }

    /** Before the value, where a person reads it. */
    public String shown() {
        return shown;
    }

    static Sign of(String typed) {
        return switch (typed) {
            case ">" -> OVER;
            case ">=" -> AT_LEAST;
            case "<" -> UNDER;
            case "<=" -> AT_MOST;
            case "=" -> EXACTLY;
            default -> IS;
        };
    }
}
