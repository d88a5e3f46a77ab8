package cadran.desktop.client;

import java.util.UUID;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;
import retrofit2.http.Streaming;
import tools.jackson.databind.JsonNode;

/** Edits to the server, changes from it, and the hint that there are some. */
public interface SyncApi {
    @POST("api/v1/sync/operations")
    Call<JsonNode> push(@Body JsonNode batch);

    /** A page as {@link cadran.model.wire.ChangesReader} reads it. */
    @Streaming
    @GET("api/v1/sync/changes")
    Call<ResponseBody> changes(
            @Query("cursor") long cursor,
            @Query("feed") @Nullable UUID feed,
            @Query("hash") @Nullable String hash,
            @Query("device") UUID device,
            @Query("after") long after,
            @Query("schema") int schema);

    /** The opening of a load, or, with a place, a part of it. */
    @Streaming
    @GET("api/v1/sync/snapshot")
    Call<ResponseBody> snapshot(
            @Query("place") @Nullable String place,
            @Query("feed") @Nullable UUID feed,
            @Query("at") @Nullable Long at,
            @Query("hash") @Nullable String hash,
            @Query("schema") int schema);

    @GET("api/v1/sync/probe")
    Call<JsonNode> probe(@Query("schema") int schema);

    @Streaming
    @GET("api/v1/sync/bucket")
    Call<ResponseBody> bucket(@Query("entity") String entity, @Query("bucket") int bucket, @Query("schema") int schema);

    @Streaming
    @GET("api/v1/sync/history")
    Call<ResponseBody> history(
            @Query("cursor") @Nullable Long cursor, @Query("hash") @Nullable String hash, @Query("schema") int schema);

    /** Server-sent events that never end. */
    @Streaming
    @GET("api/v1/sync/hints")
    Call<ResponseBody> hints();
}
