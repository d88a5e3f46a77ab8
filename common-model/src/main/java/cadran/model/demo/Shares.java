package cadran.model.demo;

/**
 * Gives owners one after the other a cycle of different counts (2, 1, 4, 1, 2, 1, …), with arithmetic instead of a
 * table: any item's owner and any owner's items are known without counting up to them.
 */
final class Shares {
    private final int[] starts;

    Shares(int... counts) {
        starts = new int[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            starts[i + 1] = starts[i] + counts[i];
        }
    }

    int first(int owner) {
        return owner / cycle() * itemsPerCycle() + starts[owner % cycle()];
    }

    int count(int owner) {
        return first(owner + 1) - first(owner);
    }

    int ownerOf(int item) {
        int within = item % itemsPerCycle();
        int owner = 0;
        while (starts[owner + 1] <= within) {
            owner++;
        }
        return item / itemsPerCycle() * cycle() + owner;
    }

    private int cycle() {
        return starts.length - 1;
    }

    private int itemsPerCycle() {
        return starts[starts.length - 1];
    }
}
