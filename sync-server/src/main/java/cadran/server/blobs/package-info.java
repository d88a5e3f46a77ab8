/** Files by the hash of their content: written once, shared on disk, reached only through an organisation's own row. */
@NullMarked
package cadran.server.blobs;

import org.jspecify.annotations.NullMarked;
