package cadran.server.rest;

import cadran.model.catalog.DialingCode;
import cadran.model.numbers.Country;
import cadran.model.numbers.Did;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberParser;
import cadran.model.numbers.NumberRange;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import cadran.server.db.Tx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programs send numbers as their people write them; only the canonical form is stored. */
final class NumberSpelling {
    private static final Map<EntityType<?>, List<String>> NUMBERS =
            Map.of(Did.TYPE, List.of("e164"), NumberRange.TYPE, List.of("firstNumber", "lastNumber", "headNumber"));

    private final NumberParser parser;

    NumberSpelling(NumberParser parser) {
        this.parser = parser;
    }

    /**
     * The same values with their numbers in canonical form, as they are read in the territory of the row.
     *
     * @param row what the values change; null for a new one, whose territory is among them
     */
    Map<String, @Nullable Object> canonical(
            Tx tx, EntityType<?> type, @Nullable Row row, Map<String, @Nullable Object> values) {
        var numbers = NUMBERS.getOrDefault(type, List.of()).stream()
                .filter(field -> values.get(field) instanceof String)
                .toList();
        if (numbers.isEmpty()) {
            return values;
        }
        var territory = row == null ? values.get("dialingCodeId") : row.get("dialingCodeId");
        if (!(territory instanceof UUID id)) {
            return values;
        }
        var country = country(tx, id);
        if (country == null) {
            return values;
        }
        var canonical = new LinkedHashMap<String, @Nullable Object>(values);
        numbers.forEach(field -> canonical.put(field, read(field, String.valueOf(values.get(field)), country)));
        return canonical;
    }

    private String read(String field, String text, Country country) {
        return switch (parser.parse(text, country)) {
            case Checked.Valid<E164>(var number, var _) -> number.value();
            case Checked.Invalid<E164>(Problem problem) ->
                throw problem.at(field).asException();
        };
    }

    /** Null for one that does not exist here; that is for the apply to say, as of any reference. */
    private static @Nullable Country country(Tx tx, UUID territory) {
        return tx.handle()
                .createQuery(
                        "select code, prefix from " + DialingCode.TYPE.name() + " where org_id = :org and id = :id")
                .bind("org", tx.organisation().value())
                .bind("id", territory)
                .map((row, context) -> new Country(row.getString("code"), row.getString("prefix")))
                .findOne()
                .orElse(null);
    }
}
