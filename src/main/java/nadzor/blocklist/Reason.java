package nadzor.blocklist;

/**
 * Why a rule exists: a decision with its case, a line of a list, an exception of a list, or a
 * network's own habit. Immutable.
 */
public sealed interface Reason {
  /** A short name for logs and the Extended DNS Error, such as {@code fb-2022-03-04}. */
  String label();

  /** What a public page says about it, one or more sentences. */
  String notice();

  /**
   * A decision of an authority.
   *
   * @param decision the decision's id
   * @param caseFile the id of the case that it was taken in
   * @param authority who took it
   * @param legalBasis the law, as the register cites it
   * @param statement the public statement on it
   */
  record OfDecision(
      String decision, String caseFile, String authority, String legalBasis, Notice statement)
      implements Reason {
    /** With a statement that is written already. */
    public OfDecision(
        String decision, String caseFile, String authority, String legalBasis, String statement) {
      this(decision, caseFile, authority, legalBasis, new Notice.Written(statement));
    }

    @Override
    public String notice() {
      return statement.text();
    }

    @Override
    public String label() {
      return decision;
    }
  }

  /**
   * A line of a list that somebody gave.
   *
   * @param file the file's name
   * @param line the line, from 1
   */
  record OfList(String file, int line) implements Reason {
    @Override
    public String label() {
      return file + ":" + line;
    }

    @Override
    public String notice() {
      return "Listed in " + file + ", line " + line + ".";
    }
  }

  /**
   * A line of a list that makes an exception: the rule it stands with restricts nothing, and takes
   * away what wider rules order. The nearest wins: a rule on a narrower resource holds again, one
   * on the same does not. An exception by a text in names wins over everything.
   *
   * @param file the file's name
   * @param line the line, from 1
   */
  record OfException(String file, int line) implements Reason {
    @Override
    public String label() {
      return file + ":" + line;
    }

    @Override
    public String notice() {
      return "An exception of " + file + ", line " + line + ".";
    }
  }

  /**
   * A line of a network's own profile: what it restricts without any list.
   *
   * @param profile the profile's name
   * @param line which of its lines, from 1
   */
  record OfProfile(String profile, int line) implements Reason {
    @Override
    public String label() {
      return profile + "#" + line;
    }

    @Override
    public String notice() {
      return "Restricted by the network itself: line " + line + " of profile " + profile + ".";
    }
  }
}
