package cadran.desktop.bench;

import java.time.Duration;

/** How long the processors worked for each side since this was made: unlike the time, hardly longer on a busy machine. */
final class Cpu {
    private final Central central;
    private final double clientBefore = own();
    private final double serverBefore;

    Cpu(Central central) {
        this.central = central;
        serverBefore = central.cpu();
    }

    double client() {
        return own() - clientBefore;
    }

    double server() {
        return central.cpu() - serverBefore;
    }

    private static double own() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }
}
