package cadran.desktop.simulation;

import cadran.desktop.query.Query;
import cadran.desktop.store.Rows;
import cadran.model.Schema;
import cadran.model.changes.ChangeState;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.Reservation;
import cadran.model.ownfields.Choices;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnKind;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Members;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What people type. Texts are never typed twice, so that each is recognised wherever it turns up; codes and numbers come
 * from a small supply, so that people get in each other's way.
 */
final class Values {
    private static final int NUMBERS = 12;
    private static final int CODES = 6;

    private static final List<String> WORDS = List.of("a", "b", "c", "d");

    /** Behind any clock that is wrong. */
    static final LocalDate FAR = LocalDate.of(2090, 1, 1);

    private int count;

    /** Null when there is nothing yet that it could refer to. */
    @Nullable
    Map<String, @Nullable Object> ofNew(EntityType<?> type, Person author, Rows rows, RandomGenerator random) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (var field : type.fields()) {
            Object value = random.nextBoolean() || field.required() ? any(field, author, rows, random) : null;
            if (value == null && field.required()) {
                return null;
            }
            values.put(field.name(), value);
        }
        if (values.containsKey("status")) {
            values.put("status", (random.nextBoolean() ? DidStatus.AVAILABLE : DidStatus.ORDERED).name());
        }
        if (values.containsKey("state")) {
            values.put("state", ChangeState.PREPARED.name());
        }
        if (values.containsKey("takesEffectOn")) {
            values.put("takesEffectOn", LocalDate.of(2027, 1, 1).plusDays(random.nextInt(1_000)));
        }
        if (values.get("groupId") != null && values.get("customerId") == null) {
            values.put("groupId", null);
        }
        if (values.containsKey("reservedForId")) {
            keptOrNot(values, author);
        }
        if (values.containsKey("fieldId")) {
            ofKind(values, rows);
        }
        return values;
    }

    /** A reservation says all that it has to say, or there is none. */
    private static void keptOrNot(Map<String, @Nullable Object> values, Person author) {
        if (values.get("reservedForId") == null) {
            Reservation.FIELDS.forEach(field -> values.put(field, null));
        } else {
            values.put("reservedById", author.id);
            values.put("reservedUntil", FAR);
            values.put("status", DidStatus.AVAILABLE.name());
        }
    }

    /** Of the three that a value of an own field may be, the one that its field wants. */
    private void ofKind(Map<String, @Nullable Object> values, Rows rows) {
        var field = rows.find(OwnField.TYPE, (UUID) Objects.requireNonNull(values.get("fieldId")));
        var kind = field == null ? OwnKind.TEXT : OwnKind.valueOf(String.valueOf(field.text("kind")));
        values.put("textValue", kind == OwnKind.TEXT ? "v" + ++count : null);
        values.put("numberValue", kind == OwnKind.NUMBER ? new BigDecimal(++count).setScale(4) : null);
        values.put("dateValue", kind == OwnKind.DATE ? FAR : null);
        if (kind == OwnKind.CHOICE && field != null) {
            values.put("textValue", Choices.of(field.text("choices")).getFirst());
        }
    }

    @Nullable
    Object any(Field field, Person author, Rows rows, RandomGenerator random) {
        return switch (field.kind()) {
            case TEXT -> text(field, author, random);
            case CODE -> field.codes().get(random.nextInt(field.codes().size()));
            case CODES ->
                Members.text(field.codes().stream()
                        .filter(code -> random.nextBoolean())
                        .toList());
            case WORDS ->
                Members.text(WORDS.stream().filter(word -> random.nextBoolean()).toList());
            case FLAG -> random.nextBoolean();
            case DATE -> LocalDate.of(2000, 1, 1).plusDays(random.nextInt(10_000));
            case DECIMAL -> new BigDecimal(++count).movePointLeft(field.max());
            case REFERENCE -> {
                var row = row(Schema.type(Objects.requireNonNull(field.references())), rows, random);
                yield row == null ? null : row.id();
            }
        };
    }

    /** One that nobody has typed. */
    String text(Organisation organisation) {
        return organisation.mark() + "v" + ++count;
    }

    private String text(Field field, Person author, RandomGenerator random) {
        var organisation = author.organisation;
        return switch (field.name()) {
            case "e164", "firstNumber", "lastNumber", "headNumber" ->
                "+331234567%02d".formatted(random.nextInt(NUMBERS));
            case "code" ->
                random.nextInt(3) == 0
                        ? organisation.mark() + random.nextInt(CODES)
                        : organisation.mark() + Integer.toString(++count, 36);
            case "seenBy" -> (random.nextBoolean() ? author.id : organisation.id()).toString();
            case "dialledPrefix" -> "0" + random.nextInt(100);
            case "currency" -> random.nextBoolean() ? "EUR" : "CHF";
            case "prefix" -> String.valueOf(random.nextInt(100));
            default -> text(organisation);
        };
    }

    static String status(RandomGenerator random) {
        var all = List.of(DidStatus.values());
        return all.get(random.nextInt(all.size())).name();
    }

    /** A row as it is shown, null when there is none. */
    static @Nullable Row row(EntityType<?> type, Rows rows, RandomGenerator random) {
        var keys = rows.keys(Query.unordered(type));
        if (keys.length == 0) {
            return null;
        }
        int at = random.nextInt(keys.length);
        var page = rows.page(type, keys, at, at + 1);
        return page.isEmpty() ? null : page.getFirst().row();
    }
}
