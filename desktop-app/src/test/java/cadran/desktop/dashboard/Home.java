package cadran.desktop.dashboard;

import cadran.desktop.edit.Workspace;

/** All that the home screen counts, for whoever times it. */
public final class Home {
    private static final int UNUSED_DAYS = 90;

    private Home() {}

    public static void count(Workspace workspace) {
        new OverviewReader(workspace).read(UNUSED_DAYS);
    }
}
