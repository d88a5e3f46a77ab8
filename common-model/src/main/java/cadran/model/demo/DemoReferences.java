package cadran.model.demo;

import cadran.model.catalog.Carrier;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.Equipment;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.ReferenceValues;
import cadran.model.catalog.Region;
import cadran.model.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The organisation's own reference rows, found by code. It may have edited them: what is missing is named, not guessed. */
final class DemoReferences {
    private final Map<String, UUID> dialingCodes;
    private final Map<String, UUID> types;
    private final Map<String, UUID> regionsByPrefix;
    private final List<Carrier> carriers;
    private final List<UUID> equipment;

    DemoReferences(ReferenceValues values) {
        dialingCodes = byCode(values.dialingCodes(), DialingCode::code, DialingCode::id);
        types = byCode(values.numberTypes(), NumberType::code, NumberType::id);
        var france = dialingCode("FR");
        regionsByPrefix = values.regions().stream()
                .filter(region -> region.dialingCodeId().equals(france) && region.prefix() != null)
                .collect(Collectors.toMap(region -> String.valueOf(region.prefix()), Region::id, (one, other) -> one));
        carriers = values.carriers();
        equipment = values.equipment().stream().map(Equipment::id).toList();
        if (carriers.isEmpty()) {
            throw missing("carrier", "");
        }
    }

    UUID dialingCode(String code) {
        return required(dialingCodes, "dialing_code", code);
    }

    UUID type(String code) {
        return required(types, "number_type", code);
    }

    /** Only mainland France is divided, by the first two digits. */
    @Nullable
    UUID region(String e164) {
        return e164.startsWith("+33") ? regionsByPrefix.get("0" + e164.charAt(3)) : null;
    }

    Carrier carrier(DemoRandom random) {
        return random.oneOf(carriers);
    }

    @Nullable
    UUID equipment(DemoRandom random) {
        return equipment.isEmpty() || random.in100(15) ? null : random.oneOf(equipment);
    }

    private static UUID required(Map<String, UUID> ids, String entity, String code) {
        var id = ids.get(code);
        if (id == null) {
            throw missing(entity, code);
        }
        return id;
    }

    private static RuntimeException missing(String entity, String code) {
        return Problem.of("demo.reference_missing")
                .with("entity", entity)
                .with("code", code)
                .asException();
    }

    private static <T> Map<String, UUID> byCode(List<T> rows, Function<T, String> code, Function<T, UUID> id) {
        return rows.stream().collect(Collectors.toMap(code, id, (one, other) -> one));
    }
}
