package cadran.desktop.conflicts;

import cadran.desktop.edit.Op;
import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.query.Query;
import cadran.desktop.store.Rows;
import cadran.desktop.sync.Colleague;
import cadran.desktop.tables.AddRow;
import cadran.desktop.tables.DeleteRow;
import cadran.desktop.tables.EditRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.OpenProfile;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.numbers.Did;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Edits that met a colleague's, made as users make them and answered by the rules of the server. */
public final class Meetings {
    private final OpenProfile profile;
    private final Colleague colleague;
    public final List<Row> numbers;
    public final List<Row> customers;

    public Meetings(OpenProfile profile) {
        this.profile = profile;
        colleague = new Colleague(profile.open);
        numbers = rows(Did.TYPE);
        // Whoever has few numbers here can be given one that is somebody else's.
        customers = rows(Customer.TYPE).stream()
                .sorted(Comparator.comparingLong(this::numbersOf))
                .toList();
    }

    private List<Row> rows(EntityType<?> type) {
        return profile.workspace.rows().list(Query.of(type)).stream()
                .map(row -> row.row())
                .toList();
    }

    private long numbersOf(Row customer) {
        return numbers.stream()
                .filter(number -> customer.id().equals(number.get("customerId")))
                .count();
    }

    public Row now(Row row) {
        return Objects.requireNonNull(profile.workspace.rows().find(row.type(), row.id()));
    }

    public void sync() {
        colleague.sync();
    }

    private void mine(Row row, Map<String, @Nullable Object> values, String what) {
        profile.workspace.edits().run(new EditRow(row, values, what));
    }

    private static Intent patch(Row row, Map<String, @Nullable Object> values) {
        var changes = new LinkedHashMap<String, Change>();
        values.forEach((field, value) -> changes.put(field, new Change(row.get(field), value)));
        return new Intent.Patch(row.type().name(), row.id(), changes);
    }

    private List<Row> free() {
        return numbers.stream()
                .filter(row -> "AVAILABLE".equals(row.get("status")))
                .toList();
    }

    private static Map<String, @Nullable Object> values(String field, Object value) {
        return Map.of(field, value);
    }

    /** Both gave the same number to another customer and a new price; its description is the author's alone. */
    public Row conflict() {
        var number = free().getFirst();
        mine(
                number,
                Map.of(
                        "customerId",
                        customers.get(0).id(),
                        "monthlyCost",
                        new BigDecimal("1.50"),
                        "description",
                        "Standard de Lyon"),
                FieldText.number(number.label()));
        colleague.does(
                patch(number, Map.of("customerId", customers.get(1).id(), "monthlyCost", new BigDecimal("1.35"))));
        sync();
        return number;
    }

    /** Both filled the same empty own field of a number; theirs was there first. */
    public Row filledByBoth(String mine, String theirs) {
        var field = OpenStore.row(OwnField.TYPE, Map.of("name", "Niveau", "kind", "TEXT", "active", true));
        profile.open.run(TestOp.adding(field));
        sync();
        var value = value(field, mine);
        profile.workspace.edits().run(new AddRow(OwnValue.TYPE, value.id(), values(value), "01 44"));
        colleague.does(new Intent.Create(OwnValue.TYPE.name(), value.id(), values(value(field, theirs))));
        sync();
        return value;
    }

    private record Edit(Intent intent) implements Op {
        @Override
        public String labelKey() {
            return "op.edit";
        }

        @Override
        public Map<String, String> labelArgs() {
            return Map.of("what", "01 44 00 00 00");
        }

        @Override
        public List<Intent> intents(Rows rows) {
            return List.of(intent);
        }
    }

    private static Map<String, @Nullable Object> values(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        row.type().fields().forEach(field -> values.put(field.name(), row.get(field.name())));
        return values;
    }

    private Row value(Row field, String text) {
        var number = numbers.getFirst().id();
        return new Row(
                OwnValue.TYPE,
                OwnValue.place(number, field.id()),
                0,
                OpenStore.ORGANISATION,
                Arrays.asList(number, field.id(), text, null, null));
    }

