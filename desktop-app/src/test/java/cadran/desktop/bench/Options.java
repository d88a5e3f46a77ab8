package cadran.desktop.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param rows numbers that the organisation has
 * @param clients who listen besides, in {@code latency}; devices that push at once, in {@code push}
 * @param data where a filled server stays for the next run; otherwise it is filled anew and thrown away
 */
public record Options(
        String what,
        int rows,
        boolean postgres,
        int clients,
        @Nullable Path data) {
    public static Options read(String[] arguments) {
        if (arguments.length == 0 || arguments.length % 2 == 0) {
            throw new IllegalArgumentException("a benchmark, then --name value");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            if (!arguments[i].matches("--(rows|db|clients|data)")) {
                throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
            named.put(arguments[i].substring(2), arguments[i + 1]);
        }
        var database = named.getOrDefault("db", "h2").toLowerCase(Locale.ROOT);
        if (!database.matches("h2|postgres")) {
            throw new IllegalArgumentException("--db is h2 or postgres");
        }
        var data = named.get("data");
        return new Options(
                arguments[0],
                Integer.parseInt(named.getOrDefault("rows", "10000")),
                database.equals("postgres"),
                Integer.parseInt(named.getOrDefault("clients", "0")),
                data == null ? null : Path.of(data));
    }

    String database() {
        return postgres ? "postgres" : "h2";
    }
}
