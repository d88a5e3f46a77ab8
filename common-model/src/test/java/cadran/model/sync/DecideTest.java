package cadran.model.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cadran.model.Schema;
import cadran.model.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecideTest {
    private static final UUID ORG = new UUID(1, 1);
    private static final UUID ID = new UUID(1, 2);
    private static final EntityType<?> DID = Schema.type("did");
    private static final Map<String, UUID> KNOWN =
            Map.of("A", new UUID(2, 1), "B", new UUID(2, 2), "C", new UUID(2, 3));

    /** A number of customer A, described as A, at a price of 1. */
    private static Row number(String status) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("dialingCodeId", new UUID(3, 1));
        values.put("e164", "+33123456789");
        values.put("carrierId", new UUID(3, 2));
        values.put("typeId", new UUID(3, 3));
        values.put("customerId", KNOWN.get("A"));
        values.put("description", "A");
        values.put("tags", "a");
        values.put("monthlyCost", new BigDecimal("1.00"));
        values.put("status", status);
        var list = new ArrayList<@Nullable Object>();
        DID.fields().forEach(field -> list.add(values.get(field.name())));
        return new Row(DID, ID, 7, ORG, list);
    }

    private static @Nullable Object value(String field, String text) {
        return switch (field) {
            case "customerId" -> KNOWN.get(text);
            case "monthlyCost" -> text.equals("-") ? null : new BigDecimal(text);
            default -> text.equals("-") ? null : text;
        };
    }

    private static Intent.Patch patch(Object... triples) {
        return new Intent.Patch("did", ID, changes(triples));
    }

    private static Map<String, Change> changes(Object... triples) {
        var changes = new LinkedHashMap<String, Change>();
        for (int i = 0; i < triples.length; i += 3) {
            String field = (String) triples[i];
            changes.put(field, new Change(value(field, (String) triples[i + 1]), value(field, (String)
                    triples[i + 2])));
        }
        return changes;
    }

    private static Decision decide(Intent intent, @Nullable Row current, boolean seen) {
        return Decide.decide(DID, intent, current, seen, ORG);
    }

    private static String code(Decision decision) {
        var problem = decision.problem();
        return problem == null ? "" : problem.code();
    }

    /** The row holds A (or 1.00); what the author saw and wants meets it. */
    @ParameterizedTest
    @CsvSource({
        // field, author saw the row, before, after, verdict, problem, field afterwards
        "description, true,  A, B, APPLIED,       '', B",
        "description, false, A, B, APPLIED,       '', B",
        "description, false, C, B, MERGED,        '', B",
        "description, true,  C, B, APPLIED,       '', B",
        "description, false, C, A, NOTHING_TO_DO, '', A",
        "description, false, A, '  ', APPLIED,    '', -",
        "description, true,  A, ' B ', APPLIED,   '', B",
        "tags,        true,  a, 'a,b', APPLIED,   '', 'a,b'",
        "tags,        false, c, 'b,c', APPLIED,   '', 'a,b'",
        "tags,        false, 'a,c', c, APPLIED,   '', -",
        "tags,        false, c, 'a,c', NOTHING_TO_DO, '', a",
        "tags,        true,  a, ' B ,,a', APPLIED, '', 'a,b'",
        "customerId,  true,  A, B, APPLIED,       '', B",
        "customerId,  false, A, B, APPLIED,       '', B",
        "customerId,  false, C, B, CONFLICT,      row.changed_by_other, A",
        "customerId,  true,  C, B, APPLIED,       '', B",
        "customerId,  false, C, A, NOTHING_TO_DO, '', A",
        "monthlyCost, false, 1, 2.5, APPLIED,     '', 2.50",
        "monthlyCost, false, 3, 1.0, NOTHING_TO_DO, '', 1.00",
        "monthlyCost, false, 3, 2, CONFLICT,      row.changed_by_other, 1.00",
        "monthlyCost, true,  1, 2.555, REFUSED,   field.out_of_range, 1.00",
        "e164,        true,  +33123456789, +33123456780, REFUSED, field.immutable, +33123456789",
        "e164,        false, x, +33123456789, NOTHING_TO_DO, '', +33123456789",
        "status,      true,  AVAILABLE, ASSIGNED, REFUSED, field.immutable, AVAILABLE",
    })
    void aFieldMeetsTheRowByItsClass(
            String field, boolean seen, String before, String after, Verdict verdict, String problem, String then) {
        var decision = decide(patch(field, before, after), number("AVAILABLE"), seen);
        assertEquals(verdict, decision.verdict());
        assertEquals(problem, code(decision));
        var row = decision.after();
        assertNotNull(row);
        assertEquals(value(field, then), row.get(field));
        assertEquals(7, row.version());
    }

    @Test
    void aMergeAndAConflictSayWhatStoodThere() {
        assertEquals(
                Map.of("description", "A"),
                decide(patch("description", "C", "B"), number("AVAILABLE"), false)
                        .theirs());
        var conflict = decide(patch("customerId", "C", "B", "description", "A", "B"), number("AVAILABLE"), false);
        assertEquals(Verdict.CONFLICT, conflict.verdict());
        assertEquals(Map.of("customerId", KNOWN.get("A")), conflict.theirs());
        var row = conflict.after();
        assertNotNull(row);
        assertEquals("B", row.text("description"), "what did not clash is applied");
    }

    @Test
    void halfAnEditThatBreaksARuleIsNotApplied() {
        var current = number("AVAILABLE").with("groupId", new UUID(4, 4));
        var conflict = decide(patch("monthlyCost", "9", "2", "customerId", "A", "-"), current, false);
        assertEquals(Verdict.CONFLICT, conflict.verdict());
        assertSame(current, conflict.after());
        assertEquals("number.group_needs_customer", code(decide(patch("customerId", "A", "-"), current, true)));
    }

    @ParameterizedTest
    @CsvSource({
        "AVAILABLE,  ASSIGNED,   APPLIED,       ''",
        "AVAILABLE,  IN_USE,     REFUSED,       state.move_not_allowed",
        "AVAILABLE,  AVAILABLE,  NOTHING_TO_DO, ''",
        "ASSIGNED,   IN_USE,     APPLIED,       ''",
        "IN_USE,     TERMINATED, APPLIED,       ''",
        "TERMINATED, AVAILABLE,  APPLIED,       ''",
        "TERMINATED, ASSIGNED,   REFUSED,       state.move_not_allowed",
        "AVAILABLE,  BROKEN,     REFUSED,       field.unknown_code",
        "AVAILABLE,  '',         REFUSED,       field.required",
    })
    void aStateMovesOnlyWhereItMay(String from, String to, Verdict verdict, String problem) {
        var decision = decide(new Intent.Move("did", ID, "status", to, Map.of()), number(from), false);
        assertEquals(verdict, decision.verdict());
        assertEquals(problem, code(decision));
    }

    @Test
    void aMoveThatIsBoundToWhatItsAuthorSawIsRefusedOverAnythingElse() {
        var seen = number("AVAILABLE");
        var bound = new Intent.Move("did", ID, "status", "TERMINATED", Map.of(), seen.fingerprint());
        assertEquals(Verdict.APPLIED, decide(bound, seen.atVersion(9), false).verdict());
        var other = seen.with("description", "meanwhile");
        assertEquals("row.not_as_seen", code(decide(bound, other, true)));
        assertEquals(
                seen.with("monthlyCost", new BigDecimal("1.2")).fingerprint(),
                seen.with("monthlyCost", new BigDecimal("1.20")).fingerprint());
        assertNotEquals(
                seen.with("description", "a").with("carrierReference", null).fingerprint(),
                seen.with("description", null).with("carrierReference", "a").fingerprint());
    }

    @Test
    void aMoveIsDoneWithAllItsFieldsOrNotAtAll() {
        var current = number("AVAILABLE");
        var together = new Intent.Move("did", ID, "status", "ASSIGNED", changes("customerId", "A", "B"));
        var applied = decide(together, current, false).after();
        assertNotNull(applied);
        assertEquals(KNOWN.get("B"), applied.get("customerId"));
        assertEquals("ASSIGNED", applied.text("status"));

        var unseen = new Intent.Move(
                "did", ID, "status", "ASSIGNED", changes("customerId", "C", "B", "description", "A", "B"));
        var conflict = decide(unseen, current, false);
        assertEquals(Verdict.CONFLICT, conflict.verdict());
        assertSame(current, conflict.after());
        var theirs = new HashMap<String, @Nullable Object>();
        theirs.put("customerId", KNOWN.get("A"));
        theirs.put("status", "AVAILABLE");
        assertEquals(theirs, conflict.theirs());

        var alone = new Intent.Move("did", ID, "status", "ASSIGNED", changes("customerId", "A", "-"));
        assertEquals("number.status_needs_customer", code(decide(alone, current, true)));
        var fixed = new Intent.Move("did", ID, "status", "ASSIGNED", changes("e164", "+33123456789", "+33123456780"));
        assertEquals("field.immutable", code(decide(fixed, current, true)));
        var noState = new Intent.Move("did", ID, "description", "ASSIGNED", Map.of());
        assertEquals("field.not_a_state", code(decide(noState, current, true)));
    }

    @Test
    void onlyARowAsItWasSeenIsDeleted() {
        var delete = new Intent.Delete("did", ID);
        assertEquals(Verdict.APPLIED, decide(delete, number("AVAILABLE"), true).verdict());
        assertNull(decide(delete, number("AVAILABLE"), true).after());
        assertEquals("row.changed_before_delete", code(decide(delete, number("AVAILABLE"), false)));
        assertEquals(Verdict.NOTHING_TO_DO, decide(delete, null, true).verdict());
    }

    @Test
    void anEditOfADeletedRowIsRefused() {
        assertEquals("row.deleted", code(decide(patch("description", "A", "B"), null, true)));
        assertEquals(
                "row.deleted", code(decide(new Intent.Move("did", ID, "status", "ASSIGNED", Map.of()), null, true)));
    }

    @Test
    void aRowIsMadeOnceAndRightOrNotAtAll() {
        var made = number("AVAILABLE");
        var values = new LinkedHashMap<String, @Nullable Object>();
        DID.fields().forEach(field -> values.put(field.name(), made.get(field.name())));
        var create = new Intent.Create("did", ID, values);
        var decision = decide(create, null, true);
        assertEquals(Verdict.APPLIED, decision.verdict());
        assertEquals(made.atVersion(0), decision.after());
        assertEquals(Verdict.NOTHING_TO_DO, decide(create, made, false).verdict());
        assertEquals("row.exists", code(decide(create, made.with("description", "B"), false)));
        for (String field : new String[] {"e164", "carrierId", "status"}) {
            var without = new LinkedHashMap<String, @Nullable Object>(values);
            without.remove(field);
            var refused = decide(new Intent.Create("did", ID, without), null, true);
            assertEquals("field.required", code(refused));
            assertNull(refused.after());
        }
    }

    @Test
    void aFieldThatDoesNotExistIsAProblem() {
        assertThrows(ProblemException.class, () -> decide(patch("colour", "A", "B"), number("AVAILABLE"), true));
        var create = new Intent.Create("did", ID, Map.of("colour", "red"));
        assertThrows(ProblemException.class, () -> decide(create, null, true));
    }

    @Test
    void everyTypeIsReadAsItsRecordAndBack() {
        for (EntityType<?> type : Schema.TYPES) {
            var values = new @Nullable Object[type.fields().size()];
            Arrays.setAll(values, i -> sample(type.fields().get(i)));
            var row = new Row(type, ID, 0, ORG, Arrays.asList(values));
            assertEquals(row, roundTrip(type, row));
        }
    }

    private static <T extends Record> Row roundTrip(EntityType<T> type, Row row) {
        return type.row(type.read(row), ORG);
    }

    private static Object sample(Field field) {
        return switch (field.kind()) {
            case TEXT, WORDS -> "x";
            case CODE, CODES -> field.codes().getLast();
            case REFERENCE -> ID;
            case FLAG -> true;
            case DATE -> java.time.LocalDate.of(2026, 3, 1);
            case DECIMAL -> new BigDecimal("1.20");
        };
    }
}
