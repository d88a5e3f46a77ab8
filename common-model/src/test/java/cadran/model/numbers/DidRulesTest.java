package cadran.model.numbers;

import static org.junit.jupiter.api.Assertions.*;

import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidRulesTest {
    private static final UUID SOME = new UUID(1, 2);

    @ParameterizedTest
    @CsvSource({
        "+33144000000, ''",
        "+262692123456, ''",
        "+15815006712, ''",
        "+33692123456, number.not_canonical",
        "+330144000000, number.not_canonical",
        "+320470123456, number.not_canonical",
        "33144000000, number.not_canonical",
        "0144000000, number.not_canonical",
        "+33 1 44 00 00 00, number.not_canonical",
    })
    void aNewNumberStandsInItsCanonicalFormOnly(String e164, String expected) {
        assertEquals(expected, codeFor(row(DidStatus.AVAILABLE, null).with("e164", e164)));
    }

    @Test
    void aNumberThatALaterPlanSpellsOtherwiseCanStillBeEdited() {
        assertEquals(
                "",
                codeFor(row(DidStatus.AVAILABLE, null)
                        .with("e164", "+33692123456")
                        .atVersion(3)));
    }

    @ParameterizedTest
    @CsvSource({
        "ORDERED, false, ''",
        "AVAILABLE, false, ''",
        "AVAILABLE, true, ''",
        "ASSIGNED, false, number.status_needs_customer",
        "ASSIGNED, true, ''",
        "IN_USE, false, number.status_needs_customer",
        "IN_USE, true, ''",
        "TERMINATED, false, ''",
    })
    void aStatusAsksForItsCustomer(DidStatus status, boolean customer, String expected) {
        assertEquals(expected, codeFor(row(status, customer ? SOME : null)));
    }

    @Test
    void aGroupBelongsToACustomer() {
        assertEquals(
                "number.group_needs_customer",
                codeFor(row(DidStatus.AVAILABLE, null).with("groupId", SOME)));
    }

    @Test
    void aNumberCostsNothingOrMore() {
        var row = row(DidStatus.AVAILABLE, null);
        assertEquals("", codeFor(row.with("monthlyCost", BigDecimal.ZERO)));
        assertEquals("number.negative_cost", codeFor(row.with("monthlyCost", new BigDecimal("-0.01"))));
    }

    @ParameterizedTest
    @CsvSource({
        "ORDERED, IN_USE, 'AVAILABLE,ASSIGNED,TERMINATED'",
        "AVAILABLE, IN_USE, 'ASSIGNED,TERMINATED'",
        "ASSIGNED, ORDERED, 'AVAILABLE,IN_USE,TERMINATED'",
        "IN_USE, ORDERED, 'AVAILABLE,ASSIGNED,TERMINATED'",
        "TERMINATED, IN_USE, AVAILABLE",
    })
    void aMoveThatIsRefusedComesWithThoseThatAreNot(DidStatus from, DidStatus to, String allowed) {
        var problem = Objects.requireNonNull(Did.TYPE.rules().checkMove("status", from.name(), to.name()));
        assertEquals("state.move_not_allowed", problem.code());
        assertEquals(Map.of("from", from.name(), "to", to.name(), "allowed", allowed), problem.args());
    }

    private static String codeFor(Row row) {
        var problem = row.type().rules().check(row);
        return problem == null ? "" : problem.code();
    }

    private static Row row(DidStatus status, @Nullable UUID customer) {
        Row row = new Row(
                Did.TYPE, SOME, 0, SOME, Collections.nCopies(Did.TYPE.fields().size(), null));
        for (var field : Did.TYPE.fields()) {
            if (field.required() && field.kind() == FieldKind.REFERENCE) {
                row = row.with(field.name(), SOME);
            }
        }
        return row.with("e164", "+33144000000").with("status", status.name()).with("customerId", customer);
    }
}
