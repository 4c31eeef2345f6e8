package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.story.Matrix;
import nadzor.story.StepResult;

/**
 * One group of sites at one step, technique by network.
 *
 * @param earlier the matrices of the step before
 */
record MatrixTable(StepResult step, Matrix matrix, List<Matrix> earlier) {
  Html html() {
    Html caption =
        Html.all(tag("strong").text(matrix.group()), tag("span", "quiet").text(" " + sites()));
    Html table =
        Table.frame(
            matrix.isAllOk() ? tag("span", "quiet").text(sites()) : caption,
            matrix.group() + " at " + step.step().name(),
            Stream.concat(Stream.of("Technique"), matrix.networks().stream()).toList(),
            rows());
    return matrix.isAllOk() ? folded(table) : table;
  }

  private Html folded(Html table) {
    return tag("details")
        .holding(
            tag("summary")
                .holding(
                    tag("strong").text(matrix.group()),
                    tag("span", "quiet")
                        .text(": ok in all networks with every technique" + changed())),
            table);
  }

  private String changed() {
    return matrix.hasChanged() ? " (● changed)" : "";
  }

  private String sites() {
    return step.cells().stream()
        .filter(cell -> cell.site().role().equals(matrix.group()))
        .map(cell -> cell.site().host().text())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private List<Html> rows() {
    Optional<Matrix> before =
        earlier.stream().filter(other -> other.group().equals(matrix.group())).findFirst();
    return matrix.rows().entrySet().stream().map(row -> row(row, before)).toList();
  }

  private Html row(Map.Entry<String, List<Matrix.Cell>> row, Optional<Matrix> before) {
    List<Html> fields = new ArrayList<>();
    fields.add(tag("th").with("scope", "row").holding(tag("code").text(row.getKey())));
    for (int i = 0; i < matrix.networks().size(); i++) {
      String network = matrix.networks().get(i);
      fields.add(
          new MatrixField(
                  row.getValue().get(i),
                  Cells.of(step, matrix.group(), row.getKey(), network),
                  before.flatMap(other -> text(other, row.getKey(), network)))
              .html());
    }
    return tag("tr").holding(fields);
  }

  private static Optional<String> text(Matrix matrix, String technique, String network) {
    int column = matrix.networks().indexOf(network);
    return Optional.ofNullable(matrix.rows().get(technique))
        .filter(cells -> column >= 0)
        .map(cells -> cells.get(column).text());
  }
}
