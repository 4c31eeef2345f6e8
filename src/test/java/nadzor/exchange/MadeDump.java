package nadzor.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/** Registers by chance: most of their parts as usual, some as XML allows, some as it does not. */
final class MadeDump {
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<reg:register"
          + " xmlns:reg=\"http://rsoc.ru\" updateTime=\"2022-03-04T12:00:00+03:00\">\n";
  private static final String[] KINDS = {"domain", "url", "ip", "ipv6", "ipSubnet", "ipv6Subnet"};

  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder();

  MadeDump(SplittableRandom random) {
    this.random = random;
  }

  /** Records as usual, one name each. */
  static byte[] clean(int records) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 1; i <= records; i++) {
      text.append(
          "<content id=\"%d\" includeTime=\"2022-03-04T12:00:00\" entryType=\"3\" blockType=\"domain\" hash=\"%032X\"><decision date=\"2022-02-24\" number=\"27-31-2020/Ид2145-22\" org=\"Генпрокуратура\"/><domain><![CDATA[x%d.example.test]]></domain></content>\n"
              .formatted(i, i, i));
    }
    return text.append("</reg:register>\n").toString().getBytes(WINDOWS_1251);
  }

  byte[] octets() {
    boolean odd = one(6);
    Charset charset = odd && one(3) ? StandardCharsets.UTF_8 : WINDOWS_1251;
    String head =
        odd
            ? of(
                HEAD.replace("windows-1251", charset.name().toLowerCase(Locale.ROOT)),
                HEAD.replace("1.0", "1.1"),
                HEAD.replace("?>\n", "?>\r\n<!-- <content> -->\n"),
                HEAD.replace("updateTime", "about='a>b' updateTime"),
                HEAD.substring(HEAD.indexOf('\n')),
                HEAD.replace("windows-1251", "koi8-r"),
                HEAD.replace("?>\n", "?><!DOCTYPE x [<!ENTITY a 'b'>]>"))
            : HEAD;
    text.append(head);
    for (int i = random.nextInt(12); i > 0; i--) {
      record();
      text.append(
          often("\n", "", "\r\n", "\r", "\n\n \t", "<!-- </content> -->", " x ", "<?p i?>"));
    }
    text.append(often("</reg:register>\n", "</reg:register>", "", "</register>", "<more/>"));
    text.append(often("", "\n<!-- end -->", "x", "<reg:register/>"));
    return text.toString().getBytes(charset);
  }

  private void record() {
    String name = rarely("content", "reg:content", "Content", "other", "x:content");
    text.append('<').append(name);
    attributes();
    text.append(rarely(">", " >", "\n>", "/>"));
    blank();
    decision();
    for (int i = random.nextInt(4); i > 0; i--) {
      value();
      blank();
    }
    decision();
    text.append("</").append(rarely(name, "content", name + " ", "domain")).append('>');
  }

  private void attributes() {
    attribute("id", often(String.valueOf(random.nextInt(40)), "x", "", "99999999999", "+7"));
    attribute("includeTime", often("2022-03-04T12:00:00", "2022-02-30T12:00:00", "soon", "&#50;"));
    attribute("entryType", often("3", "1", "x"));
    attribute("urgencyType", often("1", "0", "&lt;"));
    attribute("blockType", of("domain", "default", "ip", often("domain-mask", "odd", "", "дом")));
    attribute("hash", often("0123456789ABCDEF0123456789ABCDEF", "", "<", "a\tb", "a\nb"));
    attribute("ts", often("2022-03-04T12:00:00+03:00", "", "x'y"));
    if (one(30)) {
      attribute(of("x:id", "xml:id", "id", "date", "xmlns", "xmlns:y"), "http://rsoc.ru");
    }
  }

  private void attribute(String name, String value) {
    if (!one(4)) {
      String quote = rarely("\"", "'", "");
      text.append(rarely(" ", "\n ", "\t", "\r\n", "")).append(name);
      text.append(rarely("=", " = ", ":")).append(quote).append(value).append(quote);
    }
  }

  private void decision() {
    if (!one(3)) {
      text.append("<").append(rarely("decision", "reg:decision", "decisions"));
      attribute("date", often("2022-02-24", "2022-02-31", "24.02.2022", ""));
      attribute("number", often("27-31-2020/Ид2145-22", "№ 1", "Р“РµРЅ", "&quot;1&quot;", ""));
      attribute("org", often("Генпрокуратура", "Роскомнадзор", "Р“РµРЅ", "ООО &amp;", "\u00a0"));
      text.append(rarely("/>", " />", "></decision>", ">"));
      blank();
    }
  }

  private void value() {
    String kind = KINDS[random.nextInt(KINDS.length)];
    String name = rarely(kind, "reg:" + kind, "domains", "ip6");
    text.append('<').append(name);
    if (one(8)) {
      attribute("ts", "2022-03-04T12:00:00+03:00");
    }
    text.append(rarely(">", " >", " x='1'>", "/>")).append(content(kind));
    text.append("</").append(rarely(name, "url", name + "\n")).append('>');
  }

  private String content(String kind) {
    String value =
        switch (kind) {
          case "domain" ->
              often("a" + random.nextInt(99) + ".test", "*.a.test", "А.test", "a,test.");
          case "url" ->
              often("http://a.test/" + random.nextInt(99), "https://b.test", "x", "\\\\a");
          case "ip" -> often("192.0.2." + random.nextInt(300), " 192.0.2.1", "x");
          case "ipv6" -> often("2001:db8::" + random.nextInt(99), "2001:DB8::1");
          case "ipSubnet" -> often("192.0.2.0/" + (20 + random.nextInt(14)), "192.0.2.7/24");
          default -> often("2001:db8::/" + (30 + random.nextInt(9)), "/", "");
        };
    String odd =
        often(value, value + "&amp;x", value + "]", "]]" + value, value + "\r\n", "\u0410");
    return of(
        "<![CDATA[" + odd + "]]>",
        "<![CDATA[" + odd + "]]>",
        rarely(odd, odd + "<!-- x -->", odd + ">", odd + "]]>", "&odd;", "<b>" + odd + "</b>"),
        rarely(odd, "\n<![CDATA[" + odd + "]]>", "<![CDATA[a<b>]]><![CDATA[]]>", "<?p i?>" + odd));
  }

  private void blank() {
    text.append(often("", "\n  ", "\r\n", "x", "<!-- - -->", "\r", "<more a='1'/>"));
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }

  private String of(String... all) {
    return all[random.nextInt(all.length)];
  }

  /** The first, but for one in 8. */
  private String often(String... all) {
    return one(8) ? of(all) : all[0];
  }

  /** The first, but for one in 60. */
  private String rarely(String... all) {
    return one(60) ? of(all) : all[0];
  }
}
