package cadran.server.rest;

import cadran.model.catalog.DialingCode;
import cadran.model.numbers.Country;
import cadran.model.numbers.Did;
import cadran.model.numbers.E164;
import cadran.model.numbers.NumberParser;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.server.db.Tx;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Programs send numbers as their people write them; only the canonical form is stored. */
final class NumberSpelling {
    private final NumberParser parser;

    NumberSpelling(NumberParser parser) {
        this.parser = parser;
    }

    /** The same values with the number in canonical form, as it is read in the territory they name. */
    Map<String, @Nullable Object> canonical(Tx tx, EntityType<?> type, Map<String, @Nullable Object> values) {
        if (!type.equals(Did.TYPE)
                || !(values.get("e164") instanceof String text)
                || !(values.get("dialingCodeId") instanceof UUID territory)) {
            return values;
        }
        var country = country(tx, territory);
        if (country == null) {
            return values;
        }
        var canonical = new LinkedHashMap<String, @Nullable Object>(values);
        canonical.put("e164", read(text, country).value());
        return canonical;
    }

    private E164 read(String text, Country country) {
        return switch (parser.parse(text, country)) {
            case Checked.Valid<E164>(var number, var _) -> number;
            case Checked.Invalid<E164>(Problem problem) ->
                throw problem.at("e164").asException();
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
