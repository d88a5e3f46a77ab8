package cadran.desktop.ui;

/** One of the things that can be picked: its identity and how the user knows it. */
public record Choice(String id, String label) {
    @Override
    public String toString() {
        return label;
    }
}
