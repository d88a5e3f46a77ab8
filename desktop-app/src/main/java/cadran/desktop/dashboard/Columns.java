package cadran.desktop.dashboard;

import javafx.beans.value.ObservableNumberValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Blocks in as many columns of one width as there is room for, each block under the shortest column so far. */
final class Columns extends Pane {
    private static final double NARROWEST = 330;
    private static final int MOST = 3;
    private static final double GAP = 14;

    private final ObservableNumberValue zoom;

    /** @param zoom in percent: larger letters need wider columns */
    Columns(ObservableNumberValue zoom, Node... blocks) {
        super(blocks);
        this.zoom = zoom;
        zoom.subscribe(this::requestLayout);
        getStyleClass().add("dash-columns");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return narrowest();
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? narrowest() : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    private double narrowest() {
        return NARROWEST * zoom.doubleValue() / 100;
    }

    /** Returns the height of all. */
    private double place(double width, boolean forGood) {
        int count = (int) Math.clamp((width + GAP) / (narrowest() + GAP), 1, MOST);
        double each = Math.floor((width - (count - 1) * GAP) / count);
        var ends = new double[count];
        for (var block : getManagedChildren()) {
            int at = 0;
            for (int i = 1; i < count; i++) {
                // A little shorter is no reason to jump to another column when a figure changes.
                if (ends[i] < ends[at] - GAP) {
                    at = i;
                }
            }
            double height = snapSizeY(block.prefHeight(each));
            if (forGood) {
                block.resizeRelocate(snapPositionX(at * (each + GAP)), ends[at], each, height);
            }
            ends[at] += height + GAP;
        }
        double end = 0;
        for (double column : ends) {
            end = Math.max(end, column);
        }
        return Math.max(0, end - GAP);
    }
}
