package nadzor.probe;

/** One way a client tries to get through. Implementations are immutable: a name and data. */
public interface Technique {
  /** The name in matrices and files, such as {@code split-hello}; unique. */
  String name();

  /** One sentence: what it does and against what it helps. */
  String about();

  /** What it changes. */
  Approach approach();
}
