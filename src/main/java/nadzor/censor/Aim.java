package nadzor.censor;

import java.net.InetAddress;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Match;
import nadzor.blocklist.Measure;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.Rule;
import nadzor.flow.DnsAnswer;
import nadzor.flow.HttpHead;
import nadzor.flow.Sighting;

/** What a line of a profile is aimed at. Immutable. */
public sealed interface Aim {
  /** The rules that speak for a hit; none where the line does not hit. */
  Match match(Blocklist version, Sighting sighting, Scene scene);

  /** Which measure is carried out by a hit. */
  Measure measure();

  /** Whether it hits wherever the other does, whatever the register lists. */
  boolean covers(Aim other);

  /** Where a listed thing is looked for. */
  enum By {
    /** The name, by whatever rules reach it. */
    NAME,
    /** The name, by rules that name it exactly. */
    EXACT_NAME,
    /** The server's address and port. */
    ADDRESS
  }

  /**
   * What the register lists.
   *
   * @param measure what must be ordered
   * @param by where it is looked for
   */
  record Listed(Measure measure, By by) implements Aim {
    @Override
    public Match match(Blocklist version, Sighting sighting, Scene scene) {
      Match found =
          switch (by) {
            case NAME -> byName(version, sighting, scene);
            case EXACT_NAME -> version.findExact(sighting.name());
            case ADDRESS -> version.find(scene.server().address(), scene.server().port());
          };
      return found.orders(measure) ? found : Match.NONE;
    }

    @Override
    public boolean covers(Aim other) {
      return other instanceof Listed listed
          && listed.measure == measure
          && (listed.by == by || (by == By.NAME && listed.by == By.EXACT_NAME));
    }

    private static Match byName(Blocklist version, Sighting sighting, Scene scene) {
      if (sighting instanceof HttpHead head && version.hasUrls()) {
        int port = scene.server().port();
        return version.find(head.name()).plus(version.findUrl(head.name(), port, head.target()));
      }
      if (sighting instanceof DnsAnswer answer && answer.address().isPresent()) {
        return version.find(answer.address().get(), 0);
      }
      return version.find(sighting.name());
    }
  }

  /**
   * Names or addresses of the profile's own, whatever the register lists.
   *
   * @param list them, each with the profile as its reason
   * @param measure what they order
   */
  record Own(Blocklist list, Measure measure) implements Aim {
    @Override
    public Match match(Blocklist version, Sighting sighting, Scene scene) {
      Match byName = list.find(sighting.name());
      if (!list.hasAddresses()) {
        return byName;
      }
      Optional<InetAddress> answered =
          sighting instanceof DnsAnswer answer ? answer.address() : Optional.empty();
      return answered.isPresent()
          ? list.find(answered.get(), 0)
          : byName.plus(list.find(scene.server().address(), scene.server().port()));
    }

    @Override
    public boolean covers(Aim other) {
      return other instanceof Own own
          && own.list.rules().stream()
              .allMatch(inner -> list.rules().stream().anyMatch(wide -> covers(wide, inner)));
    }

    private static boolean covers(Rule wide, Rule inner) {
      return wide.matcher().equals(inner.matcher())
          || (wide.matcher() instanceof NameMatcher name
              && inner.matcher() instanceof NameMatcher narrow
              && name.includes(narrow));
    }
  }

  /**
   * Everything for which the line's conditions hold.
   *
   * @param rule what is told as the reason
   * @param match that rule
   */
  record Anything(Rule rule, Match match) implements Aim {
    /** With this rule as the reason. */
    public static Anything of(Rule rule) {
      return new Anything(rule, Match.of(rule));
    }

    @Override
    public Match match(Blocklist version, Sighting sighting, Scene scene) {
      return match;
    }

    @Override
    public boolean covers(Aim other) {
      return true;
    }

    @Override
    public Measure measure() {
      return rule.measure();
    }
  }
}
