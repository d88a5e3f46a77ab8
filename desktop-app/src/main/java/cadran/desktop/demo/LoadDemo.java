package cadran.desktop.demo;

import cadran.desktop.edit.Op;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Rows;
import cadran.model.Schema;
import cadran.model.catalog.ReferenceValues;
import cadran.model.demo.DemoRows;
import cadran.model.problem.Problem;
import cadran.model.sync.Field;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills an organisation that has no customers yet with a company that doesn't exist: one edit, one undo. */
record LoadDemo(InstantSource clock, UUID organisation, int numbers) implements Op {
    /** The same in every demonstration, so that people can talk about what they see. */
    private static final long SEED = 2026;

    @Override
    public String labelKey() {
        return "op.demo";
    }

    @Override
    public Map<String, String> labelArgs() {
        return Map.of("count", String.valueOf(numbers));
    }

    @Override
    public List<Intent> intents(Rows rows) {
        if (rows.count(Query.of(Schema.type("customer"))) > 0) {
            throw Problem.of("demo.not_empty").asException();
        }
        var reference = ReferenceValues.of(Schema.TYPES.stream()
                .filter(type -> !type.name().equals("did"))
                .flatMap(type -> rows.list(Query.of(type)).stream())
                .map(GridRow::row)
                .toList());
        var demo = new DemoRows(SEED, clock, reference, organisation, numbers);
        return Stream.concat(demo.stream(), demo.work()).map(LoadDemo::create).toList();
    }

    private static Intent create(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (Field field : row.type().fields()) {
            values.put(field.name(), row.get(field.name()));
        }
        return new Intent.Create(row.type().name(), row.id(), values);
    }
}
