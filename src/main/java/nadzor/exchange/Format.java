package nadzor.exchange;

import nadzor.flow.EnumWords;

/** The formats of lists. */
public enum Format {
  /** The register as operators fetch it: {@code dump.xml}, bare or in a zip. */
  REGISTER_XML(true),
  /** The register in six columns, windows-1251, bare or in gzip or a zip. */
  REGISTER_CSV(true),
  /** A response policy zone as a zone file. */
  RPZ(true),
  /** {@code /etc/hosts}. */
  HOSTS(true),
  /** Lines of dnsmasq's configuration. */
  DNSMASQ(true),
  /** {@code local-zone} and {@code local-data} of Unbound. */
  UNBOUND(false),
  /** Filter rules of ad blockers, as far as DNS goes. */
  ADBLOCK(false),
  /** A name, mask, address, range or URL a line. */
  PLAIN(true),
  /** A test list of the Citizen Lab: sites to be measured. */
  CITIZEN_LAB(true),
  /** JSON Lines of our own, which hold everything. */
  JSON_LINES(true);

  private final boolean written;

  Format(boolean written) {
    this.written = written;
  }

  /** Whether it can be written as well as read. */
  public boolean canBeWritten() {
    return written;
  }

  /** The word in commands, as {@code register-xml}. */
  public String word() {
    return EnumWords.of(this);
  }

  /**
   * The format of that word.
   *
   * @throws IllegalArgumentException if there is none; the message names those there are
   */
  public static Format of(String word) {
    return EnumWords.find(Format.class, "format", word);
  }

  /**
   * The format of a file.
   *
   * @param name the file's name, which decides where the content leaves it open
   * @param head how it begins, unpacked: a few kilobytes are enough
   */
  public static Format detect(String name, byte[] head) {
    return new Detection(name, head).format();
  }
}
