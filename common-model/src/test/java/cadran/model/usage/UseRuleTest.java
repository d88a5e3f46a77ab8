package cadran.model.usage;

import static org.junit.jupiter.api.Assertions.*;

import cadran.model.catalog.Channel;
import cadran.model.catalog.DialingMode;
import cadran.model.numbers.NumberKind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UseRuleTest {
    private static final Pattern NOT_TYPOGRAPHIC = Pattern.compile("['\"!?]|[^\u00A0]:|[^\u00A0]%");

    @Test
    void everyShippedRuleIsWhole() {
        var seen = new HashSet<UseRule>();
        var codes = new HashSet<String>();
        for (var rule : UseRule.shipped()) {
            assertTrue(seen.add(rule), rule::toString);
            assertTrue(codes.add(String.valueOf(rule.code())), rule::toString);
            assertTrue(String.valueOf(rule.code()).matches("[a-z0-9-]{1,40}"), rule::toString);
            assertTrue(rule.prefix() == null || rule.prefix().matches("0\\d+"), rule::toString);
            assertNotNull(rule.note(), rule::toString);
            assertFalse(NOT_TYPOGRAPHIC.matcher(rule.source() + rule.note()).find(), rule::toString);
            assertTrue(
                    rule.validFrom() == null
                            || rule.validUntil() == null
                            || rule.validFrom().isBefore(rule.validUntil()),
                    rule::toString);
            assertTrue(rule.trust() == Trust.SECONDARY || rule.validFrom() != null, rule::toString);
        }
        assertFalse(seen.isEmpty());
    }

    @Test
    void aLineIsReadCellByCell() {
        assertEquals(
                new UseRule(
                        "own",
                        "0162",
                        NumberKind.VERIFIED,
                        DialingMode.ROBOT,
                        Channel.SMS,
                        UseVerdict.ALLOWED,
                        true,
                        Trust.PRIMARY,
                        LocalDate.of(2023, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        "Arcep",
                        LocalDate.of(2022, 9, 1),
                        "Remarque"),
                UseRule.ofLine("own;0162;VERIFIED;ROBOT;SMS;ALLOWED;yes;PRIMARY;2023-01-01;2026-12-31;Arcep;2022-09-01;"
                        + "Remarque"));
        assertEquals(
                new UseRule(
                        null,
                        null,
                        null,
                        null,
                        null,
                        UseVerdict.FORBIDDEN,
                        false,
                        Trust.SECONDARY,
                        null,
                        null,
                        "Arcep",
                        null,
                        null),
                UseRule.ofLine(";;;;;FORBIDDEN;no;SECONDARY;;;Arcep;;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";;;;;ALLOWED;no;PRIMARY;;;Arcep;",
                ";;;;;ALLOWED;no;PRIMARY;;;Arcep;;;",
                ";;;;;ALLOWED;no;PRIMARY;;;;;",
                ";;;;;;no;PRIMARY;;;Arcep;;",
                ";;;;;ALLOWED;;PRIMARY;;;Arcep;;",
                ";;;;;ALLOWED;true;PRIMARY;;;Arcep;;",
                ";;;;;ALLOWED;no;V;;;Arcep;;",
                ";;;;;ALLOWED;no;PRIMARY;1/1/2023;;Arcep;;",
                ";;;;;ALLOWED;no;PRIMARY;;;Arcep;2022;",
                ";;NPV;;;ALLOWED;no;PRIMARY;;;Arcep;;",
            })
    void aLineThatCannotBeReadIsRefused(String line) {
        assertThrows(RuntimeException.class, () -> UseRule.ofLine(line));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-01, 2023-12-31, 2022-12-31, false",
        "2023-01-01, 2023-12-31, 2023-01-01, true",
        "2023-01-01, 2023-12-31, 2023-12-31, true",
        "2023-01-01, 2023-12-31, 2024-01-01, false",
        "2023-01-01, '', 2099-01-01, true",
        "'', 2023-12-31, 1999-01-01, true",
        "'', '', 2023-01-01, true",
    })
    void bothDaysBelongToIt(String from, String until, LocalDate day, boolean expected) {
        var rule = UseRule.ofLine(";;;;;ALLOWED;no;PRIMARY;" + from + ";" + until + ";Arcep;;");
        assertEquals(expected, rule.holdsOn(day));
    }
}
