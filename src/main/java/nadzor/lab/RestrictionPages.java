package nadzor.lab;

import java.util.Map;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Match;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Pages;
import nadzor.flow.NameView;

/** Draws the block pages of a network from the reason behind a rule. Pure, thread-safe. */
final class RestrictionPages implements Pages {
  /** What networks in Russia were seen to send from their stub pages (200, not 451). */
  private static final int STUB_STATUS = 200;

  @Override
  public String html(String host, Rule rule) {
    return BlockPage.render(notice(host, rule.reason()));
  }

  /** The page behind a forged DNS answer: why that host is restricted, as the version has it. */
  Page stub(String network, String host, Blocklist version) {
    Match match = host.length() > NameView.CAPACITY ? Match.NONE : version.find(NameView.of(host));
    String html = match.isEmpty() ? unknown(network, host) : html(host, match.rules().get(0));
    return new Page(STUB_STATUS, Map.of(), html);
  }

  private static String unknown(String network, String host) {
    String text =
        "This is the block page of the laboratory network "
            + network
            + ". The name that led here is not restricted by the list in force.";
    return BlockPage.render(
        new BlockNotice(
            host, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), text));
  }

  private static BlockNotice notice(String host, Reason reason) {
    if (reason instanceof Reason.OfDecision decision) {
      return new BlockNotice(
          host,
          Optional.of(decision.authority()),
          Optional.of(decision.decision()),
          Optional.of(decision.caseFile()),
          Optional.of(decision.legalBasis()),
          decision.notice());
    }
    return new BlockNotice(
        host,
        Optional.empty(),
        Optional.of(reason.label()),
        Optional.empty(),
        Optional.empty(),
        reason.notice());
  }
}
