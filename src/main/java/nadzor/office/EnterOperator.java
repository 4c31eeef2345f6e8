package nadzor.office;

import java.util.List;
import nadzor.registry.Entry;
import nadzor.registry.Operator;
import nadzor.registry.OperatorCard;

/** An operator is entered or corrected. */
public record EnterOperator(String id, String name) implements Draft {
  @Override
  public List<Entry> entries(Moment moment) {
    return List.of(new OperatorCard(new Operator(id, name), moment.now()));
  }
}
