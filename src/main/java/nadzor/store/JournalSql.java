package nadzor.store;

import com.google.common.hash.HashCode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The statements that SQLite and PostgreSQL share. */
final class JournalSql {
  private static final int BATCH = 1000;

  private JournalSql() {}

  /** Rows after that number, then the head, of one moment; no head where the store has none. */
  static Optional<Head> read(Jdbi jdbi, long after, Consumer<Row> rows) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.SERIALIZABLE,
        handle -> {
          each(handle, after, rows);
          return head(handle, "");
        });
  }

  private static void each(Handle handle, long after, Consumer<Row> rows) {
    handle
        .createQuery("SELECT number, line, hash FROM journal WHERE number > ? ORDER BY number")
        .bind(0, after)
        .setFetchSize(BATCH)
        .scanResultSet(
            (results, context) -> {
              ResultSet all = results.get();
              while (all.next()) {
                rows.accept(row(all));
              }
              return rows;
            });
  }

  private static Row row(ResultSet at) throws SQLException {
    return new Row(at.getLong(1), at.getBytes(2), at.getBytes(3));
  }

  private static Optional<Head> head(Handle handle, String lock) {
    return handle
        .createQuery("SELECT number, hash FROM head WHERE id = 1" + lock)
        .map((at, context) -> new Head(at.getLong(1), HashCode.fromBytes(at.getBytes(2))))
        .findOne();
  }

  /** Notes the head of an empty journal where none is noted. */
  static void begin(Handle handle) {
    handle.execute(
        "INSERT INTO head (id, number, hash) SELECT 1, 0, ? WHERE NOT EXISTS (SELECT 1 FROM head)",
        Head.GENESIS.hash().asBytes());
  }

  /** Appends all rows in one transaction, unless the store's head is another. */
  static void append(Handle handle, String lock, String place, Head after, Iterator<Row> rows) {
    handle.useTransaction(
        open -> {
          Head found = head(open, lock).orElse(Head.GENESIS);
          if (!found.equals(after)) {
            throw new StoreException(
                Fault.CHANGED, place, "it ends with " + found + ", not with " + after);
          }
          Head reached = insert(open, after, rows);
          open.execute(
              "UPDATE head SET number = ?, hash = ? WHERE id = 1",
              reached.number(),
              reached.hash().asBytes());
        });
  }

  private static Head insert(Handle handle, Head after, Iterator<Row> rows) {
    Head reached = after;
    PreparedBatch batch =
        handle.prepareBatch("INSERT INTO journal (number, line, hash) VALUES (?, ?, ?)");
    try (batch) {
      while (rows.hasNext()) {
        Row row = rows.next();
        String line = new String(row.line(), StandardCharsets.UTF_8);
        batch.bind(0, row.number()).bind(1, line).bind(2, row.hash().asBytes()).add();
        reached = row.head();
        if (batch.size() == BATCH || !rows.hasNext()) {
          batch.execute();
        }
      }
    }
    return reached;
  }
}
