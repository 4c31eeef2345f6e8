package nadzor.registry;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import nadzor.blocklist.Measure;

/**
 * What the public register says of a domain, address or URL, as the regulator's own page tells it.
 * Immutable.
 *
 * @param asked what was looked up
 * @param at the instant it is true for
 * @param entries the entries in force that hold it; none where it is not in the register
 */
public record PublicRegister(Asked asked, Instant at, List<RegisterEntry> entries) {
  /** Copies the list. */
  public PublicRegister {
    entries = List.copyOf(entries);
  }

  /**
   * Looks something up.
   *
   * @throws RegistryException if it is no domain, address or URL
   */
  public static PublicRegister of(Registry registry, Instant at, String written) {
    Asked asked = Asked.of(written);
    return new PublicRegister(asked, at, Register.holding(registry, at, asked));
  }

  /** Whether it is in the register. */
  public boolean isListed() {
    return !entries.isEmpty();
  }

  /** The answer in words, marked as a simulation; lines end in LF. */
  public String text(Language language) {
    Templates templates = Templates.of(language);
    Values values =
        new Values()
            .with("asked", asked.written())
            .with("held", isListed())
            .with("published", language.both(at))
            .with("entries", entries.stream().map(entry -> values(entry, language)).toList());
    return templates.fill("simulation", new Values().map())
        + "\n"
        + templates.fill("extract", values.map());
  }

  private Values values(RegisterEntry entry, Language language) {
    return new Values()
        .with("partial", entry.measure() == Measure.THROTTLE)
        .with("law", entry.legalBasis())
        .with("authority", entry.decision().org())
        .with("date", language.day(entry.decision().date()))
        .with("number", entry.decision().number())
        .with("since", language.both(entry.includeTime()))
        .with("id", String.valueOf(entry.id()))
        .with(
            "resources",
            entry.resources().stream()
                .filter(asked::isOf)
                .map(resource -> resource.matcher().toString())
                .collect(Collectors.joining(", ")));
  }
}
