package cadran.desktop.sync;

/** How much of everything is here already. */
public record Loaded(long rows, long total) {}
