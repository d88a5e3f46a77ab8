package cadran.model.ownfields;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFieldRulesTest {
    private static final UUID ORGANISATION = new UUID(0, 1);
    private static final UUID FIELD = new UUID(0, 2);
    private static final UUID NUMBER = new UUID(0, 3);

    private record Beside(List<Row> rows) implements Neighbours {
        @Override
        public @Nullable Row find(EntityType<?> type, UUID id) {
            return rows.stream()
                    .filter(row -> row.type() == type && row.id().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public List<Row> pointingTo(EntityType<?> type, String field, UUID id) {
            return rows.stream()
                    .filter(row -> row.type() == type && id.equals(row.get(field)))
                    .toList();
        }

        @Override
        public boolean isPointedTo(EntityType<?> type, String field, UUID id, String other, Object value) {
            return pointingTo(type, field, id).stream().anyMatch(row -> value.equals(row.get(other)));
        }

        @Override
        public List<Row> meeting(Row row, String first, String last) {
            return List.of();
        }

        @Override
        public LocalDate today() {
            return LocalDate.of(2026, 11, 20);
        }

        @Override
        public @Nullable UUID author() {
            return null;
        }

        @Override
        public boolean mayAuthor(Permission permission) {
            return true;
        }
    }

    private static Row field(OwnKind kind, @Nullable String choices) {
        return OwnField.TYPE.row(new OwnField(FIELD, "Niveau", kind, choices, null, true), ORGANISATION);
    }

    private static Row value(@Nullable String text, @Nullable BigDecimal number, @Nullable LocalDate day) {
        return OwnValue.TYPE.row(new OwnValue(new UUID(0, 4), NUMBER, FIELD, text, number, day), ORGANISATION);
    }

    private static String itself(Row row) {
        var problem = row.type().rules().check(row);
        return problem == null ? "" : problem.code();
    }

    private static String beside(@Nullable Row before, Row after, Row... rows) {
        var problem = after.type().rules().checkBeside(before, after, new Beside(List.of(rows)));
        return problem == null ? "" : problem.code();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = ';',
            value = {
                "CHOICE; Or, Argent; ''",
                "CHOICE; -; own_field.needs_choices",
                "CHOICE; ', ,'; own_field.needs_choices",
                "CHOICE; Or, Argent, or; own_field.choice_twice",
                "TEXT; -; ''",
                "NUMBER; Or; own_field.has_no_choices",
            })
    void aChoiceHasChoicesAndNothingElseHas(OwnKind kind, @Nullable String choices, String expected) {
        assertEquals(expected, itself(field(kind, choices)));
    }

    @Test
    void aKindStaysWhileNumbersHaveValues() {
        var text = field(OwnKind.TEXT, null);
        var number = field(OwnKind.NUMBER, null);
        assertEquals("", beside(text, number));
        assertEquals("own_field.has_values", beside(text, number, value("x", null, null)));
        assertEquals("", beside(text, text.with("name", "Rang"), value("x", null, null)));
    }

    @Test
    void aChoiceThatANumberHasIsNotTakenAway() {
        var before = field(OwnKind.CHOICE, "Or, Argent, Bronze");
        var silver = value("Argent", null, null);
        assertEquals("", beside(before, field(OwnKind.CHOICE, "Argent, Platine"), silver));
        assertEquals("own_field.choice_used", beside(before, field(OwnKind.CHOICE, "Or, Bronze"), silver));
    }

    @Test
    void aValueIsOneAndOfItsFieldsKind() {
        var day = LocalDate.of(2026, 11, 20);
        assertEquals("", itself(value("x", null, null)));
        assertEquals("own_value.one_value", itself(value(null, null, null)));
        assertEquals("own_value.one_value", itself(value("x", BigDecimal.ONE, null)));
        assertEquals("", beside(null, value(null, BigDecimal.ONE, null), field(OwnKind.NUMBER, null)));
        assertEquals("own_value.other_kind", beside(null, value(null, null, day), field(OwnKind.NUMBER, null)));
        assertEquals("reference.unknown", beside(null, value("x", null, null)));
    }

    @Test
    void aChoiceIsOneOfItsFields() {
        var level = field(OwnKind.CHOICE, "Or, Argent");
        assertEquals("", beside(null, value("Or", null, null), level));
        assertEquals("own_value.no_choice", beside(null, value("Bronze", null, null), level));
        // What stood there when its choice still was one may stay.
        var old = value("Bronze", null, null);
        assertEquals("", beside(old, Objects.requireNonNull(old), level));
    }
}
