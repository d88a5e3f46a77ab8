package cadran.model.numbers;

import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.ReferenceValues;
import cadran.model.catalog.Region;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a number alone, in the organisation's own rows: a proposal, because staff know of exceptions that no
 * table has. Where the organisation has no such row, nothing is proposed.
 */
public record NumberDefaults(Optional<DialingCode> country, Optional<Region> region, Optional<NumberType> type) {

    private static final String GUADELOUPE = "GP";
    /** Saint-Martin and Saint-Barthélemy. */
    private static final Set<String> IN_ITS_PLAN = Set.of("MF", "BL");

    /** Of what is no number yet. */
    public static final NumberDefaults NONE = new NumberDefaults(Optional.empty(), Optional.empty(), Optional.empty());

    /** @param chosen where its user says that it is: counts where the plan can't tell two territories apart */
    public static NumberDefaults of(
            E164 number, NumberingPlan plan, ReferenceValues own, Optional<DialingCode> chosen) {
        var line = plan.of(number);
        var country = plan.territory(number)
                .flatMap(territory -> territory.equals(GUADELOUPE)
                        ? chosen.filter(code -> IN_ITS_PLAN.contains(code.code()))
                                .or(() -> country(number, territory, own))
                        : country(number, territory, own));
        var region = country.flatMap(found -> region(number, line, found, own));
        var type = line.flatMap(known -> type(number, known, own));
        return new NumberDefaults(country, region, type);
    }

    /** Jersey shares the United Kingdom's code: who has no row for it means that one. */
    private static Optional<DialingCode> country(E164 number, String territory, ReferenceValues own) {
        var sharing = own.dialingCodes().stream()
                .filter(DialingCode::active)
                .filter(code -> code.prefix().equals(number.callingCode()))
                .toList();
        return sharing.stream()
                .filter(code -> code.code().equals(territory))
                .findFirst()
                .or(() -> sharing.stream().findFirst());
    }

    /** Regions are the organisation's, by the digits that are dialled in the country. */
    private static Optional<Region> region(
            E164 number, Optional<PlanPrefix> line, DialingCode country, ReferenceValues own) {
        var dialled = line.map(PlanPrefix::replaced).orElse("") + number.national();
        return own.regions().stream()
                .filter(region -> region.active() && region.dialingCodeId().equals(country.id()))
                .filter(region -> region.prefix() != null && dialled.startsWith(region.prefix()))
                .max(Comparator.comparingInt(
                        region -> String.valueOf(region.prefix()).length()));
    }

    private static Optional<NumberType> type(E164 number, PlanPrefix line, ReferenceValues own) {
        var code = FrenchPlan.has(number) ? french(number, line.kind()) : "INTERNATIONAL";
        return own.numberTypes().stream()
                .filter(type -> type.active() && type.code().equals(code))
                .findFirst();
    }

    /** The codes that users know: their NPV is what begins with 09, not the regulator's. */
    private static @Nullable String french(E164 number, NumberKind kind) {
        return switch (kind) {
            case GEOGRAPHIC -> "GEO";
            case VERIFIED, NON_GEOGRAPHIC, PLATFORM -> number.national().startsWith("9") ? "NPV" : "GEO";
            case MOBILE -> "MOBILE";
            case FREEPHONE -> "VERT";
            case SURCHARGED -> "SURTAXE";
            case NORMAL_RATE, MACHINE, CORPORATE, PERSONAL, PAGER, VOICEMAIL, OTHER -> null;
        };
    }

    /** Users find numbers by a description that names the region. */
    public static @Nullable String described(@Nullable String description, @Nullable String region) {
        if (region == null || region.isBlank()) {
            return description;
        }
        if (description == null || description.isBlank()) {
            return region;
        }
        boolean named = description.toLowerCase(Locale.ROOT).contains(region.toLowerCase(Locale.ROOT));
        return named ? description : description + " – " + region;
    }
}
