/** The central database: doors to a transaction, migrations, row-level security, and what makes a commit durable. */
@NullMarked
package cadran.server.db;

import org.jspecify.annotations.NullMarked;
