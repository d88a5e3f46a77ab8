package cadran.desktop.tables;

import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Query;
import cadran.desktop.store.GridRow;
import cadran.desktop.store.Rows;
import cadran.desktop.ui.Spelling;
import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cells as spreadsheets have them: words for codes and references, amounts and dates in the user's writing. */
final class CellText {
    private static final int QUOTED = 40;
    /** Enough to tell a name from longer ones that contain it. */
    private static final int ALIKE = 200;

    private static final Set<String> YES = Set.of("true", "vrai", "yes", "oui", "1", "x");
    private static final Set<String> NO = Set.of("false", "faux", "no", "non", "0");

    private final Texts texts;
    private final Rows rows;
    private final EntityType<?> type;
    private final Map<String, List<Row>> named = new HashMap<>();

    CellText(Texts texts, Rows rows, EntityType<?> type) {
        this.texts = texts;
        this.rows = rows;
        this.type = type;
    }

    /** No currency and no space between thousands: a spreadsheet shall take an amount for one. */
    String write(GridRow row, Field field) {
        return row.row().get(field.name()) instanceof BigDecimal amount
                ? texts.formats().plainDecimal(amount)
                : FieldText.shown(texts, row, field);
    }

    /** What the text means in this row; throws the problem with it. Asks the store: not for the UI thread. */
    @Nullable
    Object read(GridRow row, Field field, String typed) {
        var text = typed.strip();
        if (text.equals(write(row, field))) {
            return row.row().get(field.name());
        }
        var value = text.isEmpty() ? FieldText.read(field, "") : meant(field, text);
        if (!Objects.equals(value, row.row().get(field.name()))) {
            mayBeSet(field);
        }
        return value;
    }

    /** Throws the problem of a field that only a command of its own can change. */
    void mayBeSet(Field field) {
        if (field.merge() == MergeClass.MACHINE) {
            throw Problem.of("field.by_command").at(field.name()).asException();
        }
    }

    private @Nullable Object meant(Field field, String text) {
        return switch (field.kind()) {
            case CODE -> code(field, text);
            case CODES -> {
                var codes = new ArrayList<String>();
                for (var part : text.split(",", -1)) {
                    codes.add(code(field, part.strip()));
                }
                yield FieldText.read(field, String.join(",", codes));
            }
            case FLAG -> flag(field, text);
            case REFERENCE -> reference(field, text);
            case TEXT, WORDS, DATE, DECIMAL -> FieldText.read(field, text);
        };
    }

    private String code(Field field, String text) {
        return field.codes().stream()
                .filter(code -> code.equalsIgnoreCase(text)
                        || Spelling.plain(texts.get(FieldText.codeKey(type, field, code)))
                                .equals(Spelling.plain(text)))
                .findFirst()
                .orElseThrow(() -> unknown(field, text));
    }

    private boolean flag(Field field, String text) {
        var word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw unknown(field, text);
        }
        return YES.contains(word);
    }

    private UUID reference(Field field, String text) {
        var target = Schema.type(Objects.requireNonNull(field.references()));
        var found = named.computeIfAbsent(field.name() + " " + text, any -> named(target, text));
        if (found.isEmpty()) {
            throw unknown(field, text);
        }
        if (found.size() > 1) {
            throw Problem.of("field.ambiguous")
                    .with("value", quoted(text))
                    .at(field.name())
                    .asException();
        }
        return found.getFirst().id();
    }

    /** Those in use that are called so, or have that code. */
    private List<Row> named(EntityType<?> target, String text) {
        var plain = Spelling.plain(text);
        return rows.list(Query.of(target).matching(text).first(ALIKE)).stream()
                .map(GridRow::row)
                .filter(row -> !target.has("active") || Boolean.TRUE.equals(row.get("active")))
                .filter(row -> Spelling.plain(FieldText.number(row.label())).equals(plain)
                        || (target.has("code") && text.equalsIgnoreCase(row.text("code"))))
                .toList();
    }

    private static RuntimeException unknown(Field field, String text) {
        return Problem.of("field.unknown_code")
                .with("value", quoted(text))
                .at(field.name())
                .asException();
    }

    private static String quoted(String text) {
        return text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text;
    }
}
