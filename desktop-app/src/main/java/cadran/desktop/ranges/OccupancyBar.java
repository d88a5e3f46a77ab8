package cadran.desktop.ranges;

import cadran.desktop.i18n.Texts;
import cadran.desktop.store.Occupancy;
import cadran.desktop.tables.FieldText;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;

/** A range as a bar, in the order of a number's life; whoever draws it puts the figures beside it. */
final class OccupancyBar {
    private static final double HEIGHT = 9;
    /** One number in a hundred thousand is still seen. */
    private static final double LEAST = 2;

    private static final List<DidStatus> ORDER =
            List.of(DidStatus.IN_USE, DidStatus.ASSIGNED, DidStatus.AVAILABLE, DidStatus.ORDERED, DidStatus.TERMINATED);

    private OccupancyBar() {}

    /** @param role style class that gives the part its colour */
    record Part(String role, String word, long count) {}

    /** What there is of the range, and what is missing. */
    static List<Part> parts(Texts texts, Occupancy occupancy) {
        return Stream.concat(
                        ORDER.stream().flatMap(status -> parts(texts, occupancy, status)),
                        Stream.of(new Part("occupancy-missing", texts.get("range.missing"), occupancy.missing())))
                .filter(part -> part.count() > 0)
                .toList();
    }

    private static Stream<Part> parts(Texts texts, Occupancy occupancy, DidStatus status) {
        if (status == DidStatus.AVAILABLE) {
            return Stream.of(
                    new Part("status-available", texts.get("range.free"), occupancy.free()),
                    new Part("occupancy-reserved", texts.get("range.reserved"), occupancy.reserved()),
                    new Part("occupancy-resting", texts.get("range.resting"), occupancy.resting()));
        }
        var word = texts.get(FieldText.codeKey(Did.TYPE, Did.TYPE.field("status"), status.name()));
        var role = "status-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.of(new Part(role, word, occupancy.of(status)));
    }

    static Node of(List<Part> parts, double width) {
        var bar = new HBox();
        bar.getStyleClass().add("occupancy-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        double whole = parts.stream().mapToLong(Part::count).sum();
        double room = width - parts.size() * LEAST;
        for (var part : parts) {
            var piece = new Rectangle(LEAST + room * part.count() / whole, HEIGHT);
            piece.getStyleClass().addAll("occupancy-part", part.role());
            bar.getChildren().add(piece);
        }
        return bar;
    }
}
