package cadran.desktop.sync;

import cadran.desktop.edit.OpenStore;
import cadran.model.ids.UuidV7;
import cadran.model.sync.Intent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

/** Somebody else on the same server, for screens that show what came of an edit. */
public final class Colleague {
    private final FakeServer server = new FakeServer();
    private final OpenStore author;

    /** @param author whose edits so far the server has */
    public Colleague(OpenStore author) {
        this.author = author;
        sync();
    }

    public void does(Intent... intents) {
        for (var intent : intents) {
            server.does(intent);
        }
    }

    /** The author's computer and the server become one. */
    public void sync() {
        try {
            new SyncRound(
                            author.store,
                            server,
                            new UuidV7(OpenStore.CLOCK, new Random(1)),
                            OpenStore.CLOCK,
                            loaded -> {})
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
