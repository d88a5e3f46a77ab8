package cadran.desktop.acceptance;

import cadran.model.catalog.Campaign;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.catalog.ReferenceValues;
import cadran.model.catalog.Region;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 40,000 numbers of 120 customers with 600 campaigns, 8,000 in each region of France. The first customer has 812 of them at
 * work in its nine campaigns, and holds the contracts of 112; in the south-west 60 numbers are free, and no other.
 */
public final class CompanyRows {
    public static final int NUMBERS = 40_000;
    public static final int CUSTOMERS = 120;
    public static final int CAMPAIGNS = 600;
    public static final String LEAVING = "Alpha Énergie";
    public static final int OF_LEAVING = 812;
    public static final int OWNED_BY_LEAVING = 112;
    public static final int CAMPAIGNS_OF_LEAVING = 9;
    public static final String SCARCE_REGION = "SOU";
    public static final int FREE_IN_SCARCE_REGION = 60;

    private static final int PER_REGION = 8_000;
    private static final List<String> REGIONS = List.of("IDF", "NOR", "NES", "SES", SCARCE_REGION);
    /** One block of each region, after which five digits follow. */
    private static final List<String> BLOCKS = List.of("+331440", "+332400", "+333880", "+334910", "+335560");

    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

    private final ReferenceValues reference;
    private final UUID organisation;

    CompanyRows(ReferenceValues reference, UUID organisation) {
        this.reference = reference;
        this.organisation = organisation;
    }

    /** What is referred to comes before what refers to it. */
    Stream<Row> stream() {
        return Stream.of(
                        IntStream.range(0, CUSTOMERS).mapToObj(this::customer),
                        IntStream.range(0, CAMPAIGNS).mapToObj(this::campaign),
                        IntStream.range(0, NUMBERS).mapToObj(this::number),
                        IntStream.range(0, NUMBERS)
                                .filter(i -> status(i) == DidStatus.IN_USE)
                                .mapToObj(this::assignment))
                .flatMap(rows -> rows);
    }

    /** Recognised in every test, and in every copy of the company. */
    private static UUID id(EntityType<?> type, int index) {
        return UUID.nameUUIDFromBytes((type.name() + index).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private Row customer(int index) {
        return row(
                Customer.TYPE,
                index,
                Map.of(
                        "code",
                        "CLI%05d".formatted(index + 1),
                        "name",
                        index == 0 ? LEAVING : "Client %03d".formatted(index + 1),
                        "active",
                        true));
    }

    /** Nine of the first customer, and of the others in turn. */
    private static int customerOf(int campaign) {
        return campaign < CAMPAIGNS_OF_LEAVING ? 0 : 1 + (campaign - CAMPAIGNS_OF_LEAVING) % (CUSTOMERS - 1);
    }

    private Row campaign(int index) {
        return row(
                Campaign.TYPE,
                index,
                Map.of(
                        "customerId", id(Customer.TYPE, customerOf(index)),
                        "code", "2026-%03d".formatted(index + 1),
                        "name", "Campagne %03d".formatted(index + 1),
                        "active", true));
    }

    private static boolean isLeaving(int number) {
        return number < OF_LEAVING;
    }

    private static DidStatus status(int number) {
        if (isLeaving(number)) {
            return DidStatus.IN_USE;
        }
        int inRegion = number % PER_REGION;
        if (REGIONS.get(number / PER_REGION).equals(SCARCE_REGION)) {
            return inRegion < FREE_IN_SCARCE_REGION ? DidStatus.AVAILABLE : DidStatus.ASSIGNED;
        }
        return switch (inRegion % 5) {
            case 0 -> DidStatus.AVAILABLE;
            case 1 -> DidStatus.ASSIGNED;
            default -> DidStatus.IN_USE;
        };
    }

    /** Their campaigns decide whose the numbers at work are; the first customer has no others. */
    private static int campaignOf(int number) {
        return isLeaving(number)
                ? number % CAMPAIGNS_OF_LEAVING
                : CAMPAIGNS_OF_LEAVING + number % (CAMPAIGNS - CAMPAIGNS_OF_LEAVING);
    }

    private Row number(int index) {
        int region = index / PER_REGION;
        var status = status(index);
        var values = new HashMap<String, @Nullable Object>();
        values.put(
                "dialingCodeId",
                one(reference.dialingCodes(), DialingCode::code, "FR").id());
        values.put("e164", BLOCKS.get(region) + "%05d".formatted(index % PER_REGION));
        values.put("status", status.name());
        values.put(
                "customerId", status == DidStatus.AVAILABLE ? null : id(Customer.TYPE, customerOf(campaignOf(index))));
        values.put(
                "regionId",
                one(reference.regions(), Region::code, REGIONS.get(region)).id());
        values.put(
                "typeId", one(reference.numberTypes(), NumberType::code, "GEO").id());
        values.put(
                "carrierId", one(reference.carriers(), Carrier::code, "ORANGE").id());
        values.put("contractHolder", isLeaving(index) && index < OWNED_BY_LEAVING ? LEAVING : null);
        values.put("monthlyCost", new BigDecimal("1.20"));
        values.put("acquiredOn", LONG_AGO);
        values.put("activatedOn", status == DidStatus.IN_USE ? LONG_AGO : null);
        return row(Did.TYPE, index, values);
    }

    private Row assignment(int number) {
        return row(
                Assignment.TYPE,
                number,
                Map.of(
                        "didId",
                        id(Did.TYPE, number),
                        "campaignId",
                        id(Campaign.TYPE, campaignOf(number)),
                        "startsOn",
                        LONG_AGO,
                        "inbound",
                        true,
                        "outbound",
                        true,
                        "priority",
                        BigDecimal.ONE));
    }

    private static <T> T one(List<T> rows, java.util.function.Function<T, String> code, String wanted) {
        return rows.stream()
                .filter(row -> code.apply(row).equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private Row row(EntityType<?> type, int index, Map<String, ? extends @Nullable Object> values) {
        var list = new ArrayList<@Nullable Object>();
        type.fields().forEach(field -> list.add(values.get(field.name())));
        return new Row(type, id(type, index), 1, organisation, list);
    }
}
