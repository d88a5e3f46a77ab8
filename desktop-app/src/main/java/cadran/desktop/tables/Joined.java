package cadran.desktop.tables;

import cadran.model.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row's fields, and under them what is asked for beside. */
record Joined(Entry first, Entry second) implements Entry {
    @Override
    public Node node() {
        var node = new VBox(first.node(), second.node());
        node.getStyleClass().add("form");
        return node;
    }

    /** Both, so that every problem is shown at once. */
    @Override
    public boolean check() {
        boolean other = second.check();
        return first.check() && other;
    }

    @Override
    public Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>(first.values());
        values.putAll(second.values());
        return values;
    }

    @Override
    public void show(Problem problem) {
        first.show(problem);
    }

    @Override
    public ObservableBooleanValue possible() {
        return Bindings.and(first.possible(), second.possible());
    }
}
