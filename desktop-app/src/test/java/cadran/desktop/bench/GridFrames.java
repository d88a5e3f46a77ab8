package cadran.desktop.bench;

import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Scrolls a grid frame by frame, as a wheel does, and now and then far away, as the bar does. */
final class GridFrames extends AnimationTimer {
    private static final int WARM_UP = 120;
    private static final int FRAMES = 600;
    private static final int WHEEL = 90;
    private static final int FAR = 40;

    private final TableView<?> table;
    private final Random random = new Random(7);
    private final CompletableFuture<GridFrames> done = new CompletableFuture<>();
    private int frame;
    private long lastAt;
    private long lastCpu;
    private long worst;
    private long worstCpu;

    private GridFrames(TableView<?> table) {
        this.table = table;
    }

    /** On the UI thread. */
    static CompletableFuture<GridFrames> scroll(TableView<?> table) {
        var frames = new GridFrames(table);
        frames.start();
        return frames.done;
    }

    @Override
    public void handle(long now) {
        long at = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (frame > WARM_UP) {
            worst = Math.max(worst, at - lastAt);
            worstCpu = Math.max(worstCpu, cpu - lastCpu);
        }
        lastAt = at;
        lastCpu = cpu;
        if (++frame > WARM_UP + FRAMES) {
            stop();
            done.complete(this);
        } else if (frame % FAR == 0) {
            table.scrollTo(random.nextInt(Math.max(1, table.getItems().size())));
        } else {
            ((VirtualFlow<?>) table.lookup(".virtual-flow")).scrollPixels(WHEEL);
        }
    }

    /** From one to the next, in nanoseconds. */
    long worst() {
        return worst;
    }

    /** What the UI thread worked for one. */
    long worstCpu() {
        return worstCpu;
    }
}
