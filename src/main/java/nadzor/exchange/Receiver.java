package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;

/** Takes what is read from a list, in the order of the list; told by one thread. */
public interface Receiver {
  /** An item; of a list that turns out to be bad later on, too. */
  void item(ListItem item) throws IOException;

  /** Something to be said of the list. */
  void remark(Remark remark) throws IOException;

  /** What the list says of itself; before its first item. */
  default void heading(Heading heading) throws IOException {}

  /**
   * What a file's octets are read through, packed as they are: to its end, once, if all is well.
   */
  default InputStream octets(InputStream source) {
    return source;
  }

  /** How much of the file is read, octets; now and then. */
  default void progress(long octets) {}
}
