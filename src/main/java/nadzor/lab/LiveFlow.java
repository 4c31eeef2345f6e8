package nadzor.lab;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nadzor.censor.FlowJudgement;
import nadzor.censor.FlowKind;
import nadzor.censor.PaceState;

/**
 * One flow as it was at one moment. Immutable. Times are nanoseconds of {@link LiveFlows#now}.
 *
 * @param id its number, above those of the flows before
 * @param network where
 * @param kind by what door it came; a question to a resolver is a flow that is over at once
 * @param client a keyed hash of the client's address
 * @param target {@code host:port} as the client asked for it; of a question, where and how it
 *     travelled, as {@code resolver/udp}
 * @param questionType the query type of a question, as in the IANA registry; 0 for other flows
 * @param closedNanos empty while it lives
 * @param why how it ended; empty while it lives
 * @param judgements what was seen and said, in order; the oldest are forgotten past 16
 * @param bytesUp octets relayed from the client
 * @param bytesDown octets relayed to the client
 * @param paceUp how its way up is slowed down, where it is
 * @param paceDown the same of its way down
 */
public record LiveFlow(
    long id,
    String network,
    FlowKind kind,
    String client,
    String target,
    int questionType,
    long openedNanos,
    OptionalLong closedNanos,
    String why,
    List<FlowJudgement> judgements,
    long bytesUp,
    long bytesDown,
    Optional<PaceState> paceUp,
    Optional<PaceState> paceDown) {
  /** Copies the list. */
  public LiveFlow {
    judgements = List.copyOf(judgements);
  }

  /** Whether it is not over. */
  public boolean isOpen() {
    return closedNanos.isEmpty();
  }

  /** The last thing that restricted it; empty where all passed. */
  public Optional<FlowJudgement> restriction() {
    return judgements.stream().filter(said -> !said.isPass()).reduce((first, later) -> later);
  }

  /** The name that was seen last on it; empty where none was. */
  public Optional<String> name() {
    return judgements.stream()
        .map(FlowJudgement::name)
        .filter(seen -> !seen.isEmpty())
        .reduce((first, later) -> later);
  }
}
