package cadran.desktop.store;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Grouping;
import cadran.desktop.query.Query;
import cadran.desktop.query.SearchText;
import cadran.desktop.query.Sort;
import cadran.model.catalog.Campaign;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Members;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that few would type, and questions about them. */
final class RandomRows {
    /** Letters of both cases, accents, what SQL takes for a pattern, and signs that sort otherwise as bytes. */
    private static final List<String> WORDS = List.of(
            "Étage",
            "étage 2",
            "ZÉBRA",
            "Zebra",
            "100%",
            "a_b",
            "Noël",
            "noel",
            "fax",
            "Fax – Lyon",
            "x",
            "😀 rire",
            "\uFFFD",
            "+3312",
            "12");

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final int CAMPAIGNS = 6;
    /** The last of them knows an order of its texts. */
    static final List<UUID> FIELDS =
            IntStream.range(0, 4).mapToObj(i -> new UUID(9, i)).toList();

    private final Random random;
    private final List<Row> customers;
    private final List<Row> carriers;
    private final List<Row> campaigns;

    RandomRows(long seed) {
        random = new Random(seed);
        customers = several(Customer.TYPE, 12);
        carriers = several(Carrier.TYPE, 5);
        campaigns = several(Campaign.TYPE, CAMPAIGNS);
    }

