package cadran.desktop.ui;

/**
 * What stands over rows that have something in common.
 *
 * @param group by which its source knows them
 * @param told about them, such as how many there are
 * @param rows how many there are
 * @param open whether they stand under it, or are folded away
 * @param ticked whether all of them are selected
 */
public record Heading(Object group, String label, String told, int rows, boolean open, boolean ticked) {
    public Heading(Object group, String label, String told, int rows, boolean open) {
        this(group, label, told, rows, open, false);
    }

    Heading tickedIf(boolean isTicked) {
        return isTicked == ticked ? this : new Heading(group, label, told, rows, open, isTicked);
    }
}
