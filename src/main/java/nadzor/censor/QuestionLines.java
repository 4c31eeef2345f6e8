package nadzor.censor;

import java.util.Arrays;
import java.util.List;
import nadzor.blocklist.Blocklist;
import nadzor.flow.DnsQuestion;

/**
 * The lines of a profile on DNS questions, made ready: a question costs one look-up of bits, and
 * where no line hits nothing is allocated. Immutable.
 */
final class QuestionLines {
  private final ProfileRule[] lines;
  private final DnsEffect[] effects;
  private final int[] wanted;
  private final int[] wantedExactly;
  private final boolean byName;
  private final boolean exactly;
  private final boolean unlisted;

  QuestionLines(List<ProfileRule> rules, OwnAddresses own) {
    lines = rules.toArray(ProfileRule[]::new);
    effects =
        rules.stream()
            .map(rule -> ((DnsAction) rule.action()).onQuestion(own))
            .toArray(DnsEffect[]::new);
    wanted = rules.stream().mapToInt(rule -> bit(rule, Aim.By.NAME)).toArray();
    wantedExactly = rules.stream().mapToInt(rule -> bit(rule, Aim.By.EXACT_NAME)).toArray();
    byName = rules.stream().anyMatch(rule -> bit(rule, Aim.By.NAME) != 0);
    exactly = rules.stream().anyMatch(rule -> bit(rule, Aim.By.EXACT_NAME) != 0);
    unlisted = rules.stream().anyMatch(rule -> !(rule.aim() instanceof Aim.Listed));
  }

  private static int bit(ProfileRule rule, Aim.By by) {
    return rule.aim() instanceof Aim.Listed listed && listed.by() == by
        ? listed.measure().bit()
        : 0;
  }

  boolean isEmpty() {
    return lines.length == 0;
  }

  /** The first line that hits; -1 where none does. */
  int hit(Blocklist version, DnsQuestion question, LineChance chance) {
    int orders = byName ? version.orders(question.name()) : 0;
    int exactOrders = exactly ? version.ordersExactly(question.name()) : 0;
    if ((orders | exactOrders) == 0 && !unlisted) {
      return -1;
    }
    for (int i = 0; i < lines.length; i++) {
      boolean ordered = (orders & wanted[i]) != 0 || (exactOrders & wantedExactly[i]) != 0;
      if ((ordered || hitsUnlisted(lines[i].aim(), question))
          && lines[i].holds(question, Scene.QUESTION)
          && chance.favours(lines[i], i, question, Scene.QUESTION)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean hitsUnlisted(Aim aim, DnsQuestion question) {
    return aim instanceof Aim.Own own
        ? own.list().orders(question.name()) != 0
        : aim instanceof Aim.Anything;
  }

  ProfileRule line(int index) {
    return lines[index];
  }

  /** The effect of one of these lines. */
  DnsEffect effectOf(ProfileRule line) {
    return effects[Arrays.asList(lines).indexOf(line)];
  }

  DnsEffect effect(int index) {
    return effects[index];
  }
}
