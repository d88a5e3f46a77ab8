package cadran.desktop.index;

import cadran.desktop.query.Filter;
import cadran.desktop.query.SearchText;
import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One field of all rows. */
final class Column {
    private final Field field;
    private final Dictionary values;
    private final Ordinals cells = new Ordinals();
    /** In the order of what the rows are called that the references point to. */
    private int[] labelRanks = {};

    private long labelsVersion;

    Column(Field field) {
        this.field = field;
        values = switch (field.kind()) {
            case TEXT, CODE, WORDS, CODES -> new TextDictionary();
            case REFERENCE -> new IdDictionary();
            case FLAG, DATE, DECIMAL -> new NumberDictionary(field);
        };
    }

    void set(int row, @Nullable Object value, int room) {
        cells.set(row, value == null ? 0 : values.add(value), room);
    }

    int ordinal(int row) {
        return cells.get(row);
    }

    Dictionary values() {
        return values;
    }

    /** The rows whose value is one of these, given as ordinals. */
    BitSet rows(BitSet wanted, int size) {
        return wanted.isEmpty() ? new BitSet() : cells.rows(wanted, size);
    }

    BitSet empty() {
        var none = new BitSet(1);
        none.set(0);
        return none;
    }

    BitSet equalTo(Collection<?> wanted) {
        var found = new BitSet();
        wanted.stream().mapToInt(values::find).filter(ordinal -> ordinal > 0).forEach(found::set);
        return found;
    }

    BitSet between(@Nullable Object from, @Nullable Object to) {
        return values.between(from, to);
    }

    /** @param fragments folded, one of which is enough */
    BitSet containing(List<String> fragments) {
        return texts().containing(fragments);
    }

    BitSet having(String member) {
        return texts().having(member);
    }

    BitSet within(Filter.Spans spans) {
        return texts().within(spans);
    }

    boolean isSearched() {
        return SearchText.isSearched(field);
    }

    private TextDictionary texts() {
        return (TextDictionary) values;
    }

    UUID id(int ordinal) {
        return ((IdDictionary) values).id(ordinal);
    }

    long unscaled(int ordinal) {
        return amounts().unscaled(ordinal);
    }

    BigDecimal amount(long unscaled) {
        return amounts().amount(unscaled);
    }

    private NumberDictionary amounts() {
        return (NumberDictionary) values;
    }

    Ordering.Term term(boolean descending, Elsewhere elsewhere) {
        int[] ranks = switch (field.kind()) {
            case REFERENCE -> labelRanks(elsewhere);
            case CODE -> codeRanks();
            default -> values.ranks();
        };
        // As in SQL, where "last" is asked for only where empty can be: the others come first in the database's own
        // order.
        boolean last = descending || !field.required() || field.kind() == FieldKind.REFERENCE;
        return new Ordering.Term(cells, ranks, descending, last ? Integer.MAX_VALUE : Integer.MIN_VALUE);
    }

    /** By ordinal, the place of a value among all, or among those of an order of their own; 0 for none and for others. */
    int[] places(List<String> order) {
        if (order.isEmpty()) {
            return values.ranks();
        }
        var places = new int[values.size() + 1];
        for (int i = order.size(); i > 0; i--) {
            int ordinal = values.find(order.get(i - 1));
            if (ordinal > 0) {
                places[ordinal] = i;
            }
        }
        return places;
    }

    /** In the order of their life; 0 for one that only a newer program knows. */
    private int[] codeRanks() {
        return IntStream.rangeClosed(0, values.size())
                .map(ordinal -> ordinal == 0 ? 0 : field.codes().indexOf(texts().text(ordinal)) + 1)
                .toArray();
    }

    private synchronized int[] labelRanks(Elsewhere elsewhere) {
        EntityType<?> target = Schema.type(Objects.requireNonNull(field.references()));
        long version = elsewhere.version(target);
        if (labelsVersion != version || labelRanks.length != values.size() + 1) {
            labelRanks = labelRanks(target, elsewhere);
            labelsVersion = version;
        }
        return labelRanks;
    }

    private int[] labelRanks(EntityType<?> target, Elsewhere elsewhere) {
        var called = new @Nullable String[values.size() + 1];
        elsewhere.labels(target, (id, label) -> {
            int ordinal = values.find(id);
            if (ordinal > 0 && !label.isEmpty()) {
                called[ordinal] = label;
            }
        });
        var order = IntStream.range(0, called.length)
                .filter(ordinal -> called[ordinal] != null)
                .boxed()
                .sorted((a, b) -> label(called, a).compareTo(label(called, b)))
                .mapToInt(Integer::intValue)
                .toArray();
        var ranks = new int[called.length];
        for (int i = 0; i < order.length; i++) {
            boolean isSame = i > 0 && label(called, order[i]).equals(label(called, order[i - 1]));
            ranks[order[i]] = isSame ? ranks[order[i - 1]] : i + 1;
        }
        return ranks;
    }

    private static String label(@Nullable String[] called, int ordinal) {
        return Objects.requireNonNull(called[ordinal]);
    }
}
