package cadran.server.rest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The OpenAPI document and the page that lays it out for reading. */
public final class DocumentHandlers {
    /** The page may run its own script and read the document; nothing comes from elsewhere, and it sends nothing. */
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                    + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The same for every server of a program. */
    private static final byte[] DOCUMENT = OpenApiDocument.bytes();

    private final byte[] page = resource("docs.html");
    private final byte[] style = resource("docs.css");
    private final byte[] script = resource("docs.js");

    public void document(Context request) {
        request.result(DOCUMENT);
    }

    public void page(Context request) {
        request.header("Content-Security-Policy", PAGE_POLICY);
        request.result(page);
    }

    public void style(Context request) {
        request.result(style);
    }

    public void script(Context request) {
        request.result(script);
    }

    static byte[] resource(String name) {
        try (var in = Objects.requireNonNull(DocumentHandlers.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
