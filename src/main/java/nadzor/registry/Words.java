package nadzor.registry;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The words of a record: letters and digits of any script in lower case, whatever lies between. */
final class Words implements EntryVisitor {
  private final Set<String> all = new HashSet<>();

  private Words() {}

  static Set<String> of(Entry entry) {
    Words words = new Words();
    words.add(entry.about());
    entry.accept(words);
    return words.all;
  }

  static Set<String> of(String text) {
    Words words = new Words();
    words.add(text);
    return words.all;
  }

  private void add(String text) {
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      boolean within = at < text.length() && Character.isLetterOrDigit(text.charAt(at));
      if (within && start < 0) {
        start = at;
      } else if (!within && start >= 0) {
        all.add(text.substring(start, at).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
  }

  private void addAll(Collection<String> texts) {
    texts.forEach(this::add);
  }

  @Override
  public void operatorCard(OperatorCard entry) {
    add(entry.operator().name());
  }

  @Override
  public void platformCard(PlatformCard entry) {
    add(entry.platform().name());
    addAll(
        entry.platform().resources().stream().map(one -> one.matcher().toString()).toList());
  }

  @Override
  public void caseFile(CaseFile entry) {
    add(entry.subject().id());
    add(entry.authority());
  }

  @Override
  public void violation(Violation entry) {
    add(entry.platformId());
    add(entry.breach());
    add(entry.description());
    add(entry.source());
  }

  @Override
  public void retraction(Retraction entry) {
    add(entry.why());
  }

  @Override
  public void demand(Demand entry) {
    add(entry.caseId());
    add(entry.by());
    add(entry.what());
  }

  @Override
  public void answer(Answer entry) {
    add(entry.text());
  }

  @Override
  public void proposed(Proposed entry) {
    Proposal proposal = entry.proposal();
    add(proposal.caseId());
    add(proposal.authority());
    proposal.grounds().number().ifPresent(this::add);
    addAll(proposal.order().targets());
  }

  @Override
  public void dismissal(Dismissal entry) {
    add(entry.by());
    add(entry.why());
  }

  @Override
  public void decision(Decision entry) {
    add(entry.caseId());
    add(entry.authority());
    entry.agreedWith().ifPresent(this::add);
    entry.grounds().number().ifPresent(this::add);
    addAll(entry.order().targets());
  }

  @Override
  public void lifting(Lifting entry) {
    add(entry.by());
    add(entry.why());
  }

  @Override
  public void caseClosing(CaseClosing entry) {
    add(entry.why());
  }
}
