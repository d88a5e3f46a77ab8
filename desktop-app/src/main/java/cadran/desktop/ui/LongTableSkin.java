package cadran.desktop.ui;

import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/** The table's own looks, over a flow that is as fast at the end of a million rows as at the start of ten. */
final class LongTableSkin<R> extends TableViewSkin<R> {
    private boolean counting;

    LongTableSkin(TableView<R> table) {
        super(table);
    }

    @Override
    protected VirtualFlow<TableRow<R>> createVirtualFlow() {
        return new RowFlow<>();
    }

    private RowFlow<R> flow() {
        return (RowFlow<R>) getVirtualFlow();
    }

    /** What counts the rows for the flow is to tell it of its stretch; everybody else means the list. */
    @Override
    protected void updateItemCount() {
        counting = true;
        super.updateItemCount();
        counting = false;
    }

    @Override
    protected int getItemCount() {
        return counting ? flow().stretchOf(super.getItemCount()) : super.getItemCount();
    }
}
