package cadran.desktop.bench;

import cadran.desktop.ChosenFile;
import cadran.desktop.UiTest;
import cadran.desktop.edit.Workspace;
import cadran.desktop.i18n.Language;
import cadran.desktop.i18n.Texts;
import cadran.desktop.numbers.NumbersFeature;
import cadran.desktop.own.OwnFields;
import cadran.desktop.platform.Background;
import cadran.desktop.platform.SettingsFile;
import cadran.desktop.shell.AppWindow;
import cadran.desktop.store.GridRow;
import cadran.desktop.tables.Knowledge;
import cadran.desktop.tables.TableView;
import cadran.desktop.ui.Confirm;
import cadran.desktop.ui.DataGrid;
import cadran.desktop.ui.Desk;
import cadran.desktop.ui.Look;
import cadran.desktop.ui.Modals;
import cadran.desktop.ui.Navigator;
import cadran.desktop.ui.Toasts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The screen of numbers in a window without a display. */
final class GridWindow implements AutoCloseable {
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;

    private final Background background =
            new Background(Platform::runLater, problem -> fail(problem.asException()), GridWindow::fail);
    final Texts texts = new Texts(Language.FRENCH);
    private final Desk desk;
    private final Stage stage;

    private GridWindow(Path folder) {
        var look = new Look(new SettingsFile(folder.resolve("settings.properties"), Runnable::run));
        var modals = new Modals();
        desk = new Desk(
                texts,
                background,
                modals,
                new Confirm(texts, modals),
                new Toasts(texts, Duration.seconds(6)),
                look,
                new SettingsFile(folder.resolve("settings.properties"), Runnable::run),
                new UiTest.Copied(),
                new ChosenFile(),
                new Nowhere());
        stage = new Stage();
    }

    static GridWindow open(Path folder) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        return onFx(() -> new GridWindow(folder));
    }

    /** Returns when the first rows are drawn. */
    DataGrid<GridRow> show(Workspace workspace) throws Exception {
        var drawn = new CompletableFuture<Boolean>();
        var grid = onFx(() -> {
            var feature = NumbersFeature.of(
                    desk,
                    workspace,
                    new OwnFields(desk, workspace),
                    List.of(),
                    List.of(),
                    new Knowledge(List.of(), List.of(), asks -> {}));
            var view = (TableView) feature.view();
            HBox.setHgrow(view, Priority.ALWAYS);
            var content = new HBox(view, feature.detail());
            new AppWindow(stage, texts, desk.look(), desk.modals(), desk.toasts(), WIDTH, HEIGHT).show(content);
            stage.show();
            feature.onShow();
            new Watch(view.grid(), drawn).start();
            return view.grid();
        });
        drawn.get();
        return grid;
    }

    /** The pulse after the one that laid the rows out comes when they have been drawn. */
    private static final class Watch extends AnimationTimer {
        private final DataGrid<GridRow> grid;
        private final CompletableFuture<Boolean> drawn;
        private int pulses;

        Watch(DataGrid<GridRow> grid, CompletableFuture<Boolean> drawn) {
            this.grid = grid;
            this.drawn = drawn;
        }

        @Override
        public void handle(long now) {
            var rows = grid.rows();
            if (rows != null && !rows.isEmpty() && ++pulses > 1) {
                stop();
                drawn.complete(true);
            }
        }
    }

    static <T> T onFx(Callable<T> call) throws Exception {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(call.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get();
    }

    private static void fail(Throwable e) {
        throw new IllegalStateException(e);
    }

    @Override
    public void close() {
        background.close();
        Platform.runLater(stage::hide);
    }

    private static final class Nowhere implements Navigator {
        @Override
        public void open(String featureId) {}

        @Override
        public void open(String featureId, String objectId) {}

        @Override
        public void find(String featureId, String line) {}
    }
}
