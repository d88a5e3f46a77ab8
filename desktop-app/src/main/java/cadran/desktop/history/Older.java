package cadran.desktop.history;

import cadran.desktop.client.HistoryApi;
import cadran.desktop.client.ServerClient;
import cadran.desktop.client.SignedOut;
import cadran.desktop.store.HistoryFilter;
import cadran.model.audit.HistoryLine;
import cadran.model.audit.HistoryPage;
import cadran.model.problem.Problem;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** What only the server has of the history. It waits for the network, and its problem says so where there is none. */
final class Older {
    /** As many as the server gives at once. */
    private static final int PAGE = 200;

    private final HistoryApi api;

    Older(HistoryApi api) {
        this.api = api;
    }

    /** @param last known of the row, null where nothing is */
    HistoryPage of(UUID row, @Nullable HistoryLine last) {
        return answer(api.history(row, null, null, null, null, place(last), PAGE));
    }

    /** The filter's words are not asked for: the server knows the rows by other names than this language has. */
    HistoryPage of(HistoryFilter filter, @Nullable HistoryLine last) {
        return answer(api.history(null, filter.entity(), filter.user(), filter.from(), filter.to(), place(last), PAGE));
    }

    private static @Nullable String place(@Nullable HistoryLine last) {
        return last == null ? null : last.at().toEpochMilli() + "-" + last.seq();
    }

    private static HistoryPage answer(Call<HistoryPage> call) {
        try {
            return ServerClient.answer(call);
        } catch (SignedOut ended) {
            throw Problem.of("auth.session_ended").asException();
        } catch (IOException offline) {
            throw Problem.of("history.offline").asException();
        }
    }
}
