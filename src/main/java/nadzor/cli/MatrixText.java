package nadzor.cli;

import java.util.List;
import java.util.stream.Collectors;
import nadzor.story.Matrix;

/**
 * Matrices as a table: technique by network for each group of sites. Groups in which everything is
 * ok share one line. A changed cell has a star, one that differs from what is expected an
 * exclamation mark.
 */
record MatrixText(Paint paint) {
  private static final int TECHNIQUE = 24;
  private static final int MIN_COLUMN = 13;

  String of(List<Matrix> matrices, boolean hasPast) {
    StringBuilder text = new StringBuilder();
    matrices.stream()
        .filter(matrix -> !matrix.isAllOk() || matrix.hasChanged())
        .forEach(matrix -> table(matrix, text));
    String quiet =
        matrices.stream()
            .filter(matrix -> matrix.isAllOk() && !matrix.hasChanged())
            .map(Matrix::group)
            .collect(Collectors.joining(", "));
    if (!quiet.isEmpty()) {
      text.append(paint.outcome("ok")).append(" everywhere, with every technique: ");
      text.append(quiet).append(System.lineSeparator());
    }
    boolean starred = matrices.stream().anyMatch(Matrix::hasChanged);
    if (hasPast && starred) {
      text.append(paint.faint("* changed since the step before")).append(System.lineSeparator());
    }
    return text.toString();
  }

  private void table(Matrix matrix, StringBuilder text) {
    int width = width(matrix);
    text.append(paint.bold(pad(matrix.group(), TECHNIQUE)));
    matrix.networks().forEach(name -> text.append(paint.bold(pad(name, width))));
    text.append(System.lineSeparator());
    matrix
        .rows()
        .forEach(
            (technique, cells) -> {
              text.append("  ").append(pad(technique, TECHNIQUE - 2));
              cells.forEach(cell -> text.append(paint.outcome(pad(shown(cell), width))));
              text.append(System.lineSeparator());
            });
    text.append(System.lineSeparator());
  }

  private static int width(Matrix matrix) {
    int cells =
        matrix.rows().values().stream()
            .flatMap(List::stream)
            .mapToInt(cell -> shown(cell).length())
            .max()
            .orElse(0);
    int names = matrix.networks().stream().mapToInt(String::length).max().orElse(0);
    return Math.max(MIN_COLUMN, Math.max(cells, names)) + 2;
  }

  private static String shown(Matrix.Cell cell) {
    return cell.text() + (cell.changed() ? "*" : "") + (cell.differs() ? "!" : "");
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
