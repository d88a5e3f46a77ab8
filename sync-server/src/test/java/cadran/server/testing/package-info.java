/** What the tests of this module share: a test that runs on both databases, and fakes for time. */
@NullMarked
package cadran.server.testing;

import org.jspecify.annotations.NullMarked;
