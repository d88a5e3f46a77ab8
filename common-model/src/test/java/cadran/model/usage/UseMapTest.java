package cadran.model.usage;

import static org.junit.jupiter.api.Assertions.*;

import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberKind;
import cadran.model.numbers.NumberSpan;
import cadran.model.numbers.NumberingPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The spans say of each number what the gate says of it. */
class UseMapTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final List<String> CODES =
            List.of("+33", "+33", "+33", "+262", "+508", "+590", "+594", "+596", "+32", "+41", "+687", "+1");
    /** Where plan and rules change from one number to the next. */
    private static final List<String> PREFIXES = List.of(
            "0", "01", "0162", "02", "026", "0262", "02688", "0508", "050841", "0590", "05987", "0639", "0692", "0700",
            "0800", "0806", "0891", "0937", "0939", "0948", "09475");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheGateOnAnyNumber(long seed) {
        var random = new Random(seed);
        var rules = new ArrayList<>(UseRule.shipped());
        for (int i = 0; i < 12; i++) {
            rules.add(rule(random));
        }
        var gate = new UseGate(NumberingPlan.shipped(), rules);
        for (var mode : DialingMode.values()) {
            for (var channel : Channel.values()) {
                var map = UseMap.of(gate, mode, channel, DAY);
                for (int i = 0; i < 3_000; i++) {
                    agree(gate, map, new E164(number(random)), mode, channel);
                }
            }
        }
    }

    private static void agree(UseGate gate, UseMap map, E164 number, DialingMode mode, Channel channel) {
        var own = gate.judge(new PresentedNumber(number, null, null, null), mode, channel, DAY);
        var lacking = gate.judge(new PresentedNumber(number, "ACME", null, null), mode, channel, DAY);
        assertEquals(own.verdict() == UseVerdict.ALLOWED, has(map.allowed(), number), () -> number + " " + mode);
        assertEquals(own.verdict() == UseVerdict.FORBIDDEN, has(map.forbidden(), number), () -> number + " " + mode);
        assertEquals(
                lacking.verdict() == UseVerdict.FORBIDDEN,
                has(map.forbiddenWithoutMandate(), number),
                () -> number + " " + mode);
        assertNotEquals(UseVerdict.ALLOWED, lacking.verdict());
    }

    private static boolean has(List<NumberSpan> spans, E164 number) {
        var value = number.value();
        return spans.stream()
                .anyMatch(span -> span.length() == value.length()
                        && span.first().compareTo(value) <= 0
                        && span.last().compareTo(value) >= 0);
    }

    private static UseRule rule(Random random) {
        return new UseRule(
                null,
                random.nextBoolean() ? prefix(random) : null,
                random.nextInt(4) == 0 ? one(random, NumberKind.values()) : null,
                random.nextInt(3) == 0 ? one(random, DialingMode.values()) : null,
                random.nextInt(4) == 0 ? one(random, Channel.values()) : null,
                one(random, UseVerdict.values()),
                random.nextBoolean(),
                random.nextInt(4) == 0 ? Trust.SECONDARY : Trust.PRIMARY,
                random.nextInt(6) == 0 ? DAY.plusDays(random.nextInt(3) - 1L) : null,
                random.nextInt(6) == 0 ? DAY.plusDays(random.nextInt(3) - 1L) : null,
                "Arcep",
                null,
                null);
    }

    private static String prefix(Random random) {
        var prefix = new StringBuilder(PREFIXES.get(1 + random.nextInt(PREFIXES.size() - 1)));
        while (prefix.length() < 10 && random.nextInt(3) == 0) {
            prefix.append(random.nextInt(10));
        }
        return prefix.toString();
    }

    private static String number(Random random) {
        var code = CODES.get(random.nextInt(CODES.size()));
        int digits = random.nextInt(5) == 0 ? 4 + random.nextInt(9) : code.equals("+508") ? 6 : 9;
        var number = new StringBuilder(code);
        if (random.nextInt(4) != 0) {
            number.append(PREFIXES.get(random.nextInt(PREFIXES.size())).substring(1));
        }
        char filled = "0".repeat(3).concat("9999xxxxxx").charAt(random.nextInt(13));
        while (number.length() < code.length() + digits) {
            number.append(filled == 'x' ? (char) ('0' + random.nextInt(10)) : filled);
        }
        var value = number.substring(0, Math.min(number.length(), 16));
        return E164.isCanonical(value) ? value : "+33144000000";
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
