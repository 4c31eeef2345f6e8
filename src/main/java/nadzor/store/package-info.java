/** Where the journal is kept: canonical JSON, a chain of hashes, SQLite or PostgreSQL. */
@NullMarked
package nadzor.store;

import org.jspecify.annotations.NullMarked;
