package cadran.desktop.simulation;

import cadran.desktop.query.Query;
import cadran.desktop.store.Rows;
import cadran.model.Schema;
import cadran.model.changes.ChangeState;
import cadran.model.numbers.DidStatus;
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

    private int count;

    /** Null when there is nothing yet that it could refer to. */
    @Nullable
    Map<String, @Nullable Object> ofNew(
            EntityType<?> type, Organisation organisation, Rows rows, RandomGenerator random) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (var field : type.fields()) {
            Object value = random.nextBoolean() || field.required() ? any(field, organisation, rows, random) : null;
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
        if (values.get("groupId") != null && values.get("customerId") == null) {
            values.put("groupId", null);
        }
        return values;
    }

    @Nullable
    Object any(Field field, Organisation organisation, Rows rows, RandomGenerator random) {
        return switch (field.kind()) {
            case TEXT -> text(field, organisation, random);
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

    private String text(Field field, Organisation organisation, RandomGenerator random) {
        return switch (field.name()) {
            case "e164", "firstNumber", "lastNumber", "headNumber" ->
                "+331234567%02d".formatted(random.nextInt(NUMBERS));
            case "code" ->
                random.nextInt(3) == 0
                        ? organisation.mark() + random.nextInt(CODES)
                        : organisation.mark() + Integer.toString(++count, 36);
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
