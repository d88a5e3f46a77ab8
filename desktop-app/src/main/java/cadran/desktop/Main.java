package cadran.desktop;

import cadran.desktop.platform.UnexpectedErrors;
import javafx.application.Application;

/** Where the program starts. Not the {@code Application} itself: as the main class on a class path that would not start. */
public final class Main {
    static final UnexpectedErrors ERRORS = new UnexpectedErrors();

    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("Cadran " + Version.ours());
            return;
        }
        if (!Display.isThere(
                System.getenv(), System.getProperty("glass.platform", ""), System.getProperty("os.name", ""))) {
            System.err.println(Display.MISSING);
            System.exit(2);
        }
        Thread.setDefaultUncaughtExceptionHandler(ERRORS);
        Application.launch(App.class, args);
    }
}
