/** What client and server say to each other about signing in: the bodies of requests and answers, and the rules of passwords. */
@NullMarked
package cadran.model.auth;

import org.jspecify.annotations.NullMarked;
