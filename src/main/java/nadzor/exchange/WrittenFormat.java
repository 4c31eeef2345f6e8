package nadzor.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** How items are written in one format. */
interface WrittenFormat {
  /** What stands before the items. */
  default void begin(Heading heading, Outlet out) throws IOException {}

  void item(ListItem item, Outlet out) throws IOException;

  /** What stands after the items. */
  default void end(Outlet out) throws IOException {}

  /** The encoding. */
  default Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /** What it cannot hold; nothing else is ever lost. */
  Set<Loss> losses();
}
