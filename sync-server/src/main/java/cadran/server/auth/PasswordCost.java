package cadran.server.auth;

/**
 * How much work one guess costs. The default is OWASP's second choice for Argon2id (19 MiB, two passes).
 *
 * @param atOnce computations that run at the same time; with {@code memoryKib} it bounds the memory they take
 */
public record PasswordCost(int memoryKib, int passes, int lanes, int atOnce) {
    public static final PasswordCost DEFAULT = new PasswordCost(19_456, 2, 1, 2);
}
