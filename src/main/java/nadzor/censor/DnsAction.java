package nadzor.censor;

/** An action that answers a DNS question. */
public interface DnsAction extends Action {
  /** What happens to a restricted question in a network with these addresses of its own. */
  DnsEffect onQuestion(OwnAddresses own);
}
