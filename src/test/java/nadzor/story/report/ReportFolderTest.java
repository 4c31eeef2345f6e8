package nadzor.story.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.story.Scenario;
import nadzor.story.StepResult;
import nadzor.story.StoryResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  private static final String FOUR = "events.jsonl matrix.json measurements.jsonl report.html";
  private static final Scenario SCENARIO = MadeUp.meta();
  private static final StoryResult RESULT = MadeUp.played(SCENARIO, 2);

  @TempDir Path temporary;

  private static String names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .collect(Collectors.joining(" "));
    }
  }

  private static void play(ReportFolder report) {
    for (StepResult step : RESULT.steps()) {
      report.add(step, List.of(MadeUp.event("www.facebook.com")));
    }
    report.write(RESULT);
  }

  private static String refusal(Path folder) {
    return message(
        assertThrows(ReportFailure.class, () -> ReportFolder.open(folder, SCENARIO).close()));
  }

  private static String message(ReportFailure failure) {
    return String.valueOf(failure.getMessage());
  }

  @Test
  void aRunLeavesFourFilesWithOneLineForEachCellAndRestriction() throws IOException {
    Path folder = temporary.resolve("new/report");
    try (ReportFolder report = ReportFolder.open(folder, SCENARIO)) {
      play(report);
    }
    assertEquals(FOUR, names(folder));
    int cells = RESULT.steps().stream().mapToInt(step -> step.cells().size()).sum();
    assertEquals(cells, Files.readAllLines(folder.resolve("measurements.jsonl")).size());
    assertEquals(2, Files.readAllLines(folder.resolve("events.jsonl")).size());
  }

  @Test
  void linesAreOnTheDiskAfterEachStepAndBeforeTheEnd() throws IOException {
    try (ReportFolder report = ReportFolder.open(temporary, SCENARIO)) {
      report.add(RESULT.steps().get(0), List.of());
      assertEquals(
          RESULT.steps().get(0).cells().size(),
          Files.readAllLines(temporary.resolve("measurements.jsonl")).size());
    }
  }

  @Test
  void anEarlierReportIsReplacedAsAWhole() throws IOException {
    try (ReportFolder report = ReportFolder.open(temporary, SCENARIO)) {
      play(report);
    }
    try (ReportFolder report = ReportFolder.open(temporary, SCENARIO)) {
      assertEquals("events.jsonl measurements.jsonl", names(temporary));
      assertEquals(0, Files.size(temporary.resolve("measurements.jsonl")));
      play(report);
    }
    assertEquals(FOUR, names(temporary));
  }

  @Test
  void aFileInTheFoldersPlaceIsRefused() throws IOException {
    Path file = Files.createFile(temporary.resolve("taken"));
    assertTrue(refusal(file).contains(file + ": found a file, expected a folder"));
    assertTrue(refusal(file.resolve("below")).contains("cannot write"), refusal(file));
  }

  @Test
  void whatIsNotOursIsRefusedAndUntouched() throws IOException {
    Path notes = Files.writeString(temporary.resolve("notes.txt"), "mine");
    assertTrue(refusal(temporary).contains("'notes.txt'"));
    Files.move(notes, temporary.resolve("events.jsonl"));
    assertTrue(refusal(temporary).contains("'events.jsonl'"));
    assertEquals("mine", Files.readString(temporary.resolve("events.jsonl")));
  }

  @Test
  void aLinkWithAFilesNameIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Path target = Files.writeString(elsewhere.resolve("target"), "simulation");
    Files.createSymbolicLink(temporary.resolve("events.jsonl"), target);
    assertTrue(refusal(temporary).contains("'events.jsonl'"));
    assertEquals("simulation", Files.readString(target));
  }

  @Test
  void twoRunsDoNotShareAFolder() throws IOException {
    try (ReportFolder report = ReportFolder.open(temporary, SCENARIO)) {
      play(report);
      assertTrue(refusal(temporary).contains("another run writes to it"));
    }
    assertEquals(FOUR, names(temporary));
  }

  @Test
  void aWriteThatFailsLeavesTheLastWholeVersion() throws IOException {
    try (ReportFolder report = ReportFolder.open(temporary, SCENARIO)) {
      report.write(MadeUp.played(SCENARIO, 1));
      String matrix = Files.readString(temporary.resolve("matrix.json"));
      Path inTheWay = Files.createDirectory(new Place(temporary).matrix().part());
      Files.createFile(inTheWay.resolve("kept"));
      ReportFailure failure = assertThrows(ReportFailure.class, () -> report.write(RESULT));
      assertTrue(message(failure).startsWith("cannot write " + temporary.resolve("matrix.json")));
      assertFalse(message(failure).contains("\n"), message(failure));
      assertEquals(matrix, Files.readString(temporary.resolve("matrix.json")));
    }
  }

  @Test
  void aFolderThatWasTakenAwayIsReportedByName() throws IOException {
    Path folder = temporary.resolve("report");
    try (ReportFolder report = ReportFolder.open(folder, SCENARIO)) {
      Files.move(folder, temporary.resolve("away"));
      ReportFailure failure = assertThrows(ReportFailure.class, () -> report.write(RESULT));
      assertTrue(message(failure).contains(folder.resolve("matrix.json").toString()));
    }
  }

  @Test
  void discardedRunsLeaveNoResults() throws IOException {
    Path made = temporary.resolve("made");
    ReportFolder report = ReportFolder.open(made, SCENARIO);
    play(report);
    report.discard();
    report.discard();
    assertFalse(Files.exists(made));
    try (ReportFolder given = ReportFolder.open(temporary, SCENARIO)) {
      play(given);
      given.discard();
    }
    assertEquals("", names(temporary));
  }

  @Test
  void afterTheEndNothingIsWritten() {
    ReportFolder report = ReportFolder.open(temporary, SCENARIO);
    report.close();
    report.close();
    assertThrows(ReportFailure.class, () -> report.write(RESULT));
    assertThrows(ReportFailure.class, () -> report.add(RESULT.steps().get(0), List.of()));
  }
}
