package cadran.model.numbers;

import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.ReferenceValues;
import cadran.model.catalog.Region;
import cadran.model.problem.Checked;
import cadran.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a number's row says something else than the numbering plan does. Staff may know better: it is said and stops nobody. */
public final class PlanDoubts {
    private PlanDoubts() {}

    /** @param own the organisation's tables, in which a region or type that is not named by any plan is nobody's mistake */
    public static List<Problem> of(Did did, NumberingPlan plan, ReferenceValues own) {
        if (!E164.isCanonical(did.e164())) {
            return List.of();
        }
        var number = new E164(did.e164());
        var country = own.dialingCodes().stream()
                .filter(code -> code.id().equals(did.dialingCodeId()))
                .findFirst();
        var defaults = NumberDefaults.of(number, plan, own, country);
        var doubts = new ArrayList<>(ofNumber(number, plan, country));
        defaults.type()
                .filter(type -> !type.id().equals(did.typeId()))
                .map(NumberType::label)
                .ifPresent(label -> doubts.add(
                        Problem.of("number.plan_other_type").with("type", label).at("typeId")));
        defaults.region()
                .filter(region -> !isWithin(did.regionId(), region, own))
                .map(Region::label)
                .ifPresent(label -> doubts.add(Problem.of("number.plan_other_region")
                        .with("region", label)
                        .at("regionId")));
        return doubts;
    }

    private static List<Problem> ofNumber(E164 number, NumberingPlan plan, Optional<DialingCode> country) {
        var read = new NumberParser(plan)
                .parse(
                        number.value(),
                        country.map(code -> new Country(code.code(), code.prefix()))
                                .orElse(new Country("", number.callingCode())));
        return read instanceof Checked.Valid<E164>(var _, var warnings) ? warnings : List.of();
    }

    /** A region without digits of its own, such as a town, may lie in any; and none is none of somebody's. */
    private static boolean isWithin(@Nullable UUID chosen, Region proposed, ReferenceValues own) {
        return chosen == null
                || proposed.id().equals(chosen)
                || own.regions().stream()
                        .filter(region -> region.id().equals(chosen))
                        .anyMatch(region -> region.prefix() == null);
    }
}
