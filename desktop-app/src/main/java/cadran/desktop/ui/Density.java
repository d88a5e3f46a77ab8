package cadran.desktop.ui;

/** Height of rows: 32 or 40 pixels at 100 %. */
public enum Density {
    COMPACT(32),
    COMFORTABLE(40);

    private final int rowHeight;

    Density(int rowHeight) {
        this.rowHeight = rowHeight;
    }

    int rowHeight() {
        return rowHeight;
    }
}
