package cadran.desktop.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Texts as bytes, one behind the other in pages, numbered from 1: as strings they would take four times as much. */
final class TextHeap {
    static final int BYTES = 1 << Byte.SIZE;

    private static final int OFFSET_BITS = 16;
    private static final int PAGE = 1 << OFFSET_BITS;
    /** Sorts behind everything else in UTF-8; in Java's order what lies above it comes before what begins with this. */
    private static final int PRIVATE_USE = 0xEE;

    private static final int SUPPLEMENTARY = 0xF0;

    private final List<byte[]> pages = new ArrayList<>(List.of(new byte[0]));
    /** How far each page is filled. */
    private int[] ends = new int[16];
    /** Page and offset of each text. */
    private int[] starts = new int[16];

    /** Which bytes some text has. */
    private final boolean[] occurring = new boolean[BYTES];

    private int size;

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    int size() {
        return size;
    }

    void add(byte[] text) {
        int page = pages.size() - 1;
        if (ends[page] + text.length > pages.get(page).length) {
            // A text that is longer than a page has one of its own.
            pages.add(new byte[Math.max(PAGE, text.length)]);
            page++;
            ends = room(ends, page);
        }
        System.arraycopy(text, 0, pages.get(page), ends[page], text.length);
        size++;
        starts = room(starts, size);
        starts[size] = (page << OFFSET_BITS) | ends[page];
        ends[page] += text.length;
        for (byte each : text) {
            occurring[each & (BYTES - 1)] = true;
        }
    }

    private static int[] room(int[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, index + (index >> 2));
    }

    String text(int number) {
        int from = from(number);
        return new String(page(number), from, to(number) - from, StandardCharsets.UTF_8);
    }

    boolean is(int number, byte[] text) {
        return Arrays.equals(page(number), from(number), to(number), text, 0, text.length);
    }

    static int hash(byte[] text) {
        return hash(text, 0, text.length);
    }

    int hash(int number) {
        return hash(page(number), from(number), to(number));
    }

    private static int hash(byte[] page, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + page[i];
        }
        return hash;
    }

    int compare(int number, int other) {
        return compare(page(number), from(number), to(number), page(other), from(other), to(other));
    }

    int compareTo(int number, byte[] text) {
        return compare(page(number), from(number), to(number), text, 0, text.length);
    }

    /** As {@link String#compareTo} does, and with it the database. */
    private static int compare(byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo) {
        int same = Arrays.mismatch(one, from, to, other, otherFrom, otherTo);
        if (same < 0 || from + same == to || otherFrom + same == otherTo) {
            return (to - from) - (otherTo - otherFrom);
        }
        int a = one[from + same] & (BYTES - 1);
        int b = other[otherFrom + same] & (BYTES - 1);
        boolean surrogates = Math.min(a, b) >= PRIVATE_USE && (a >= SUPPLEMENTARY) != (b >= SUPPLEMENTARY);
        return surrogates ? b - a : a - b;
    }

    /**
     * The numbers of the texts that have one of these somewhere. All are looked for in one go: a phone number may be
     * written in a dozen ways.
     *
     * @param as what each byte of a text is compared as
     */
    BitSet containing(List<byte[]> fragments, byte[] as) {
        var possible =
                fragments.stream().filter(fragment -> canHold(fragment, as)).toArray(byte[][]::new);
        if (possible.length == 0) {
            return new BitSet();
        }
        var begins = new boolean[BYTES];
        for (int i = 0; i < BYTES; i++) {
            byte compared = as[i];
            begins[i] = Arrays.stream(possible).anyMatch(fragment -> fragment[0] == compared);
        }
        return Segments.bits(size + 1, (from, to) -> {
            long bits = 0;
            for (int number = Math.max(1, from); number < to; number++) {
                if (contains(page(number), from(number), to(number), possible, begins, as)) {
                    bits |= 1L << number;
                }
            }
            return bits;
        });
    }

    /** Where all are phone numbers, no word has to be looked for. */
    private boolean canHold(byte[] fragment, byte[] as) {
        var compared = new boolean[BYTES];
        for (int i = 0; i < BYTES; i++) {
            compared[as[i] & (BYTES - 1)] |= occurring[i];
        }
        for (byte each : fragment) {
            if (!compared[each & (BYTES - 1)]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] page, int from, int to, byte[][] fragments, boolean[] begins, byte[] as) {
        for (int i = from; i < to; i++) {
            if (begins[page[i] & (BYTES - 1)] && beginsAt(page, i, to, fragments, as)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsAt(byte[] page, int at, int to, byte[][] fragments, byte[] as) {
        for (var fragment : fragments) {
            if (at + fragment.length <= to && is(page, at, fragment, as)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(byte[] page, int at, byte[] fragment, byte[] as) {
        for (int i = 0; i < fragment.length; i++) {
            if (as[page[at + i] & (BYTES - 1)] != fragment[i]) {
                return false;
            }
        }
        return true;
    }

    private byte[] page(int number) {
        return pages.get(starts[number] >>> OFFSET_BITS);
    }

    private int from(int number) {
        return starts[number] & (PAGE - 1);
    }

    private int to(int number) {
        int page = starts[number] >>> OFFSET_BITS;
        return number < size && starts[number + 1] >>> OFFSET_BITS == page ? from(number + 1) : ends[page];
    }
}
