package cadran.desktop.numbers;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.edit.TestOp;
import cadran.desktop.query.Filter;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.sync.Colleague;
import cadran.desktop.tables.OpenProfile;
import cadran.model.catalog.Customer;
import cadran.model.catalog.MemberName;
import cadran.model.numbers.Did;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An office of two, whose names everybody has, and what one of them does at their own computer. */
public final class Reserving {
    public static final String ME = "Anna Morel";
    public static final String OTHER = "Ben Faure";
    static final UUID BEN = UUID.fromString("01900000-0000-7000-8000-00000000000b");

    private final OpenProfile profile;
    private final Colleague colleague;

    public Reserving(OpenProfile profile) {
        this.profile = profile;
        colleague = new Colleague(profile.open);
        colleague.does(member(OpenStore.USER, ME), member(BEN, OTHER));
        colleague.sync();
    }

    private static Intent member(UUID id, String name) {
        return TestOp.adding(MemberName.TYPE.row(new MemberName(id, name, true), OpenStore.ORGANISATION));
    }

    List<Row> free() {
        return profile
                .workspace
                .rows()
                .list(Query.of(Did.TYPE)
                        .where(List.of(new Filter.Is("status", "AVAILABLE"), new Filter.Is("restsUntil", null))))
                .stream()
                .map(GridRow::row)
                .toList();
    }

    /** Reserved by the colleague for somebody. */
    public void reserve(List<Row> numbers, UUID holder, LocalDate until) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("reservedForId", holder);
        values.put("reservedById", BEN);
        values.put("reservedUntil", until);
        values.put("reservationReason", "Salon de mars");
        numbers.forEach(number -> does(number, values));
        sync();
    }

    public void reserveForOther(List<Row> numbers, LocalDate until) {
        reserve(numbers, BEN, until);
    }

    /** The colleague is no active member any more. */
    public void leaves() {
        colleague.does(new Intent.Patch(MemberName.TYPE.name(), BEN, Map.of("active", new Change(true, false))));
        sync();
    }

    public void reserveFirst(int count, UUID holder, LocalDate until) {
        reserve(free().subList(0, count), holder, until);
    }

    private void does(Row number, Map<String, @Nullable Object> values) {
        var changes = new LinkedHashMap<String, Change>();
        values.forEach((field, value) -> changes.put(field, new Change(number.get(field), value)));
        colleague.does(new Intent.Patch("did", number.id(), changes));
    }

    /** Both take as many, and the colleague is the first whom the server hears. */
    public void contest(int count) {
        var rows = profile.workspace.rows();
        var customers = rows.list(Query.of(Customer.TYPE).first(2));
        var among = Query.of(Did.TYPE).where(new Filter.Is("status", "AVAILABLE"));
        var mine = customers.getFirst().row();
        var today = profile.workspace.today();
        var both = new FreeNumbers(rows, OpenStore.USER, today).first(among, mine.id(), count);
        var wish = new TakeMatching.Wish("status:available", mine.id(), String.valueOf(mine.text("name")));
        profile.workspace.edits().run(new TakeMatching(wish, among, count, OpenStore.USER, today));
        both.forEach(number -> colleague.does(new Intent.Move(
                "did",
                number.id(),
                "status",
                "ASSIGNED",
                Map.of(
                        "customerId",
                        new Change(
                                number.get("customerId"),
                                customers.getLast().row().id())))));
        sync();
    }

    public void sync() {
        colleague.sync();
    }
}
