package cadran.desktop.shell;

import atlantafx.base.theme.Styles;
import cadran.desktop.i18n.Texts;
import cadran.desktop.platform.Job;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The newest job that takes long enough to be worth a word, and how many others there are. */
final class JobsView extends HBox {
    /** Shorter work isn't shown: a bar that flashes at every keystroke tells nothing. */
    private static final Duration WORTH_SHOWING = Duration.millis(400);

    private final Texts texts;
    private final ObservableList<Job> jobs;
    private final PauseTransition wait = new PauseTransition(WORTH_SHOWING);
    private @Nullable Job shown;

    JobsView(Texts texts, ObservableList<Job> jobs) {
        this.texts = texts;
        this.jobs = jobs;
        getStyleClass().add("jobs");
        setAlignment(Pos.CENTER_RIGHT);
        wait.setOnFinished(event -> showNewest());
        jobs.addListener((ListChangeListener<Job>) change -> refresh());
    }

    private void refresh() {
        if (shown != null && !jobs.contains(shown)) {
            shown = null;
            getChildren().clear();
        }
        if (jobs.isEmpty()) {
            wait.stop();
        } else if (shown == null) {
            wait.playFromStart();
        }
    }

    private void showNewest() {
        if (jobs.isEmpty()) {
            return;
        }
        var job = jobs.getLast();
        shown = job;
        var label = new Label();
        label.textProperty()
                .bind(texts.compute(
                        () -> {
                            var name = texts.get(job.label());
                            double done = job.progressProperty().get();
                            var share = done < 0
                                    ? name
                                    : name + " " + texts.formats().percent(done);
                            int others = jobs.size() - 1;
                            return others < 1 ? share : share + " " + texts.count("status.jobs.more", others);
                        },
                        job.progressProperty(),
                        Bindings.size(jobs)));
        var bar = new ProgressBar();
        bar.progressProperty().bind(job.progressProperty());
        bar.getStyleClass().add("job-bar");
        var cancel = new Button(null, new FontIcon(Feather.X));
        cancel.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "status-button");
        cancel.accessibleTextProperty().bind(texts.bind("status.jobs.cancel"));
        cancel.setOnAction(event -> job.cancel());
        getChildren().setAll(label, bar, cancel);
    }
}
