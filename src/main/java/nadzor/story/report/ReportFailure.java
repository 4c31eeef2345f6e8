package nadzor.story.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A report cannot be written; the message is one line and names the file. */
public final class ReportFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReportFailure(String message) {
    super(message);
  }

  private ReportFailure(String message, IOException cause) {
    super(message, cause);
  }

  /** What stopped the writing of a file, in one line. */
  public static ReportFailure of(Path file, IOException cause) {
    return new ReportFailure("cannot write " + file + ": " + reason(file, cause), cause);
  }

  private static String reason(Path file, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    String said = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    if (cause instanceof FileSystemException refused) {
      return Optional.ofNullable(refused.getReason()).orElse(said);
    }
    return cause instanceof FileNotFoundException ? bare(file, said) : said;
  }

  /** The old streams say {@code path (reason)}. */
  private static String bare(Path file, String said) {
    String start = file + " (";
    return said.startsWith(start) ? said.substring(start.length(), said.length() - 1) : said;
  }
}
