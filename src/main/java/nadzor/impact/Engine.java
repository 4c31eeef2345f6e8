package nadzor.impact;

/** Which path counts. Both give the same numbers. */
public enum Engine {
  /** Reads row by row; holds each distinct name once, on the heap. */
  JAVA,
  /** DuckDB gathers equal requests before our judge, as its function, sees each once. */
  DUCKDB
}
