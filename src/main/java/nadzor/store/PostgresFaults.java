package nadzor.store;

import java.sql.SQLException;
import java.util.Optional;

/** What PostgreSQL's error codes (its manual, appendix A) mean for a store. */
final class PostgresFaults {
  private PostgresFaults() {}

  /** The fault, told with the server's own words. */
  static StoreException of(RuntimeException e, String place) {
    if (e instanceof StoreException store) {
      return store;
    }
    Optional<SQLException> cause = Causes.find(e, SQLException.class);
    if (cause.isEmpty()) {
      throw e;
    }
    return of(cause.get(), place);
  }

  static StoreException of(SQLException e, String place) {
    SQLException first = deepest(e);
    String said = String.valueOf(first.getMessage()).lines().findFirst().orElse("");
    return new StoreException(fault(first), place, said, e);
  }

  private static SQLException deepest(SQLException e) {
    return e.getCause() instanceof SQLException cause ? deepest(cause) : e;
  }

  private static Fault fault(SQLException e) {
    String state = Optional.ofNullable(e.getSQLState()).orElse("08000");
    return switch (state) {
      case "53100" -> Fault.FULL;
      case "25006", "42501" -> Fault.READ_ONLY;
      case "XX001", "XX002", "42P01", "42703" -> Fault.CORRUPT;
      default -> byClass(state);
    };
  }

  private static Fault byClass(String state) {
    return switch (state.substring(0, 2)) {
      case "08", "57", "53" -> Fault.UNREACHABLE;
      case "28", "3D", "3F" -> Fault.REFUSED;
      case "23" -> Fault.CORRUPT;
      default -> Fault.FAILED;
    };
  }
}
