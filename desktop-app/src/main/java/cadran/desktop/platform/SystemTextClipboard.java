package cadran.desktop.platform;

import java.util.Objects;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The system's own. Used on the UI thread only. */
public final class SystemTextClipboard implements TextClipboard {
    @Override
    public String text() {
        return Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "");
    }

    @Override
    public void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
