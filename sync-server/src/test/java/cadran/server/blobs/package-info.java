/** Tests of the blob store. */
@NullMarked
package cadran.server.blobs;

import org.jspecify.annotations.NullMarked;
