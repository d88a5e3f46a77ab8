package cadran.desktop.filter;

/** What stands between a key and its value. */
public enum Sign {
    IS(""),
    OVER("> "),
    AT_LEAST("≥ "),
    UNDER("< "),
    AT_MOST("≤ ");

    private final String shown;

    Sign(String shown) {
        this.shown = shown;
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
            default -> IS;
        };
    }
}
