package cadran.desktop.client;

import cadran.model.audit.HistoryPage;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Query;

/** What happened to rows, as far back as the server knows. */
public interface HistoryApi {
    /** @param after place of the last entry that is known, which is its time and its number */
    @GET("api/v1/history")
    Call<HistoryPage> history(
            @Query("row") @Nullable UUID row,
            @Query("entity") @Nullable String entity,
            @Query("user") @Nullable UUID user,
            @Query("from") @Nullable LocalDate from,
            @Query("to") @Nullable LocalDate to,
            @Query("after") @Nullable String after,
            @Query("limit") int limit);
}
