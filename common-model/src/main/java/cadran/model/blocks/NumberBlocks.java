package cadran.model.blocks;

import cadran.model.numbers.E164;
import cadran.model.numbers.FrenchPlan;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * All blocks, in arrays sorted by their first number: half a megabyte, and a search among twenty thousand takes fifteen
 * steps. A block may lie inside another, and then the narrower one counts; none of them cross.
 */
public final class NumberBlocks {
    private static final int NONE = -1;

    private final long[] firsts;
    private final long[] lasts;
    /** The next wider block that each lies in. */
    private final int[] around;

    private final String[] holders;
    private final String[] territories;
    private final int[] days;

    NumberBlocks(Collection<BlockLine> lines) {
        var sorted = lines.stream().sorted(BlockLine.OUTER_FIRST).toList();
        firsts = sorted.stream().mapToLong(BlockLine::first).toArray();
        lasts = sorted.stream().mapToLong(BlockLine::last).toArray();
        holders = sorted.stream().map(BlockLine::holder).toArray(String[]::new);
        territories = sorted.stream().map(BlockLine::territory).toArray(String[]::new);
        days = sorted.stream()
                .mapToInt(line -> Math.toIntExact(line.allottedOn().toEpochDay()))
                .toArray();
        around = new int[firsts.length];
        for (int at = 0; at < firsts.length; at++) {
            around[at] = narrowest(firsts[at], at - 1);
        }
    }

    /** Of a foreign number none. */
    public Optional<Block> of(E164 number) {
        return FrenchPlan.has(number) ? of(FrenchPlan.dialled(number)) : Optional.empty();
    }

    /** @param dialled digits as they are dialled in France: short numbers have no other form */
    public Optional<Block> of(String dialled) {
        long wanted = BlockLine.key(dialled);
        int at = narrowest(wanted, lastBeginningBy(wanted));
        return at == NONE ? Optional.empty() : Optional.of(block(at));
    }

    /** What is left of each block when the narrower ones in it are taken out, in order. */
    void forEachStretch(Stretch visitor) {
        var open = new ArrayDeque<Integer>();
        long next = 0;
        for (int at = 0; at < firsts.length; at++) {
            next = closeBefore(firsts[at], open, next, visitor);
            if (!open.isEmpty() && next < firsts[at]) {
                visitor.of(next, firsts[at] - 1, holders[open.peek()]);
            }
            open.push(at);
            next = firsts[at];
        }
        closeBefore(Long.MAX_VALUE, open, next, visitor);
    }

    /** @param next the first number that no stretch has had yet */
    private long closeBefore(long number, Deque<Integer> open, long next, Stretch visitor) {
        long from = next;
        while (!open.isEmpty() && lasts[open.peek()] < number) {
            int over = open.pop();
            if (from <= lasts[over]) {
                visitor.of(from, lasts[over], holders[over]);
                from = lasts[over] + 1;
            }
        }
        return from;
    }

    /** Numbers one after another of one holder, as {@link BlockLine#key} writes them. */
    interface Stretch {
        void of(long first, long last, String holder);
    }

    public int size() {
        return firsts.length;
    }

    /** Whether any block begins so, as it is dialled. */
    boolean hasUnder(String beginning) {
        return LongStream.of(firsts).mapToObj(BlockLine::digits).anyMatch(first -> first.startsWith(beginning));
    }

    /** The codes of all operators that hold a block. */
    public SortedSet<String> holders() {
        return new TreeSet<>(Arrays.asList(holders));
    }

    public Optional<LocalDate> newest() {
        var newest = IntStream.of(days).max();
        return newest.isPresent() ? Optional.of(LocalDate.ofEpochDay(newest.getAsInt())) : Optional.empty();
    }

    private int lastBeginningBy(long number) {
        int found = Arrays.binarySearch(firsts, number);
        int at = found >= 0 ? found : -found - 2;
        while (at >= 0 && at + 1 < firsts.length && firsts[at + 1] == firsts[at]) {
            at++;
        }
        return at;
    }

    /** As blocks don't cross, whatever holds the number is this block or lies around it. */
    private int narrowest(long number, int block) {
        int at = block;
        while (at != NONE && lasts[at] < number) {
            at = around[at];
        }
        return at;
    }

    private Block block(int at) {
        return new Block(
                BlockLine.digits(firsts[at]),
                BlockLine.digits(lasts[at]),
                holders[at],
                territories[at],
                LocalDate.ofEpochDay(days[at]));
    }
}
