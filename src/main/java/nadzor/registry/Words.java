package nadzor.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The words of a record, of its kind and of who recorded it: letters and digits of any script in
 * lower case, whatever lies between.
 */
final class Words implements EntryVisitor {
  private final List<String> texts = new ArrayList<>(4);

  Words(String by, Entry entry) {
    texts.add(entry.about());
    texts.add(entry.kind().word());
    texts.add(by);
    entry.accept(this);
  }

  /** The words of a text. */
  static Set<String> of(String text) {
    Set<String> words = new HashSet<>();
    addWords(text, words);
    return words;
  }

  /** Whether all of these, in lower case, are among them. */
  boolean have(Set<String> words) {
    return words.stream().allMatch(word -> texts.stream().anyMatch(text -> has(text, word)));
  }

  private static boolean has(String text, String word) {
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (!isWithin(text, at)) {
        if (at - start == word.length() && isAt(text, start, word)) {
          return true;
        }
        start = at + 1;
      }
    }
    return false;
  }

  private static boolean isAt(String text, int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.toLowerCase(text.charAt(start + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static void addWords(String text, Set<String> words) {
    StringBuilder word = new StringBuilder();
    for (int at = 0; at <= text.length(); at++) {
      if (isWithin(text, at)) {
        word.append(Character.toLowerCase(text.charAt(at)));
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
  }

  /** The {@link #hash} of each word, without making the words. */
  void hashes(IntConsumer sink) {
    for (String text : texts) {
      int hash = 0;
      boolean open = false;
      for (int at = 0; at <= text.length(); at++) {
        if (isWithin(text, at)) {
          hash = 31 * hash + Character.toLowerCase(text.charAt(at));
          open = true;
        } else if (open) {
          sink.accept(hash);
          hash = 0;
          open = false;
        }
      }
    }
  }

  /** The hash of a word in lower case. */
  static int hash(String word) {
    return word.hashCode();
  }

  private static boolean isWithin(String text, int at) {
    return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  private void add(String text) {
    texts.add(text);
  }

  private void addAll(Collection<String> more) {
    texts.addAll(more);
  }

  @Override
  public void operatorCard(OperatorCard entry) {
    add(entry.operator().name());
  }

  @Override
  public void platformCard(PlatformCard entry) {
    add(entry.platform().name());
    addAll(entry.platform().resources().stream().map(one -> one.matcher().toString()).toList());
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
    add(entry.legalBasis());
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
