package cadran.desktop.tables;

import cadran.desktop.edit.Workspace;
import cadran.desktop.filter.Completions;
import cadran.desktop.filter.Days;
import cadran.desktop.filter.Key;
import cadran.desktop.filter.Keys;
import cadran.desktop.filter.LineReader;
import cadran.desktop.filter.Piece;
import cadran.desktop.filter.Words;
import cadran.desktop.i18n.Texts;
import cadran.desktop.query.Filter;
import cadran.desktop.ui.FilterGrammar;
import cadran.desktop.ui.Suggestion;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What can be said about the rows of one table: every field is a key, and a feature may add what only it knows. */
public final class TableFilter implements FilterGrammar {
    private final LineReader reader;
    private final Completions completions;

    public static TableFilter of(Texts texts, Workspace workspace, EntityType<?> type) {
        return new TableFilter(texts, workspace, type, List.of(), word -> List.of());
    }

    /**
     * @param more keys beside the fields
     * @param elsewhere given what finds a word in a row, other ways to find rows by it
     */
    public TableFilter(
            Texts texts,
            Workspace workspace,
            EntityType<?> type,
            List<Key> more,
            Function<Filter, List<Filter>> elsewhere) {
        this(texts, workspace, type, more, List::of, elsewhere);
    }

    /** @param own keys that come and go while the list is shown */
    public TableFilter(
            Texts texts,
            Workspace workspace,
            EntityType<?> type,
            List<Key> more,
            Supplier<List<Key>> own,
            Function<Filter, List<Filter>> elsewhere) {
        var days = new Days(new Words(texts), workspace::today);
        var fields =
                type.fields().stream().map(field -> (Key) new FieldKey(texts, days, workspace.rows(), type, field));
        var keys = new Keys(texts, Stream.concat(fields, more.stream()).toList(), own);
        reader = new LineReader(texts, keys, word -> widened(type, word, elsewhere));
        completions = new Completions(keys);
    }

    /** The filters of a line; empty where something in it can't be understood. */
    public Optional<List<Filter>> read(String line) {
        var filters = reader.read(line).stream().map(Piece::filter).toList();
        return filters.stream().allMatch(Objects::nonNull)
                ? Optional.of(filters.stream().map(Objects::requireNonNull).toList())
                : Optional.empty();
    }

    @Override
    public List<Chip> chips(String line) {
        return reader.read(line).stream()
                .filter(piece -> !piece.label().isEmpty())
                .map(piece -> new Chip(piece.from(), piece.to(), piece.label(), piece.problem()))
                .toList();
    }

    @Override
    public List<Suggestion> suggestions(String line, int caret, int most) throws Exception {
        return completions.at(line, caret, most);
    }

    /** What a number's customer, carrier or region is called finds the number too. */
    private static Filter widened(EntityType<?> type, Filter word, Function<Filter, List<Filter>> elsewhere) {
        var places = new ArrayList<Filter>(List.of(word));
        for (Field field : type.fields()) {
            if (field.kind() == FieldKind.REFERENCE) {
                places.add(
                        new Filter.Whose(Schema.type(Objects.requireNonNull(field.references())), field.name(), word));
            }
        }
        places.addAll(elsewhere.apply(word));
        return Filter.any(places);
    }
}
