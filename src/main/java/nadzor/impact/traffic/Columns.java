package nadzor.impact.traffic;

import java.util.List;
import java.util.Optional;

/**
 * Which columns (CSV, Parquet) or members (JSON Lines) hold what. Immutable. Only the name must be
 * there.
 *
 * @param name the name asked for
 * @param type the query type; A without it
 * @param count how many requests a row stands for; 1 without it
 * @param url the URL asked for, where the log tells it
 * @param client the client
 * @param group a client group that the log names itself, in place of the client
 * @param time when it was; read only where that is asked for
 */
public record Columns(
    String name,
    String type,
    String count,
    String url,
    String client,
    Optional<String> group,
    String time) {
  /** As this project writes them. */
  public static final Columns USUAL =
      new Columns("name", "type", "count", "url", "client", Optional.empty(), "time");

  /** The same, with client groups from a column of the log. */
  public Columns groupedBy(String column) {
    return new Columns(name, type, count, url, client, Optional.of(column), time);
  }

  /** The same, with one of them elsewhere. */
  public Columns with(String what, String column) {
    return switch (what) {
      case "name" -> new Columns(column, type, count, url, client, group, time);
      case "type" -> new Columns(name, column, count, url, client, group, time);
      case "count" -> new Columns(name, type, column, url, client, group, time);
      case "url" -> new Columns(name, type, count, column, client, group, time);
      case "client" -> new Columns(name, type, count, url, column, group, time);
      case "time" -> new Columns(name, type, count, url, client, group, column);
      default ->
          throw new IllegalArgumentException(
              "found column '" + what + "', expected one of name, type, count, url, client, time");
    };
  }

  /** Who asked: the group, or else the client. */
  String who() {
    return group.orElse(client);
  }

  /** All but the time, which is not always read. */
  List<String> all() {
    return List.of(name, type, count, url, who());
  }
}
