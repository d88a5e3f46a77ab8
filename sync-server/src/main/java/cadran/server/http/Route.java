package cadran.server.http;

import cadran.model.organisations.Permission;
import io.javalin.http.HandlerType;

/**
 * One URL as data: a test walks over all of them.
 *
 * @param consumes the media type of its body, if it has one
 * @param produces the media type of a good answer; problems are always application/problem+json
 */
public record Route(HandlerType method, String path, Access access, Handler handler, String consumes, String produces) {
    private static final String JSON = "application/json";

    public static Route route(HandlerType method, String path, Permission permission, Handler handler) {
        return new Route(method, path, Access.needs(permission), handler, JSON, JSON);
    }

    public static Route signedIn(HandlerType method, String path, Handler handler) {
        return new Route(method, path, Access.SIGNED_IN, handler, JSON, JSON);
    }

    public static Route open(HandlerType method, String path, Handler.Public handler) {
        return new Route(method, path, Access.PUBLIC, (request, nobody) -> handler.handle(request), JSON, JSON);
    }

    public Route consuming(String mediaType) {
        return new Route(method, path, access, handler, mediaType, produces);
    }

    public Route producing(String mediaType) {
        return new Route(method, path, access, handler, consumes, mediaType);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
