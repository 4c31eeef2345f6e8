package nadzor.office;

import java.util.List;
import java.util.Optional;
import nadzor.registry.Dismissal;
import nadzor.registry.Entry;
import nadzor.registry.Proposal;

/** A proposal is dismissed. */
public record DismissProposal(String id, Optional<String> by, String why) implements Draft {
  @Override
  public List<Entry> entries(Moment moment) {
    Proposal proposal = TakeProposal.find(moment, id).entry().proposal();
    return List.of(new Dismissal(id, by.orElseGet(proposal::authority), why, moment.now()));
  }
}
