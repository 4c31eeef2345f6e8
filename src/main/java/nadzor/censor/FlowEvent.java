package nadzor.censor;

/**
 * One thing that happened to a flow. Times are nanoseconds of the event loops' monotonic clock: no
 * calendar. Immutable, but for the gauge that an {@link Opened} shows.
 */
public sealed interface FlowEvent {
  /** The flow's number. */
  long flow();

  /** When. */
  long atNanos();

  /**
   * A flow began.
   *
   * @param network where
   * @param kind by what door it came
   * @param clientHash a keyed hash of the client's address: equal within one start
   * @param target where to, {@code host:port} as the client asked for it
   * @param gauge its counters, which go on
   */
  record Opened(
      long flow,
      long atNanos,
      String network,
      FlowKind kind,
      String clientHash,
      String target,
      FlowGauge gauge)
      implements FlowEvent {}

  /** Something was seen on it, and judged. */
  record Judged(long flow, long atNanos, FlowJudgement judgement) implements FlowEvent {}

  /**
   * A question to a resolver: opened, judged and closed in one.
   *
   * @param place the resolver's word for itself
   * @param asking how it travelled
   * @param type the query type, as in the IANA registry
   */
  record Asked(
      long flow,
      long atNanos,
      String network,
      String clientHash,
      String place,
      String asking,
      int type,
      FlowJudgement judgement)
      implements FlowEvent {}

  /**
   * It is over; its gauge stands still.
   *
   * @param why a word or two, as {@code finished} or {@code reset}
   */
  record Closed(long flow, long atNanos, String why) implements FlowEvent {}
}
