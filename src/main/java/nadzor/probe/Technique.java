package nadzor.probe;

import java.util.Set;

/** One way a client tries to get through. Implementations are immutable: a name and data. */
public interface Technique {
  /** The name in matrices and files, such as {@code split-hello}; unique, kebab-case. */
  String name();

  /** Where it starts. */
  Family family();

  /** One sentence: what it does and against what it helps. */
  String about();

  /** Who described it: a paper, an RFC section. */
  String source();

  /** What it changes. */
  Approach approach();

  /** How much it proves when it is through. */
  default Depth depth() {
    return approach().depth();
  }

  /** What a vantage must offer, else it is not measured there. */
  default Set<Facility> needs() {
    return approach().needs();
  }
}
