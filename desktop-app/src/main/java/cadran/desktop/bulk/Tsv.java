package cadran.desktop.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as spreadsheets put it into the clipboard and take it from there: cells parted by tabs, lines by line ends; a
 * cell that holds either, or begins with a quotation mark, stands between quotation marks, which are doubled in it. What
 * would be a formula there is kept from being one.
 */
public final class Tsv {
    private static final char QUOTE = '"';

    private Tsv() {}

    public static String write(List<List<String>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(Tsv::quoted).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(String text) {
        var cell = Harmless.write(text);
        boolean needed =
                cell.indexOf('\t') >= 0 || cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0 || cell.startsWith("\"");
        return needed ? QUOTE + cell.replace("\"", "\"\"") + QUOTE : cell;
    }

    /** Every line with as many cells as it has; the line end behind the last line is no line of its own. */
    public static List<List<String>> read(String text) {
        return new Reader(text).read();
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<List<String>> read() {
            var lines = new ArrayList<List<String>>();
            while (at < text.length()) {
                lines.add(line());
            }
            return lines;
        }

        private List<String> line() {
            var cells = new ArrayList<String>();
            cells.add(Harmless.read(cell()));
            while (at < text.length() && text.charAt(at) == '\t') {
                at++;
                cells.add(Harmless.read(cell()));
            }
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            return cells;
        }

        private String cell() {
            if (at < text.length() && text.charAt(at) == QUOTE && closing() >= 0) {
                int end = closing();
                var cell = text.substring(at + 1, end).replace("\"\"", "\"");
                at = end + 1;
                return cell;
            }
            int start = at;
            while (at < text.length() && !endsCell(at)) {
                at++;
            }
            return text.substring(start, at);
        }

        /** Where the quoted cell ends; -1 when it isn't one after all, such as 5" or a mark that is never closed. */
        private int closing() {
            int mark = at + 1;
            while (mark < text.length()) {
                mark = text.indexOf(QUOTE, mark);
                if (mark < 0) {
                    return -1;
                }
                if (mark + 1 < text.length() && text.charAt(mark + 1) == QUOTE) {
                    mark += 2;
                } else {
                    return endsCell(mark + 1) ? mark : -1;
                }
            }
            return -1;
        }

        private boolean endsCell(int index) {
            return index >= text.length() || "\t\r\n".indexOf(text.charAt(index)) >= 0;
        }
    }
}
