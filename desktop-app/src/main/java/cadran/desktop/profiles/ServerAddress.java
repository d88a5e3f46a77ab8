package cadran.desktop.profiles;

import cadran.model.problem.Problem;
import java.util.Locale;
import okhttp3.HttpUrl;

/** A server's address as people type it. Tokens never travel in the clear, except inside one computer. */
public final class ServerAddress {
    private ServerAddress() {}

    static HttpUrl parse(String typed) {
        String text = typed.strip();
        if (!text.contains("://")) {
            text = (isLoopback(text.replaceAll("[:/].*", "")) ? "http://" : "https://") + text;
        }
        var url = HttpUrl.parse(text);
        if (url == null) {
            throw Problem.of("server.address").at("server").asException();
        }
        if (!url.isHttps() && !isLoopback(url.host())) {
            throw Problem.of("server.not_secure").at("server").asException();
        }
        return url.newBuilder().encodedPath("/").query(null).fragment(null).build();
    }

    /** As people say it: what goes without saying is left out. */
    public static String shown(String address) {
        return address.replaceFirst("^https://", "").replaceFirst("/$", "");
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("::1");
    }
}
