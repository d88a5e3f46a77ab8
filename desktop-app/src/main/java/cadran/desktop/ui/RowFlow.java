package cadran.desktop.ui;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.VirtualFlow;

/**
 * The rows in sight, of a list of any length. JavaFX's flow adds up the heights of all rows before the first in sight, some
 * twenty times for each frame, though here they are all alike. So it is given a stretch of the list that moves along,
 * and the bar, which must show the whole list, is one of our own over its own.
 *
 * <p>A "place" is a row's in the stretch, its index is that in the list, as everywhere else.
 */
final class RowFlow<R> extends VirtualFlow<TableRow<R>> {
    /** Short enough to be added up for nothing, long enough to be moved seldom. */
    static final int STRETCH = 40_000;

    /** Scrolling by wheel or key stays within. */
    private static final int MARGIN = STRETCH / 4;

    private final ScrollBar bar = new ScrollBar();
    private int rows;
    /** The index of its first row. */
    private int start;

    private boolean following;

    RowFlow() {
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMax(1);
        bar.setVisible(false);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(value -> {
            if (bar.isVisible() && !following) {
                scrollTo(value.doubleValue());
            }
        });
        getChildren().add(bar);
    }

    /** How many of so many rows the flow is to know. */
    int stretchOf(int count) {
        rows = count;
        move(start);
        return Math.min(rows, STRETCH);
    }

    @Override
    protected int getCellIndex(TableRow<R> row) {
        return super.getCellIndex(row) - start;
    }

    @Override
    protected void setCellIndex(TableRow<R> row, int place) {
        super.setCellIndex(row, place + start);
    }

    @Override
    protected TableRow<R> getPrivateCell(int index) {
        return super.getPrivateCell(index - start);
    }

    @Override
    public void scrollTo(int index) {
        moveTo(index);
        super.scrollTo(index - start);
    }

    @Override
    public void scrollToTop(int index) {
        moveTo(index);
        super.scrollToTop(index - start);
    }

    @Override
    public double scrollPixels(double delta) {
        var first = getFirstVisibleCell();
        if (first != null) {
            moveTo(first.getIndex());
        }
        double scrolled = super.scrollPixels(delta);
        follow();
        return scrolled;
    }

    /** Where in the whole list, from 0 for its first row at the top to 1 for its last at the bottom. */
    private void scrollTo(double position) {
        if (position >= 1) {
            moveTo(rows - 1);
            setPosition(1);
        } else {
            scrollToTop((int) (position * (rows - getViewportLength() / getFixedCellSize())));
        }
    }

    private void moveTo(int index) {
        if (isNearEnd(index)) {
            move(index - STRETCH / 2);
        }
    }

    /** Of the stretch, or beyond it, where the list goes on. */
    private boolean isNearEnd(int index) {
        return (start > 0 && index < start + MARGIN) || (start + STRETCH < rows && index >= start + STRETCH - MARGIN);
    }

    /** What is in sight stays there, if it is in the stretch still. */
    private void move(int index) {
        int before = start;
        start = Math.clamp(index, 0, Math.max(0, rows - STRETCH));
        if (start == before) {
            return;
        }
        var first = getFirstVisibleCell();
        if (first != null) {
            double length = STRETCH * getFixedCellSize() - getViewportLength();
            setPosition(Math.clamp((above(first) - start * getFixedCellSize()) / length, 0, 1));
        }
        // The same place may be another row now.
        rebuildCells();
    }

    /** How much of the whole list is scrolled away. */
    private double above(TableRow<R> first) {
        return first.getIndex() * getFixedCellSize() - first.getLayoutY();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        bar.setVisible(rows > STRETCH && getVbar().isVisible());
        getVbar().setOpacity(bar.isVisible() ? 0 : 1);
        bar.resizeRelocate(
                getVbar().getLayoutX(),
                getVbar().getLayoutY(),
                getVbar().getWidth(),
                getVbar().getHeight());
        follow();
    }

    private void follow() {
        var first = getFirstVisibleCell();
        if (!bar.isVisible() || first == null) {
            return;
        }
        double length = rows * getFixedCellSize();
        following = true;
        bar.setVisibleAmount(getViewportLength() / length);
        bar.setBlockIncrement(bar.getVisibleAmount());
        bar.setUnitIncrement(getFixedCellSize() / length);
        bar.setValue(Math.clamp(above(first) / (length - getViewportLength()), 0, 1));
        following = false;
    }
}
