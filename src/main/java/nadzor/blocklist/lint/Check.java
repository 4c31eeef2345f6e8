package nadzor.blocklist.lint;

import java.util.List;
import java.util.function.Consumer;
import nadzor.blocklist.Rule;

/**
 * One kind of mistake. Made for one list, and shown each of its resources once; what it does for
 * each must not grow with the list. Used by one thread.
 */
interface Check {
  /** A word for findings. */
  String name();

  /**
   * Looks at all rules on one resource, at least one.
   *
   * @param to takes what is found
   */
  void look(List<Rule> rules, Consumer<Finding> to);
}
