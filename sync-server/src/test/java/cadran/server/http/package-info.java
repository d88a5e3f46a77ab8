/** Tests of HTTP with real sockets. */
@NullMarked
package cadran.server.http;

import org.jspecify.annotations.NullMarked;
