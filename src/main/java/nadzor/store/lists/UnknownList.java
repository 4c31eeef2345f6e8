package nadzor.store.lists;

import java.io.IOException;

/** There is no such version of a list, or none to go back to. */
public final class UnknownList extends IOException {
  private static final long serialVersionUID = 1L;

  UnknownList(String found, String expected) {
    super("found " + found + ", expected " + expected);
  }
}
