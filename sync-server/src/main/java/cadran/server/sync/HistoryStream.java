package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.wire.PullHead;
import cadran.server.audit.HistoryLines;
import cadran.server.db.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The newest part of the history of rows for desktops, a page at a time. The cursor is an entry's number in the audit log,
 * which is held to the commit like the feed's, so nothing comes in behind it. Beside it travels the log's own chain: a
 * server that was taken back to a backup has another one there.
 */
final class HistoryStream {
    static final Duration USUAL = Duration.ofDays(90);
    /** Of a company that brought in a million numbers last month, desktops need not have each of them a second time. */
    private static final long MOST = 100_000;
    /** Entries that a page goes over, whether or not they are about rows. */
    private static final int PAGE = 2_000;

    private static final int CHAIN_BYTES = 16;
    private static final String NOTHING = "-";

    private final HistoryLines lines = new HistoryLines();
    private final Feed feed;
    private final InstantSource clock;
    private final Duration offline;

    HistoryStream(Feed feed, InstantSource clock, Duration offline) {
        this.feed = feed;
        this.clock = clock;
        this.offline = offline;
    }

    /**
     * @param cursor the last entry that the caller has or was spared, 0 for a first page
     * @param hash as the page before gave it
     */
    byte[] page(Tx tx, Author author, long cursor, @Nullable String hash) {
        var view = View.of(author);
        var since = clock.instant().minus(offline);
        long end = lines.head(tx);
        if (hash != null) requireSame(tx, view, cursor, Stamp.read(hash));
        long from = hash != null
                ? cursor
                : Math.max(end - MOST, lines.firstSince(tx, since).orElse(end + 1) - 1);
        long to = Math.min(end, from + PAGE);
        var next = new Stamp(chain(tx, to), view.fingerprint(), 0, "");
        return Packed.page(page -> {
            page.head(new PullHead(feed.require(tx).feed(), from, to, next.text(), Schema.NUMBER, to < end));
            page.historySince(since);
            lines.between(tx, from, to, view.entities(), view.audiences()).forEach(page::history);
        });
    }

    private void requireSame(Tx tx, View view, long cursor, Stamp known) {
        if (!known.hash().equals(chain(tx, cursor))) throw Feed.forked();
        if (!known.view().equals(view.fingerprint())) throw Feed.expired(feed.require(tx));
    }

    private String chain(Tx tx, long seq) {
        return lines.chainAt(tx, seq)
                .map(chain -> HexFormat.of().formatHex(Arrays.copyOf(chain, CHAIN_BYTES)))
                .orElse(NOTHING);
    }
}
