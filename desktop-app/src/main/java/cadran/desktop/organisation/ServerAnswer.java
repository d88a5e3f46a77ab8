package cadran.desktop.organisation;

import cadran.desktop.client.ServerClient;
import cadran.desktop.client.SignedOut;
import cadran.desktop.client.Unreachable;
import cadran.model.problem.Problem;
import cadran.model.problem.ProblemException;
import java.io.IOException;
import retrofit2.Call;

/** A call's answer, or the problem that came instead of it. Waits, so it is asked in the background. */
final class ServerAnswer {
    /** No answer came: no network, or no server at the other end. */
    static final Problem OFFLINE = Problem.of("server.offline");

    private ServerAnswer() {}

    static <T> T of(Call<T> call) {
        try {
            return ServerClient.answer(call);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    /** For calls whose answer says nothing more than that it is done. */
    static boolean done(Call<Void> call) {
        try {
            ServerClient.done(call);
            return true;
        } catch (IOException e) {
            throw problem(e);
        }
    }

    private static ProblemException problem(IOException failure) {
        var problem = switch (failure) {
            case SignedOut ended -> Problem.of("auth.session_ended");
            case Unreachable strange -> Problem.of("server.strange_answer");
            default -> OFFLINE;
        };
        return problem.asException();
    }
}
