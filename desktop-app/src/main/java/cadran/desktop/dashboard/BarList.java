package cadran.desktop.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A chart of lines. What was there before stays there with its focus, and only changes its figures. */
final class BarList extends VBox {
    private final Consumer<Slice> opener;
    private final Map<String, Bar> bars = new HashMap<>();

    BarList(Consumer<Slice> opener) {
        this.opener = opener;
        getStyleClass().add("dash-bars");
    }

    void show(List<Slice> slices) {
        double longest = slices.stream().mapToDouble(Slice::weight).max().orElse(0);
        var now = new ArrayList<Node>();
        for (var slice : slices) {
            var known = bars.get(slice.id());
            if (known == null) {
                known = new Bar(slice, longest, opener);
                bars.put(slice.id(), known);
            } else {
                known.show(slice, longest);
            }
            now.add(known);
        }
        if (!getChildren().equals(now)) {
            getChildren().setAll(now);
            bars.values().retainAll(now);
        }
    }
}