    /** A colleague emptied the own field that its author was changing. */
    public void emptied(Row value, String wanted) {
        var now = now(value);
        var changes = new LinkedHashMap<String, Change>();
        OwnValue.TYPE.identity().forEach(each -> changes.put(each, new Change(now.get(each), now.get(each))));
        changes.put("textValue", new Change(now.get("textValue"), wanted));
        profile.workspace.edits().run(new Edit(new Intent.Patch(OwnValue.TYPE.name(), value.id(), changes)));
        colleague.does(new Intent.Delete(OwnValue.TYPE.name(), value.id()));
        sync();
    }

    /** As many numbers, each an edit of its own, that somebody else gave away meanwhile. */
    public List<Row> conflicts(int count) {
        var some = free().subList(1, 1 + count);
        for (var number : some) {
            mine(number, values("customerId", customers.get(2).id()), FieldText.number(number.label()));
            colleague.does(patch(number, values("customerId", customers.get(3).id())));
        }
        sync();
        return some;
    }

    /** One edit of many numbers, some of which met another's. */
    public void bulk(int from, int count) {
        var some = free().subList(from, from + count);
        profile.workspace
                .edits()
                .run(new Bulk(
                        count + " numéros",
                        some.stream()
                                .map(number -> patch(
                                        number,
                                        values("customerId", customers.get(0).id())))
                                .toList()));
        some.stream()
                .skip(1)
                .forEach(number -> colleague.does(
                        patch(number, values("customerId", customers.get(3).id()))));
        sync();
    }

    private record Bulk(String what, List<Intent> made) implements Op {
        @Override
        public String labelKey() {
            return "op.edit";
        }

        @Override
        public Map<String, String> labelArgs() {
            return Map.of("what", what);
        }

        @Override
        public List<Intent> intents(Rows rows) {
            return made;
        }
    }

    /** A code that a colleague took first. */
    public Row duplicate() {
        var carrier = OpenStore.carrier("LYNX", "Lynx Télécom");
        colleague.does(TestOp.adding(carrier));
        var mine = profile.workspace.ids().next();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("code", "LYNX");
        values.put("name", "Lynx");
        values.put("active", true);
        profile.workspace.edits().run(new AddRow(Carrier.TYPE, mine, values, "Lynx"));
        sync();
        return carrier;
    }

    /** A row that was deleted while its author changed it. */
    public Row deleted() {
        var carrier = OpenStore.carrier("ORION", "Orion");
        profile.workspace.edits().run(TestOp.of("test.op", TestOp.adding(carrier)));
        sync();
        mine(now(carrier), values("contact", "Nadia Roux"), "Orion");
        colleague.does(new Intent.Delete(Carrier.TYPE.name(), carrier.id()));
        sync();
        return carrier;
    }

    /** Deletes of a row that somebody changed first. */
    public Row deletion() {
        var carrier = OpenStore.carrier("VEGA", "Vega");
        profile.workspace.edits().run(TestOp.of("test.op", TestOp.adding(carrier)));
        sync();
        profile.workspace.edits().run(new DeleteRow(now(carrier), "Vega"));
        colleague.does(patch(carrier, values("contact", "Paul Morel")));
        sync();
        return carrier;
    }

    /** The author's words, which went through and which a colleague replaced. */
    public Row superseded() {
        var customer = customers.get(6);
        mine(customer, Map.of("contactName", "Léa Martin", "contactPhone", "0612345678"), customer.label());
        sync();
        colleague.does(patch(now(customer), values("contactName", "Service achats")));
        sync();
        return customer;
    }

    /** One edit of as many rows, which were all deleted meanwhile. */
    public void refused(int count) {
        var carriers = IntStream.range(0, count)
                .mapToObj(i -> OpenStore.carrier("C" + i, "Opérateur " + i))
                .toList();
        var adding = new ArrayList<Intent>();
        carriers.forEach(carrier -> adding.add(TestOp.adding(carrier)));
        profile.workspace.edits().run(new TestOp("op.demo", adding));
        sync();
        profile.workspace
                .edits()
                .run(new Bulk(
                        count + " opérateurs",
                        carriers.stream()
                                .map(carrier -> patch(carrier, values("contact", "Nadia Roux")))
                                .toList()));
        carriers.forEach(carrier -> colleague.does(new Intent.Delete(Carrier.TYPE.name(), carrier.id())));
        sync();
    }
}
