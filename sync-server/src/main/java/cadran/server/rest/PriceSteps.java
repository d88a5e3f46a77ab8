package cadran.server.rest;

import cadran.model.ids.UuidV7;
import cadran.model.numbers.Did;
import cadran.model.numbers.NumberPrice;
import cadran.model.numbers.PriceList;
import cadran.model.sync.Field;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.server.db.Tx;
import cadran.server.sync.EntityStore;
import cadran.server.sync.OrganisationDay;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an edit of a price over HTTP takes with it: a number says what it costs today, and its list says since when. */
final class PriceSteps {
    private final EntityStore rows;
    private final UuidV7 ids;
    private final InstantSource clock;

    PriceSteps(EntityStore rows, UuidV7 ids, InstantSource clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param row that the intent is about, null where it makes one */
    List<RowWriter.Step> around(Tx tx, RowWriter.Step step, @Nullable Row row) {
        var steps = new ArrayList<RowWriter.Step>();
        if (row != null
                && row.type() == Did.TYPE
                && step.intent() instanceof Intent.Patch patch
                && PriceList.isTouchedBy(patch.changes().keySet())) {
            new PriceList(row, prices(tx, row), OrganisationDay.of(tx, clock), ids::next)
                    .entered(patch.changes()).stream().map(RowWriter.Step::held).forEach(steps::add);
        }
        steps.add(step);
        if (step.intent().entity().equals(NumberPrice.TYPE.name())) {
            copied(tx, step.intent(), row).map(RowWriter.Step::held).ifPresent(steps::add);
        }
        return steps;
    }

    private Optional<Intent> copied(Tx tx, Intent intent, @Nullable Row price) {
        var owner = intent instanceof Intent.Create create
                ? create.values().get("didId")
                : price == null ? null : price.get("didId");
        var did = owner instanceof UUID id ? rows.lock(tx, Did.TYPE, Set.of(id)).get(id) : null;
        if (did == null) {
            return Optional.empty();
        }
        var after = new ArrayList<>(prices(tx, did));
        after.removeIf(other -> other.id().equals(intent.rowId()));
        var changed = changed(intent, price, did.audience());
        if (changed != null && changed.get("startsOn") instanceof LocalDate) {
            after.add(changed);
        }
        return PriceList.copied(did, after, OrganisationDay.of(tx, clock));
    }

    private static @Nullable Row changed(Intent intent, @Nullable Row price, UUID audience) {
        return switch (intent) {
            case Intent.Create create -> {
                var values = new ArrayList<@Nullable Object>();
                for (Field field : NumberPrice.TYPE.fields()) {
                    values.add(field.tidy(create.values().get(field.name())));
                }
                yield new Row(NumberPrice.TYPE, create.rowId(), 0, audience, values);
            }
            case Intent.Patch patch -> {
                var row = price;
                for (var change : patch.changes().entrySet()) {
                    if (row != null) {
                        var field = NumberPrice.TYPE.field(change.getKey());
                        row = row.with(
                                field.name(), field.tidy(change.getValue().after()));
                    }
                }
                yield row;
            }
            case Intent.Move ignored -> price;
            case Intent.Delete ignored -> null;
        };
    }

    private List<Row> prices(Tx tx, Row did) {
        return rows.pointingTo(tx, NumberPrice.TYPE, NumberPrice.TYPE.field("didId"), did.id());
    }
}
