package cadran.desktop.index;

import cadran.desktop.query.Filter;
import cadran.desktop.query.SearchText;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Texts as they were typed; those with accents a second time as {@link SearchText} folds them, for searching. */
final class TextDictionary extends Dictionary {
    private static final byte[] SAME = new byte[TextHeap.BYTES];
    private static final byte[] LOWER = new byte[TextHeap.BYTES];

    static {
        for (int i = 0; i < SAME.length; i++) {
            SAME[i] = (byte) i;
            LOWER[i] = (byte) (i >= 'A' && i <= 'Z' ? i + ('a' - 'A') : i);
        }
    }

    private final TextHeap texts = new TextHeap();
    private final TextHeap folded = new TextHeap();
    /** By its number among the folded ones, the ordinal of a text. */
    private int[] accented = new int[16];

    String text(int ordinal) {
        return texts.text(ordinal);
    }

    /** Those that have one of the fragments somewhere, which are folded. */
    BitSet containing(List<String> fragments) {
        if (fragments.contains("")) {
            return passing(any -> true);
        }
        var bytes = fragments.stream().map(TextHeap::bytes).toList();
        var found = texts.containing(bytes, LOWER);
        var foundFolded = folded.containing(bytes, SAME);
        for (int number = 1; number <= folded.size(); number++) {
            found.set(accented[number], foundFolded.get(number));
        }
        return found;
    }

    /** Of texts that hold several, parted by commas: those that have this one. */
    BitSet having(String member) {
        var having = passing(any -> true);
        if (!member.isEmpty()) {
            having.and(texts.containing(List.of(TextHeap.bytes(member)), SAME));
        }
        for (int ordinal = having.nextSetBit(0); ordinal >= 0; ordinal = having.nextSetBit(ordinal + 1)) {
            having.set(ordinal, ("," + text(ordinal) + ",").contains("," + member + ","));
        }
        return having;
    }

    /** Those that lie in one of thousands of spans. */
    BitSet within(Filter.Spans spans) {
        return passing(ordinal -> spans.has(text(ordinal)));
    }

    @Override
    Object kept(Object value) {
        return TextHeap.bytes((String) value);
    }

    @Override
    int hash(Object kept) {
        return TextHeap.hash((byte[]) kept);
    }

    @Override
    int hash(int ordinal) {
        return texts.hash(ordinal);
    }

    @Override
    boolean is(int ordinal, Object kept) {
        return texts.is(ordinal, (byte[]) kept);
    }

    @Override
    void append(Object kept) {
        texts.add((byte[]) kept);
        if (hasAccents((byte[]) kept)) {
            folded.add(TextHeap.bytes(SearchText.fold(texts.text(texts.size()))));
            if (folded.size() == accented.length) {
                accented = Arrays.copyOf(accented, accented.length * 2);
            }
            accented[folded.size()] = texts.size();
        }
    }

    private static boolean hasAccents(byte[] text) {
        for (byte each : text) {
            if (each < 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    Object value(int ordinal) {
        return text(ordinal);
    }

    @Override
    int compare(int ordinal, int other) {
        return texts.compare(ordinal, other);
    }

    @Override
    int compareTo(int ordinal, Object value) {
        return texts.compareTo(ordinal, TextHeap.bytes((String) value));
    }
}
