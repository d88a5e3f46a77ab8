/** The API is tested from outside, over HTTP, and every answer is held against the document. */
@NullMarked
package cadran.server.rest;

import org.jspecify.annotations.NullMarked;
