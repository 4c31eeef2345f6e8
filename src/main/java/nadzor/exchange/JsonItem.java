package nadzor.exchange;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.flow.AddressRange;

/** An item as an object of JSON. */
final class JsonItem {
  private JsonItem() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  static ListItem read(JsonObject json) {
    Target target = target(json);
    Act act = json.text("act").map(JsonItem::act).orElse(Act.LISTED);
    OptionalLong ttl = json.number("ttl").map(OptionalLong::of).orElseGet(OptionalLong::empty);
    Prescription said = new Prescription(act, ttl, json.texts("data"));
    Details details =
        json.object("register")
            .<Details>map(JsonItem::content)
            .or(() -> json.object("site").map(JsonItem::site))
            .orElse(Details.NONE);
    Spot at =
        new Spot(json.text("file").orElse(""), integer(json, "line"), integer(json, "column"));
    return new ListItem(target, said, details, at, json.text("ts"), json.text("raw").orElse(""));
  }

  private static int integer(JsonObject json, String key) {
    return Math.toIntExact(json.number(key).orElse(1L));
  }

  private static Act act(String word) {
    for (Act act : Act.values()) {
      if (act.word().equals(word)) {
        return act;
      }
    }
    throw new IllegalArgumentException("the act '" + Remark.shown(word) + "'");
  }

  private static Target target(JsonObject json) {
    Optional<Matcher> match = json.text("match").map(Matcher::of);
    Optional<String> url = json.text("url");
    if (url.isPresent()) {
      return new Target.Url(
          url.get(), match.orElseThrow(() -> new IllegalArgumentException("a url without match")));
    }
    return match
        .<Target>map(Target.Matched::new)
        .or(() -> json.text("client-ip").map(AddressRange::of).map(Target.Asker::new))
        .or(() -> json.text("nsip").map(AddressRange::of).map(Target.ServerAddress::new))
        .or(() -> json.text("nsdname").map(JsonItem::server))
        .orElseThrow(() -> new IllegalArgumentException("nothing that it is about"));
  }

  private static Target server(String name) {
    if (Matcher.of(name) instanceof NameMatcher matcher) {
      return new Target.Server(matcher);
    }
    throw new IllegalArgumentException("nsdname '" + Remark.shown(name) + "'");
  }

  private static RegisterContent content(JsonObject json) {
    RegisterContent content =
        new RegisterContent(
            integer(json, "row"),
            optional(json, "id"),
            json.text("includeTime"),
            optional(json, "entryType"),
            optional(json, "urgencyType"),
            json.text("blockType"),
            json.text("hash"),
            json.text("ts"),
            json.text("date"),
            json.text("number"),
            json.text("org"));
    json.end();
    return content;
  }

  private static OptionalInt optional(JsonObject json, String key) {
    return json.number(key)
        .map(number -> OptionalInt.of(Math.toIntExact(number)))
        .orElseGet(OptionalInt::empty);
  }

  private static TestSite site(JsonObject json) {
    TestSite site =
        new TestSite(
            json.text("category_code").orElse(""),
            json.text("category").orElse(""),
            json.text("date_added").orElse(""),
            json.text("source").orElse(""),
            json.text("notes").orElse(""));
    json.end();
    return site;
  }
}
