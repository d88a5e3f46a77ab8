package cadran.desktop.ui;

import cadran.desktop.i18n.Texts;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/** Keys as they are written on the keyboards of the language: "Ctrl+Maj+L", on a Mac "⇧⌘L". */
public final class KeyNames {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    private KeyNames() {}

    public static String of(Texts texts, KeyCodeCombination keys) {
        var name = new StringBuilder();
        if (keys.getControl() == ModifierValue.DOWN || (!MAC && keys.getShortcut() == ModifierValue.DOWN)) {
            name.append(MAC ? "⌃" : "Ctrl+");
        }
        if (keys.getAlt() == ModifierValue.DOWN) {
            name.append(MAC ? "⌥" : "Alt+");
        }
        if (keys.getShift() == ModifierValue.DOWN) {
            name.append(MAC ? "⇧" : texts.get("key.shift") + "+");
        }
        if (MAC && keys.getShortcut() == ModifierValue.DOWN) {
            name.append("⌘");
        }
        return name.append(nameOf(texts, keys.getCode())).toString();
    }

    private static String nameOf(Texts texts, KeyCode code) {
        return switch (code) {
            case ENTER -> texts.get("key.enter");
            case DELETE -> texts.get("key.delete");
            case ESCAPE -> texts.get("key.escape");
            case TAB -> "Tab";
            case SPACE -> texts.get("key.space");
            case UP -> "↑";
            case DOWN -> "↓";
            case LEFT -> "←";
            case RIGHT -> "→";
            case PLUS, ADD -> "+";
            case MINUS, SUBTRACT -> "−";
            case COMMA -> ",";
            default -> code.getName();
        };
    }
}