    private List<Row> several(EntityType<?> type, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> row(type, OpenStore.id()))
                .toList();
    }

    List<Row> numbers(int count) {
        return several(Did.TYPE, count);
    }

    /** What the numbers point to, and work of theirs. */
    List<Row> beside(List<Row> numbers) {
        var assignments = IntStream.range(0, numbers.size() / 2)
                .mapToObj(i -> row(Assignment.TYPE, OpenStore.id())
                        .with("didId", pick(numbers).id())
                        .with("campaignId", pick(campaigns).id()));
        var own = numbers.stream()
                .flatMap(number ->
                        FIELDS.stream().filter(field -> random.nextInt(3) > 0).map(field -> own(number, field)));
        return Stream.of(customers.stream(), carriers.stream(), campaigns.stream(), assignments, own)
                .flatMap(rows -> rows)
                .toList();
    }

    /** What a number has in an own field, which is of the kind of the value that its place among them says. */
    Row own(Row number, UUID field) {
        var values = OwnValue.TYPE.fields().subList(2, 5);
        var in = values.get(FIELDS.indexOf(field) % values.size());
        var row = new Row(
                OwnValue.TYPE,
                OwnValue.place(number.id(), field),
                1,
                OpenStore.ORGANISATION,
                Arrays.asList(number.id(), field, null, null, null));
        return row.with(in.name(), value(in));
    }

    // As in the store: annotations of compact constructors are lost.
    @SuppressWarnings("NullAway")
    Row row(EntityType<?> type, UUID id) {
        var values = new ArrayList<@Nullable Object>();
        for (var field : type.fields()) {
            values.add(field.required() || random.nextInt(3) > 0 ? value(field) : null);
        }
        return new Row(type, id, 1, OpenStore.ORGANISATION, values);
    }

    private Object value(Field field) {
        return switch (field.kind()) {
            case TEXT -> field.name().equals("e164") ? "+331" + random.nextInt(300) : word();
            case WORDS ->
                Objects.requireNonNull(
                        Members.text(List.of(pick(List.of("vip", "fax", "étage")), "vip-" + random.nextInt(3))));
            case CODES -> Objects.requireNonNull(Members.text(List.of(pick(field.codes()), pick(field.codes()))));
            case CODE -> pick(field.codes());
            case REFERENCE -> reference(field);
            case FLAG -> random.nextBoolean();
            case DATE -> DAY.plusDays(random.nextInt(20));
            case DECIMAL -> BigDecimal.valueOf(random.nextInt(40) * 25L, field.max());
        };
    }

    private String word() {
        return random.nextInt(4) == 0 ? pick(WORDS) + " " + pick(WORDS) : pick(WORDS);
    }

    /** Rows arrive in any order: some point to what is not here. */
    private UUID reference(Field field) {
        return switch (String.valueOf(field.references())) {
            case "customer" -> pick(customers).id();
            case "carrier" -> pick(carriers).id();
            default -> random.nextInt(8) == 0 ? OpenStore.id() : new UUID(7, random.nextInt(5));
        };
    }

    Query query(List<Row> numbers) {
        var filters = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> filter(numbers, 2))
                .toList();
        var sorts = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> random.nextInt(3) == 0
                        ? byOwn()
                        : new Sort(pick(Did.TYPE.fields()).name(), random.nextBoolean()))
                .toArray(Sort[]::new);
        return Query.unordered(Did.TYPE)
                .where(filters)
                .sortedBy(sorts)
                .first(random.nextBoolean() ? 0 : random.nextInt(40));
    }

    Sort byOwn() {
        int at = random.nextInt(FIELDS.size());
        return new Sort(
                OwnValue.TYPE.fields().get(2 + at % 3).name(),
                random.nextBoolean(),
                new Sort.Beside(
                        OwnValue.TYPE,
                        "didId",
                        "fieldId",
                        FIELDS.get(at),
                        at == FIELDS.size() - 1 ? List.of("noel", "Zebra", "x") : List.of()));
    }

    /** By one field or two, with a sum or without. */
    Grouping grouping(Query query) {
        var fields = Stream.generate(() -> pick(Did.TYPE.fields()).name())
                .distinct()
                .limit(1 + random.nextInt(2))
                .toList();
        return new Grouping(query, fields, random.nextBoolean() ? "monthlyCost" : null);
    }

    private Filter filter(List<Row> numbers, int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 11)) {
            case 0 -> new Filter.Is(pick(Did.TYPE.fields()).name(), null);
            case 1 -> equal();
            case 2 -> random.nextInt(3) == 0 ? spans(numbers) : between();
            case 3 ->
                pick(List.of(
                        new Filter.Has("tags", pick(List.of("vip", "vip-1", "étage", "fa"))),
                        new Filter.Has(
                                "capabilities",
                                pick(Did.TYPE.field("capabilities").codes()))));
            case 4 -> new Filter.Contains(pick(List.of("description", "e164", "tags", "notes")), fragment());
            case 5 -> random.nextInt(5) == 0 ? new Filter.Text("") : Filter.all(SearchText.filters(fragment()));
            case 6 ->
                random.nextBoolean()
                        ? new Filter.Whose(Customer.TYPE, "customerId", new Filter.Text(SearchText.fold(fragment())))
                        : new Filter.Is(Filter.ID, pick(numbers).id());
            case 7 -> new Filter.Having(Assignment.TYPE, "didId", assignments());
            case 8 -> new Filter.Not(filter(numbers, depth - 1));
            case 9 -> new Filter.All(filters(numbers, depth));
            default -> new Filter.Any(filters(numbers, depth));
        };
    }

    /** From one number to another of as many figures. */
    private Filter spans(List<Row> numbers) {
        String one = String.valueOf(pick(numbers).text("e164"));
        var ends = numbers.stream()
                .map(row -> String.valueOf(row.text("e164")))
                .filter(e164 -> e164.length() == one.length())
                .limit(1 + random.nextInt(3))
                .sorted()
                .toList();
        return new Filter.Spans("e164", one.length(), ends.getFirst() + ends.getLast());
    }

    private List<Filter> filters(List<Row> numbers, int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> filter(numbers, depth - 1))
                .toList();
    }

    private Filter assignments() {
        var called = new Filter.Whose(Campaign.TYPE, "campaignId", new Filter.Contains("name", fragment()));
        return pick(List.of(
                called,
                new Filter.All(List.of()),
                new Filter.All(List.of(called, new Filter.Not(new Filter.Is("endsOn", null)))),
                new Filter.Is("inbound", true)));
    }

    private Filter equal() {
        var field = pick(Did.TYPE.fields());
        return random.nextBoolean()
                ? new Filter.Is(field.name(), value(field))
                : new Filter.In(field.name(), List.of(value(field), value(field)));
    }

    private Filter between() {
        var field = pick(Did.TYPE.fields().stream()
                .filter(each -> each.kind() == FieldKind.DATE
                        || each.kind() == FieldKind.DECIMAL
                        || each.kind() == FieldKind.TEXT)
                .toList());
        var from = random.nextInt(3) == 0 ? null : value(field);
        var to = random.nextInt(3) == 0 ? null : value(field);
        return new Filter.Between(field.name(), from instanceof BigDecimal cost ? finer(cost) : from, to);
    }

    /** With more decimals than the column has. */
    private BigDecimal finer(BigDecimal cost) {
        return cost.add(new BigDecimal("0.00" + random.nextInt(2)));
    }

    private String fragment() {
        String word = pick(WORDS);
        int from = random.nextInt(word.length());
        return word.substring(word.offsetByCodePoints(0, word.codePointCount(0, from)));
    }

    <T> T pick(List<? extends T> list) {
        return list.get(random.nextInt(list.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
