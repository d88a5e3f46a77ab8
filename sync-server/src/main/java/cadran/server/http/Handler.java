package cadran.server.http;

import io.javalin.http.Context;

/** Answers a request of somebody who is signed in and may call the route. */
@FunctionalInterface
public interface Handler {
    void handle(Context request, Caller caller) throws Exception;

    /** Answers a request of anybody. */
    @FunctionalInterface
    interface Public {
        void handle(Context request) throws Exception;
    }
}
