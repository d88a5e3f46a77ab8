package cadran.desktop.own;

import cadran.desktop.edit.Op;
import cadran.desktop.edit.Tried;
import cadran.desktop.i18n.Texts;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.FieldText;
import cadran.desktop.tables.MoreColumns;
import cadran.desktop.tables.Teller;
import cadran.model.ownfields.OwnField;
import cadran.model.ownfields.OwnValue;
import cadran.model.problem.Problem;
import cadran.model.sync.Change;
import cadran.model.sync.Intent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Own fields as columns of the numbers that are copied, pasted and filled down. */
final class OwnColumns implements MoreColumns {
    private final Texts texts;
    private final OwnFields fields;

    OwnColumns(Texts texts, OwnFields fields) {
        this.texts = texts;
        this.fields = fields;
    }

    private @Nullable OwnField find(String column) {
        return fields.all().stream()
                .filter(field -> OwnText.id(field).equals(column))
                .findFirst()
                .orElse(null);
    }

    private OwnField field(String column) {
        var field = find(column);
        if (field == null) {
            throw Problem.of("row.deleted").asException();
        }
        return field;
    }

    @Override
    public boolean has(String column) {
        return find(column) != null;
    }

    @Override
    public @Nullable Object value(GridRow row, String column) {
        return OwnText.value(row, field(column));
    }

    @Override
    public String write(GridRow row, String column) {
        return typed(value(row, column));
    }

    /** An amount without the spaces between its thousands. */
    String typed(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? texts.formats().plainDecimal(number.stripTrailingZeros())
                : OwnText.shown(texts, value);
    }

    @Override
    public @Nullable Object read(GridRow row, String column, String typed) {
        return typed.strip().equals(write(row, column)) ? value(row, column) : OwnText.read(field(column), typed);
    }

    @Override
    public void mayBeSet(String column) {
        var field = field(column);
        if (!field.active()) {
            throw Problem.of("own_value.retired").with("field", field.name()).asException();
        }
    }

    @Override
    public Op setting(String labelKey, Map<UUID, Map<String, @Nullable Object>> values) {
        var own = new LinkedHashMap<UUID, Map<OwnField, @Nullable Object>>();
        values.forEach((number, ofNumber) -> {
            var read = new LinkedHashMap<OwnField, @Nullable Object>();
            ofNumber.forEach((column, value) -> read.put(field(column), value));
            own.put(number, read);
        });
        return SetOwn.each(labelKey, own);
    }

    @Override
    public Teller teller(List<GridRow> rows) {
        var names = new HashMap<UUID, String>();
        rows.forEach(row -> names.put(row.row().id(), FieldText.number(row.row().label())));
        return tried -> told(tried, names);
    }

    Teller.@Nullable Told told(Tried tried, Map<UUID, String> names) {
        if (!tried.intent().entity().equals(OwnValue.TYPE.name())) {
            return null;
        }
        var row = tried.before() == null ? tried.after() : tried.before();
        var number = row != null ? row.reference("didId") : created(tried.intent(), "didId");
        var id = row != null ? row.reference("fieldId") : created(tried.intent(), "fieldId");
        var changes = new LinkedHashMap<String, Change>();
        fields.all().stream().filter(field -> field.id().equals(id)).forEach(field -> {
            var before = OwnText.shown(texts, OwnText.value(tried.before(), field));
            var after = OwnText.shown(texts, OwnText.value(tried.after(), field));
            if (!before.equals(after)) {
                changes.put(OwnText.nameKey(field), new Change(before, after));
            }
        });
        return new Teller.Told(names.getOrDefault(Objects.requireNonNull(number), ""), changes);
    }

    private static @Nullable UUID created(Intent intent, String field) {
        return intent instanceof Intent.Create create ? (UUID) create.values().get(field) : null;
    }
}
