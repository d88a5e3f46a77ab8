package cadran.desktop;

import java.util.Locale;
import java.util.Map;

/** Whether windows can be shown. Asked before JavaFX, which answers the question with a stack trace. */
final class Display {
    static final String MISSING = """
            Cadran ne trouve pas d’écran : ni DISPLAY ni WAYLAND_DISPLAY n’est défini.
              - Sur un poste de travail : ouvrez une session graphique, puis relancez ./cadran
              - Sur un serveur          : ./cadran server   (le serveur seul, sans fenêtre)
              - Pour voir les écrans    : ./cadran shots DOSSIER   (une image PNG par écran)

            Cadran finds no display: neither DISPLAY nor WAYLAND_DISPLAY is set.
              - On a desktop machine    : open a graphical session, then run ./cadran again
              - On a server             : ./cadran server   (the server alone, no window)
              - To see the screens      : ./cadran shots DIR   (one PNG per screen)
            """;

    private Display() {}

    static boolean isThere(Map<String, String> environment, String glassPlatform, String system) {
        if (glassPlatform.equalsIgnoreCase("Headless")) {
            return true;
        }
        var name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("windows")
                || name.startsWith("mac")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}
