package nadzor.impact;

import nadzor.flow.DomainName;

/**
 * A name that must stay free, and what it is the control twin of. Immutable.
 *
 * @param name the control
 * @param twin the name it stands beside; the control's own name where it stands for its whole site
 */
public record Control(DomainName name, DomainName twin) {
  /** The names whose requests it speaks for. */
  Area area() {
    boolean whole = name.equals(twin);
    return new Area(whole ? Sites.of(name.text()) : twin.text(), whole);
  }

  /**
   * Names that a control speaks for. Immutable.
   *
   * @param name a name
   * @param below whether the names below it are meant too
   */
  record Area(String name, boolean below) {
    boolean holds(String other) {
      return other.equals(name) || (below && other.endsWith("." + name));
    }
  }
}
