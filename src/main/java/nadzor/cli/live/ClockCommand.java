package nadzor.cli.live;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The calendar of the running laboratory. */
@Command(
    name = "clock",
    mixinStandardHelpOptions = true,
    description = "Tells the laboratory's calendar, or sets it: pause, resume, step, jump, speed.",
    footer = {
      "",
      "Example:  nadzor clock",
      "          nadzor clock step next        (to whatever comes next)",
      "          nadzor clock step 7d          (or 36h, 1h30m, PT24H)",
      "          nadzor clock jump 2022-03-14T00:00:00+03:00",
      "          nadzor clock speed 3600       (an hour each second)"
    })
public final class ClockCommand implements Callable<Integer> {
  private static final Table CLOCK =
      Table.of(
          "CALENDAR /at", "RUNNING /running", "SPEED /speed", "NEXT /next/at", "WHAT /next/what");

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DO",
      description = "show, pause, resume, step, jump or speed; show without it.")
  String deed = "show";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "VALUE",
      description =
          "For step a duration (7d, 36h, PT1H) or next, for jump an instant, for speed a factor.")
  String value = "";

  @Mixin Connection connection = new Connection();

  @Override
  public Integer call() throws IOException {
    checkValue();
    Api api = connection.api();
    JsonNode clock =
        deed.equals("show")
            ? api.get("/clock", Map.of())
            : api.post("/clock/" + known(), Map.of(), body());
    connection.print(CLOCK, clock);
    return 0;
  }

  /** A value that would do nothing is a mistake. */
  private void checkValue() {
    if (List.of("show", "pause", "resume").contains(deed) && !value.isEmpty()) {
      throw new IllegalArgumentException(
          "found '" + value + "', expected nothing after clock " + deed);
    }
  }

  private String known() {
    if (!List.of("pause", "resume", "step", "jump", "speed").contains(deed)) {
      throw new IllegalArgumentException(
          "found '" + deed + "', expected show, pause, resume, step, jump or speed");
    }
    return deed;
  }

  private ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return switch (deed) {
      case "step" ->
          value.isEmpty() || value.equals("next")
              ? body.put("toNext", true)
              : body.put("by", value);
      case "jump" -> body.put("to", given("an instant"));
      case "speed" -> body.put("speed", speed());
      default -> body;
    };
  }

  private double speed() {
    try {
      return Double.parseDouble(given("a factor"));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("found '" + value + "', expected a factor such as 60", e);
    }
  }

  private String given(String what) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("clock " + deed + " needs " + what);
    }
    return value;
  }
}
