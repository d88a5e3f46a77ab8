package cadran.model.demo;

import cadran.model.numbers.Did;
import java.util.ArrayList;
import java.util.List;

/**
 * Where made-up numbers of one sort come from. No number of these ranges reaches anybody: first those kept for fiction
 * (ARCEP decision 2018-0881 for films and novels, Ofcom's numbers for drama), which are small, then prefixes of the
 * plan that had no block in the regulator's file of July 2025.
 *
 * @param share how many of each hundred numbers; 1 % of a million needs 10,000
 * @param territory code of the dialling code
 * @param type code of the number type
 * @param digits of the number behind the plus
 * @param cents monthly, on average
 */
record DemoRange(int share, String territory, String type, int digits, int cents, List<String> prefixes) {
    static final List<DemoRange> ALL = List.of(
            french(24, "GEO", 60, "33199 00", "33152"),
            french(9, "GEO", 60, "33261 91", "33239"),
            french(9, "GEO", 60, "33353 01", "33346"),
            french(14, "GEO", 60, "33465 71", "33429"),
            french(8, "GEO", 60, "33536 49", "33526"),
            french(10, "MOBILE", 290, "33639 98", "33738"),
            french(10, "NPV", 45, "33942"),
            french(6, "NPV", 90, "33949"),
            french(4, "VERT", 950, "33804"),
            french(3, "SURTAXE", 1200, "33827"),
            new DemoRange(1, "GP", "GEO", 12, 150, prefixes("590590 36", "590590 37")),
            new DemoRange(1, "MQ", "GEO", 12, 150, prefixes("596596 11", "596596 12")),
            new DemoRange(
                    1,
                    "GB",
                    "INTERNATIONAL",
                    12,
                    210,
                    prefixes(
                            "44 20 7946 0",
                            "44 113 496 0",
                            "44 114 496 0",
                            "44 115 496 0",
                            "44 116 496 0",
                            "44 117 496 0",
                            "44 118 496 0",
                            "44 121 496 0",
                            "44 131 496 0",
                            "44 141 496 0",
                            "44 151 496 0",
                            "44 161 496 0")));

    private static final List<Slot> SLOTS = slots();

    /**
     * One of each hundred numbers.
     *
     * @param row of the range among all
     * @param rank among the slots of its range
     */
    record Slot(DemoRange range, int row, int rank) {
        static Slot of(int slot) {
            return SLOTS.get(slot);
        }
    }

    /** The numbers of a range in order, so that blocks of neighbours belong together like real ones. */
    String number(int ordinal) {
        int rest = ordinal;
        for (var prefix : prefixes) {
            int missing = digits - prefix.length();
            int size = (int) Math.pow(10, missing);
            if (rest < size) {
                var tail = Integer.toString(rest);
                return "+" + prefix + "0".repeat(missing - tail.length()) + tail;
            }
            rest -= size;
        }
        throw new IllegalArgumentException("no number " + ordinal + " in " + prefixes);
    }

    /** As {@link Did#capabilities} holds them. */
    String capabilities() {
        return switch (type) {
            case "MOBILE" -> "MMS,SMS,VOICE_IN,VOICE_OUT";
            case "VERT", "SURTAXE" -> "VOICE_IN";
            default -> "VOICE_IN,VOICE_OUT";
        };
    }

    private static DemoRange french(int share, String type, int cents, String... prefixes) {
        return new DemoRange(share, "FR", type, 11, cents, prefixes(prefixes));
    }

    private static List<String> prefixes(String... spaced) {
        return List.of(spaced).stream().map(prefix -> prefix.replace(" ", "")).toList();
    }

    private static List<Slot> slots() {
        var slots = new ArrayList<Slot>();
        for (int row = 0; row < ALL.size(); row++) {
            for (int rank = 0; rank < ALL.get(row).share; rank++) {
                slots.add(new Slot(ALL.get(row), row, rank));
            }
        }
        return List.copyOf(slots);
    }
}
