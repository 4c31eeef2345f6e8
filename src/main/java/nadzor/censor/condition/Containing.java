package nadzor.censor.condition;

import java.util.List;
import java.util.Locale;
import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.HttpHead;
import nadzor.flow.Sighting;

/**
 * The host or the target of a request contains one of these words, whatever their case; this is how
 * keyword filters were measured in China and Iran.
 *
 * @param words in lower case
 */
public record Containing(List<String> words) implements Condition {
  @Override
  public String name() {
    return "containing";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.HTTP_HEAD;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return sighting instanceof HttpHead head && holds(head);
  }

  private boolean holds(HttpHead head) {
    String host = head.name().toString();
    String target = head.target().toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(word -> host.contains(word) || target.contains(word));
  }

  @Override
  public boolean covers(Condition other) {
    return other instanceof Containing narrower
        && narrower.words.stream().allMatch(word -> words.stream().anyMatch(word::contains));
  }
}
