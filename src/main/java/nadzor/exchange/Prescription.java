package nadzor.exchange;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a list itself prescribes. Immutable.
 *
 * @param act what is to be done
 * @param ttl time to live of the answer, seconds
 * @param data for {@link Act#LOCAL_DATA} the records, as {@code A 192.0.2.1}
 */
public record Prescription(Act act, OptionalLong ttl, List<String> data) {
  /** Restricted; the list says no more. */
  public static final Prescription LISTED = of(Act.LISTED);

  /** Copies the data. */
  public Prescription {
    data = List.copyOf(data);
  }

  /** An act without more. */
  public static Prescription of(Act act) {
    return new Prescription(act, OptionalLong.empty(), List.of());
  }

  /** Local data without a time to live. */
  public static Prescription data(String... records) {
    return new Prescription(Act.LOCAL_DATA, OptionalLong.empty(), List.of(records));
  }
}
