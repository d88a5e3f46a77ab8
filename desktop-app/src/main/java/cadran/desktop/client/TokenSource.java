package cadran.desktop.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Who calls. */
public interface TokenSource {
    /** Nobody: for signing in. */
    TokenSource NONE = new TokenSource() {
        @Override
        public @Nullable String access() {
            return null;
        }

        @Override
        public @Nullable String renewed(@Nullable String refused) {
            return null;
        }
    };

    @Nullable
    String access() throws IOException;

    /** Another token after the server refused this one; null when the user must sign in again. */
    @Nullable
    String renewed(@Nullable String refused) throws IOException;
}
