package nadzor.store.lists;

import java.io.IOException;
import java.nio.file.Path;

/** A file of a folder of lists cannot be used; the message names it, and nothing was changed. */
public final class BadListFolder extends IOException {
  private static final long serialVersionUID = 1L;

  BadListFolder(Path file, String found, String expected) {
    super(file + ": found " + found + ", expected " + expected);
  }

  BadListFolder(Path file, String found, String expected, Throwable cause) {
    super(file + ": found " + found + ", expected " + expected, cause);
  }
}
