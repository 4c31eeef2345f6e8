package nadzor.blocklist.lint;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What a name looks like: letters of other scripts, digits and pairs of letters that are taken for
 * others are replaced by these (a small part of the confusables of Unicode Technical Standard 39).
 */
final class Skeleton {
  private static final String ALIKE = "арвсԁеһіјӏкмнопԛгѕтуԝхзοαερτνκυιχωıłøđ01356$";
  private static final String PLAIN = "apbcdehijlkmhonqrstywxzoaeptvkuixwilodolesgs";

  private Skeleton() {}

  /** The skeleton of a label or name as it is sent. */
  static String of(String sent) {
    String shown = sent.contains("xn--") ? IDN.toUnicode(sent, IDN.ALLOW_UNASSIGNED) : sent;
    String bare = isAscii(shown) ? shown : stripped(shown);
    StringBuilder look = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      int at = ALIKE.indexOf(bare.charAt(i));
      look.append(at < 0 ? bare.charAt(i) : PLAIN.charAt(at));
    }
    return pairs(look.toString());
  }

  private static String pairs(String text) {
    boolean any = text.contains("rn") || text.contains("vv") || text.contains("cl");
    return any ? text.replace("rn", "m").replace("vv", "w").replace("cl", "d") : text;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** In lower case, without marks above and below letters. */
  private static String stripped(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return apart.replaceAll("\\p{M}+", "");
  }
}
