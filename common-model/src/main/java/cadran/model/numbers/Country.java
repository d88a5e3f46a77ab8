package cadran.model.numbers;

/**
 * Where a number is read: its dialling code decides what a number without one means.
 *
 * @param code such as {@code FR}; several territories share a prefix, so the prefix alone never names the territory
 * @param prefix such as {@code +33}
 */
public record Country(String code, String prefix) {
    public static final Country FRANCE = new Country("FR", "+33");

    String digits() {
        return prefix.startsWith("+") ? prefix.substring(1) : prefix;
    }
}
