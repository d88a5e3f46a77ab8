package cadran.desktop.dashboard;

import cadran.desktop.dashboard.Slice.Part;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** The drawn part of a chart's line, as wide as there is room. */
final class BarParts extends Pane {
    private static final double HEIGHT = 10;
    /** One number in a million is still seen. */
    private static final double LEAST = 2;

    private List<Part> shown = List.of();
    private double longest = 1;

    BarParts() {
        getStyleClass().add("dash-bar-parts");
        setMinWidth(40);
        setPrefSize(120, HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void show(List<Part> parts, double longestOfChart) {
        shown = parts.stream().filter(part -> part.weight() > 0).toList();
        longest = Math.max(longestOfChart, Double.MIN_NORMAL);
        while (getChildren().size() > shown.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < shown.size()) {
            getChildren().add(new Rectangle(LEAST, HEIGHT));
        }
        for (int i = 0; i < shown.size(); i++) {
            getChildren()
                    .get(i)
                    .getStyleClass()
                    .setAll("dash-part", shown.get(i).role());
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double room = Math.max(0, getWidth() - shown.size() * LEAST);
        double x = 0;
        for (int i = 0; i < shown.size(); i++) {
            var part = (Rectangle) getChildren().get(i);
            double width = LEAST + room * shown.get(i).weight() / longest;
            part.setWidth(width);
            part.relocate(x, 0);
            x += width;
        }
    }
}
