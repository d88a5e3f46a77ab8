package cadran.model.problem;

/** Carries a {@link Problem} through code that can't return it. No stack trace: it is not a bug and nobody reads one. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + problem.args(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
