package cadran.server.auth;

import java.util.Base64;
import java.util.regex.Pattern;

/** Argon2id's usual text form ({@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}), so that costs can change with time. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record PasswordHash(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {
    static final int SALT = 16;
    static final int LENGTH = 32;

    private static final Pattern SHAPE = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    static PasswordHash parse(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) throw new IllegalStateException("A stored password hash is not Argon2id");
        return new PasswordHash(
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3)),
                Base64.getDecoder().decode(match.group(4)),
                Base64.getDecoder().decode(match.group(5)));
    }

    PasswordHash with(byte[] computed) {
        return new PasswordHash(memoryKib, passes, lanes, salt, computed);
    }

    String text() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memoryKib, passes, lanes, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    @Override
    public String toString() {
        return "PasswordHash[]";
    }
}
