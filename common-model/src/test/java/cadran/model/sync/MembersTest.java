package cadran.model.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MembersTest {
    @Test
    void whatPeopleTypeIsOneTextForOneSet() {
        assertEquals("vip,à porter", Members.tidy(" VIP, à porter ,vip,"));
        assertEquals("\u00e9t\u00e9", Members.tidy("E\u0301te\u0301"));
        assertNull(Members.tidy(" , "));
        assertNull(Members.tidy("\u00a0,\u202f"));
        assertEquals("vip or", Members.tidy("\u00a0Vip\u202fOR\u00a0"));
    }

    /** Or a word could not be taken away again: who does so names it as it stands there. */
    @Test
    void whatIsTidyStaysAsItIs() {
        for (int letter = 1; letter <= Character.MAX_CODE_POINT; letter++) {
            for (String accent : List.of("", "\u030c", "\u0307", "\u0331")) {
                boolean isHalf = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
                var once = isHalf ? null : Members.tidy(Character.toString(letter) + accent);
                if (once != null) {
                    assertEquals(once, Members.tidy(once));
                }
            }
        }
    }

    /** Three people change what they saw; whoever comes first, the end is the same. */
    @Test
    void additionsAndRemovalsCommute() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var base = some(random);
            var wishes = List.of(wish(base, random), wish(base, random), wish(base, random));
            assertEquals(done(base, wishes), done(base, wishes.reversed()));
        }
    }

    private record Wish(@Nullable String before, @Nullable String after) {}

    /** Nobody removes what another adds: they saw the same. */
    private static Wish wish(@Nullable String base, Random random) {
        return new Wish(base, some(random));
    }

    private static @Nullable String some(Random random) {
        var members = new ArrayList<String>();
        for (var member : List.of("a", "b", "c", "d")) {
            if (random.nextBoolean()) {
                members.add(member);
            }
        }
        return Members.text(members);
    }

    private static @Nullable String done(@Nullable String base, List<Wish> wishes) {
        String now = base;
        for (var wish : wishes) {
            now = Members.changed(wish.before(), wish.after(), now);
        }
        return now;
    }
}
