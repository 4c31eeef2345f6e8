package nadzor.story.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nadzor.story.report.ReportFailure;
import nadzor.story.report.WholeFile;

/**
 * Where the results of a survey are written: {@code matrix.json}, {@code timings.json}, {@code
 * measurements.jsonl}. Each is replaced as a whole.
 */
public record SurveyFolder(Path folder) {
  /**
   * Makes the folder where it is missing.
   *
   * @throws ReportFailure if that cannot be
   */
  public static SurveyFolder open(Path folder) {
    try {
      return new SurveyFolder(Files.createDirectories(folder));
    } catch (IOException e) {
      throw ReportFailure.of(folder, e);
    }
  }

  /**
   * Writes all three.
   *
   * @throws ReportFailure if one cannot be written
   */
  public void write(SurveyResult result, String measurements) {
    SurveyDocument document = new SurveyDocument(result);
    new WholeFile(folder.resolve("matrix.json")).replace(document.matrix());
    new WholeFile(folder.resolve("timings.json")).replace(document.timings());
    new WholeFile(folder.resolve("measurements.jsonl")).replace(measurements);
  }
}
