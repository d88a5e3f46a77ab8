package cadran.desktop.ui;

/**
 * What stands over rows that have something in common.
 *
 * @param group by which its source knows them
 * @param told about them, such as how many there are
 * @param open whether they stand under it, or are folded away
 */
public record Heading(Object group, String label, String told, boolean open) {}
