package nadzor.impact;

/**
 * What a replay may take. Immutable.
 *
 * @param duckMegabytes the memory of DuckDB, beside the Java heap
 * @param threads how many threads it runs on
 * @param mostNames how many distinct requests (name, type, URL) the heap holds at most
 */
public record Resources(int duckMegabytes, int threads, int mostNames) {
  /** 1,000 MB, a thread for each processor, four million distinct requests. */
  public static Resources usual() {
    return new Resources(1_000, Runtime.getRuntime().availableProcessors(), 4_000_000);
  }
}
