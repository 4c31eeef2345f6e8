package nadzor.impact.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DuckDbTest {
  @Test
  void whatDoesNotFitGoesToItsFolderAndTheFolderGoes() throws SQLException, IOException {
    Path spill;
    long[] sum = {0};
    try (DuckDb duck = DuckDb.open(60, 1)) {
      spill = duck.spill();
      duck.run(
          "CREATE TABLE t AS SELECT range AS n, hash(range)::VARCHAR AS h FROM range(2000000)");
      try (Stream<Path> spilled = Files.list(spill)) {
        assertTrue(spilled.findAny().isPresent(), "nothing was spilled");
      }
      duck.query("SELECT sum(n)::BIGINT FROM t", row -> sum[0] = row.getLong(1));
    }
    assertEquals(1_999_999_000_000L, sum[0]);
    assertFalse(Files.exists(spill));
  }

  @Test
  void nothingCanBeSetAnyMore() throws SQLException, IOException {
    try (DuckDb duck = DuckDb.open(100, 1)) {
      assertThrows(SQLException.class, () -> duck.run("SET autoinstall_known_extensions=true"));
    }
  }

  @Test
  void textStaysText() throws SQLException, IOException {
    try (DuckDb duck = DuckDb.open(100, 1)) {
      String evil = "a'; DROP TABLE t; --";
      duck.query(
          "SELECT " + DuckDb.quoted(evil) + " AS " + DuckDb.identifier("b\"c"),
          row -> assertEquals(evil, row.getString("b\"c")));
    }
  }
}
