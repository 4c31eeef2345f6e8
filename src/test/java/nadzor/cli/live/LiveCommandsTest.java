package nadzor.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the commands ask of a running laboratory, and what they make of its answers. */
class LiveCommandsTest {
  private static final String WRITTEN =
      """
      201 {"dryRun":false,"recorded":[{"number":7,"kind":"violation","about":"v-1","title":"violation v-1"}],
           "networks":[{"network":"tspu-2022","version":3,"rules":2,"added":2,"removed":0}]}""";

  @TempDir Path folder;
  private FakeApi laboratory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws IOException {
    laboratory = new FakeApi();
    Files.writeString(folder.resolve("token"), "secret\n");
  }

  @AfterEach
  void stop() {
    laboratory.close();
  }

  private int run(Callable<Integer> command, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    int options = all.indexOf("--");
    List<String> connection =
        List.of(
            "--api",
            laboratory.address().toString(),
            "--token-file",
            folder.resolve("token").toString());
    all.addAll(options < 0 ? all.size() : options, connection);
    all.remove("--");
    return line(command).execute(all.toArray(String[]::new));
  }

  private CommandLine line(Object command) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (e, command1, parsed) -> {
              command1.getErr().println(e.getMessage());
              return 2;
            });
  }

  @Test
  void aListIsReadPageByPage() {
    laboratory
        .answering(
            "GET /api/v1/cases?state=open",
            "200 {\"items\":[{\"id\":\"a\",\"subject\":{\"id\":\"x\"},\"state\":\"open\"}],\"next\":\"c1\"}")
        .answering(
            "GET /api/v1/cases?cursor=c1&state=open",
            "200 {\"items\":[{\"id\":\"b\",\"subject\":{\"id\":\"y\"},\"state\":\"open\"}]}");
    assertEquals(0, run(new CaseListCommand(), "--state", "open", "-o", "csv"), err::toString);
    assertEquals(
        List.of(
            "CASE,ON,STATE,OPENED,VIOLATIONS,DEMANDS,PROPOSALS,IN-FORCE,AUTHORITY",
            "a,x,open,,,,,,",
            "b,y,open,,,,,,"),
        out.toString().lines().toList());
  }

  @Test
  void aViolationIsRecordedWithTheTokenAndWhatItChangedIsTold() {
    laboratory.answering("POST /api/v1/violations", WRITTEN);
    int code =
        run(
            new CaseRecordCommand(),
            "facebook",
            "--kind",
            "media",
            "--source",
            "a paper",
            "--as",
            "teacher");
    assertEquals(0, code, err::toString);
    assertEquals(
        List.of(
            "POST /api/v1/violations Bearer secret"
                + " {\"platform\":\"facebook\",\"kind\":\"media\",\"source\":\"a paper\",\"recordedBy\":\"teacher\"}"),
        laboratory.asked());
    assertEquals(
        List.of(
            "recorded no. 7: violation v-1",
            "NETWORK    VERSION  RULES  ADDED  REMOVED",
            "tspu-2022  3        2      2      0"),
        out.toString().lines().toList());
  }

  @Test
  void aDryRunSaysSo() {
    laboratory.answering("POST /api/v1/decisions/fb-1/lift?dryRun=true", WRITTEN);
    assertEquals(
        0, run(new LiftCommand(), "fb-1", "--why", "appealed", "--dry-run"), err::toString);
    assertTrue(out.toString().startsWith("would record no. 7"), out::toString);
  }

  @Test
  void aProposalIsTakenByItsIdAndAnOwnDecisionNeedsItsParts() {
    laboratory.answering("POST /api/v1/proposals/fb%2F1/take", WRITTEN);
    assertEquals(0, run(new DecideCommand(), "fb/1"), err::toString);
    assertEquals(2, run(new DecideCommand(), "--case", "c"));
    assertTrue(err.toString().contains("--authority"), err::toString);
  }

  @Test
  void aRefusalNamesTheFieldTheFoundAndTheExpected() {
    laboratory.answering(
        "POST /api/v1/decisions/fb-1/lift",
        """
        409 {"title":"Refused","detail":"decision fb-1 is final","errors":[
             {"pointer":"/why","detail":"no","found":"an empty why","expected":"some text"}]}""");
    assertEquals(2, run(new LiftCommand(), "fb-1", "--why", ""));
    assertEquals(
        List.of("Refused: decision fb-1 is final", "  /why found an empty why, expected some text"),
        err.toString().lines().toList());
  }

  @Test
  void aRefusalIsToldOnce() {
    laboratory.answering(
        "POST /api/v1/clock/speed",
        """
        400 {"title":"Malformed","detail":"/speed: found 0.0, expected more than 0","errors":[
             {"pointer":"/speed","detail":"no","found":"0.0","expected":"more than 0"}]}""");
    assertEquals(2, run(new ClockCommand(), "speed", "0"));
    assertEquals("Malformed: /speed: found 0.0, expected more than 0", err.toString().strip());
  }

  @Test
  void aLaboratoryThatDoesNotAnswerIsNamed() {
    laboratory.close();
    assertEquals(2, run(new StatusCommand()));
    assertTrue(err.toString().contains("nadzor serve"), err::toString);
  }

  @Test
  void aBrokenJournalIsAnExitCode() {
    laboratory.answering(
        "GET /api/v1/journal/verify",
        "200 {\"whole\":false,\"entries\":9,\"head\":\"x\",\"kept\":true,\"broken\":{\"number\":4,\"what\":\"hash\"}}");
    assertEquals(1, run(new CaseVerifyCommand()), err::toString);
    assertTrue(out.toString().contains("4"), out::toString);
  }

  @Test
  void theTailEndsAfterItsCountAndShowsNoControlCharacters() {
    laboratory.answering(
        "GET /api/v1/restrictions/stream",
        """
        200 id: 1
        event: restriction
        data: {"seq":1,"wall":"w","network":"n","on":"dns","name":"a\\u001b[2J","action":"forge"}

        id: 2
        event: restriction
        data: {"seq":2,"network":"late"}

        """);
    assertEquals(0, run(new TailCommand(), "--count", "1"), err::toString);
    assertEquals("w  n  dns  a\ufffd[2J  forge  -  -", out.toString().strip());
  }

  @Test
  void theClockIsTold() {
    laboratory.answering(
        "POST /api/v1/clock/step",
        "200 {\"at\":\"2022-03-04T15:00:00Z\",\"running\":false,\"speed\":1}");
    assertEquals(0, run(new ClockCommand(), "step", "next"), err::toString);
    assertEquals(
        "POST /api/v1/clock/step Bearer secret {\"toNext\":true}", laboratory.asked().get(0));
    assertEquals(2, run(new ClockCommand(), "leap"));
    assertEquals(2, run(new ClockCommand(), "speed", "fast"));
    assertEquals(2, run(new ClockCommand(), "pause", "PT1H"));
    assertTrue(err.toString().contains("expected nothing after clock pause"), err::toString);
    assertEquals(1, laboratory.asked().size());
  }

  /** One thing is an object; only what is a list is an array. */
  @Test
  void oneThingIsAnObject() {
    String clock = "{\"at\":\"2022-03-04T15:00:00Z\",\"running\":false,\"speed\":1}";
    laboratory
        .answering("GET /api/v1/clock", "200 " + clock)
        .answering("GET /api/v1/summary", "200 {\"scenario\":\"s\"}")
        .answering("GET /api/v1/register/lookup?q=a.test", "200 {\"held\":false}")
        .answering("GET /api/v1/journal/verify", "200 {\"whole\":true}")
        .answering("POST /api/v1/lab/reset", "200 {\"entries\":0}")
        .answering("POST /api/v1/violations/v-1/retraction", WRITTEN)
        .answering("GET /api/v1/cases", "200 {\"items\":[{\"id\":\"a\"}]}");
    assertEquals("/speed", shape(new ClockCommand(), "-o", "json"));
    assertEquals("/scenario", shape(new StatusCommand(), "-o", "json"));
    assertEquals("/held", shape(new RegisterCommand(), "a.test", "-o", "json"));
    assertEquals("/whole", shape(new CaseVerifyCommand(), "-o", "json"));
    assertEquals("/entries", shape(new LabCommand(), "reset", "-o", "json"));
    assertEquals(
        "/networks", shape(new CaseRetractCommand(), "v-1", "--why", "twice", "-o", "json"));
    assertEquals("array of 1", shape(new CaseListCommand(), "-o", "json"));
  }

  /** The last key of what is printed. */
  private String shape(Callable<Integer> command, String... args) {
    out.getBuffer().setLength(0);
    assertEquals(0, run(command, args), err::toString);
    var json = tools.jackson.databind.json.JsonMapper.shared().readTree(out.toString());
    String last = "";
    for (String name : json.propertyNames()) {
      last = "/" + name;
    }
    return json.isArray() ? "array of " + json.size() : last;
  }

  @Test
  void theRegisterAnswersAsThePublicPageDoes() {
    laboratory.answering(
        "GET /api/v1/register/lookup?q=vk.com", "200 {\"query\":\"vk.com\",\"held\":false}");
    assertEquals(0, run(new RegisterCommand(), "vk.com"), err::toString);
    assertEquals("vk.com is not in the register.", out.toString().strip());
  }

  @Test
  void aLaboratoryTellsOfItselfInAFileThatOnlyItsUserReads() throws IOException {
    Path file = folder.resolve("run/nadzor/running.json");
    Running running = new Running(laboratory.address(), Optional.of("secret"));
    running.write(file);
    assertEquals(Optional.of(running), Running.read(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    new Running(laboratory.address(), Optional.of("a later one")).forget(file);
    assertTrue(Files.exists(file), "a file of another laboratory stays");
    running.forget(file);
    assertEquals(Optional.empty(), Running.read(file));
  }
}
