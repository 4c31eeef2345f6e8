package nadzor.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Entry;
import nadzor.registry.Operator;
import nadzor.registry.OperatorCard;
import nadzor.registry.Platform;
import nadzor.registry.PlatformCard;
import nadzor.registry.Resource;

/**
 * A platform is entered, or corrected; its operator too where it is not known, or has another name.
 *
 * @param isNew whether it must not be known yet; else it must
 */
public record EnterPlatform(
    String id,
    String name,
    String operatorId,
    Optional<String> operatorName,
    List<Resource> resources,
    boolean isNew)
    implements Draft {
  /** Copies the resources. */
  public EnterPlatform {
    resources = List.copyOf(resources);
  }

  @Override
  public List<Entry> entries(Moment moment) {
    boolean known = moment.registry().catalogue().platform(id).isPresent();
    if (isNew && known) {
      throw Refusal.of("/id", "platform '" + id + "', which is known", "an id of its own");
    }
    if (!isNew && !known) {
      throw Refusal.unknown("", "platform", id);
    }
    List<Entry> entries = new ArrayList<>();
    Optional<String> held = Operators.name(moment.registry(), operatorId);
    String called = operatorName.or(() -> held).orElse(operatorId);
    if (held.filter(called::equals).isEmpty()) {
      entries.add(new OperatorCard(new Operator(operatorId, called), moment.now()));
    }
    entries.add(new PlatformCard(new Platform(id, name, operatorId, resources), moment.now()));
    return entries;
  }
}
