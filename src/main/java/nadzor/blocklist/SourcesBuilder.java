package nadzor.blocklist;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the sources of reasons. Used by one thread. */
final class SourcesBuilder {
  private final OctetLog data = new OctetLog();
  private final OctetLog offsets = new OctetLog();
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Integer> lists = new HashMap<>();
  private final Map<String, Integer> profiles = new HashMap<>();
  private final Map<String, Integer> exceptions = new HashMap<>();
  private final Map<Reason, Integer> decisions = new HashMap<>();
  private final List<Notice> held = new ArrayList<>();

  /** The number of a reason's source. */
  int number(Reason reason) {
    if (reason instanceof Reason.OfList list) {
      return number(lists, list.file(), reason);
    }
    if (reason instanceof Reason.OfProfile profile) {
      return number(profiles, profile.profile(), reason);
    }
    if (reason instanceof Reason.OfException exception) {
      return number(exceptions, exception.file(), reason);
    }
    return number(decisions, reason, reason);
  }

  private <K> int number(Map<K, Integer> known, K key, Reason reason) {
    Integer number = known.get(key);
    if (number != null) {
      return number;
    }
    int fresh = offsets.end() / Integer.BYTES;
    if (reason instanceof Reason.OfDecision of && !(of.statement() instanceof Notice.Written)) {
      hold(of);
    } else {
      add(reason);
    }
    known.put(key, fresh);
    return fresh;
  }

  private void hold(Reason.OfDecision of) {
    add(Sources.HOLDING, of.decision(), of.caseFile(), of.authority(), of.legalBasis());
    data.number(held.size());
    held.add(of.statement());
  }

  /** The next source, whatever is known already; its statement is written. */
  void add(Reason reason) {
    add(Sources.kind(reason), Sources.texts(reason));
  }

  private void add(byte kind, String... all) {
    int[] at = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      at[i] = texts.computeIfAbsent(all[i], this::write);
    }
    offsets.word(data.end());
    data.octet(kind);
    for (int offset : at) {
      data.number(offset);
    }
  }

  private int write(String text) {
    int at = data.end();
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    data.number(octets.length).octets(octets, 0, octets.length);
    return at;
  }

  Sources build() {
    return new Sources(data.whole(), offsets.whole(), List.copyOf(held));
  }
}
