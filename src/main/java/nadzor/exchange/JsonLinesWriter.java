package nadzor.exchange;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes our own format, which holds everything; keys in a fixed order. */
final class JsonLinesWriter implements WrittenFormat {
  private final JsonFactory factory = new JsonFactory();
  private final Hasher hash = Hashing.sha256().newHasher();
  private long items;

  /** Writes into an object. */
  @FunctionalInterface
  private interface Body {
    void write(JsonGenerator json);
  }

  private void line(Body body, Outlet out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    }
    hash.putString(text.toString(), StandardCharsets.UTF_8).putByte((byte) '\n');
    out.line(text.toString());
  }

  @Override
  public void begin(Heading heading, Outlet out) throws IOException {
    line(
        json -> {
          json.writeNumberProperty(JsonLinesReader.VERSION, JsonLinesReader.CURRENT);
          if (!heading.values().isEmpty()) {
            json.writeObjectPropertyStart("heading");
            heading.values().forEach(json::writeStringProperty);
            json.writeEndObject();
          }
        },
        out);
  }

  @Override
  public void item(ListItem item, Outlet out) throws IOException {
    line(json -> item(item, json), out);
    items++;
    out.written();
  }

  private static void item(ListItem item, JsonGenerator json) {
    target(item.target(), json);
    Prescription said = item.prescription();
    if (said.act() != Act.LISTED) {
      json.writeStringProperty("act", said.act().word());
    }
    if (said.ttl().isPresent()) {
      json.writeNumberProperty("ttl", said.ttl().getAsLong());
    }
    if (!said.data().isEmpty()) {
      json.writeArrayPropertyStart("data");
      said.data().forEach(json::writeString);
      json.writeEndArray();
    }
    if (item.details() instanceof RegisterContent content) {
      content(content, json);
    } else if (item.details() instanceof TestSite site) {
      site(site, json);
    }
    text(json, "ts", item.ts());
    json.writeStringProperty("file", item.at().file());
    json.writeNumberProperty("line", item.at().line());
    json.writeNumberProperty("column", item.at().column());
    json.writeStringProperty("raw", item.raw());
  }

  private static void target(Target target, JsonGenerator json) {
    if (target instanceof Target.Url url) {
      json.writeStringProperty("url", url.text());
      json.writeStringProperty("match", url.what().toString());
    } else if (target instanceof Target.Matched matched) {
      json.writeStringProperty("match", matched.what().toString());
    } else if (target instanceof Target.Asker asker) {
      json.writeStringProperty("client-ip", asker.range().toString());
    } else if (target instanceof Target.Server server) {
      json.writeStringProperty("nsdname", server.name().toString());
    } else if (target instanceof Target.ServerAddress server) {
      json.writeStringProperty("nsip", server.range().toString());
    }
  }

  private static void content(RegisterContent content, JsonGenerator json) {
    json.writeObjectPropertyStart("register");
    json.writeNumberProperty("row", content.row());
    number(json, "id", content.id());
    text(json, "includeTime", content.includeTime());
    number(json, "entryType", content.entryType());
    number(json, "urgencyType", content.urgencyType());
    text(json, "blockType", content.blockType());
    text(json, "hash", content.hash());
    text(json, "ts", content.ts());
    text(json, "date", content.date());
    text(json, "number", content.number());
    text(json, "org", content.org());
    json.writeEndObject();
  }

  private static void site(TestSite site, JsonGenerator json) {
    json.writeObjectPropertyStart("site");
    json.writeStringProperty("category_code", site.categoryCode());
    json.writeStringProperty("category", site.category());
    json.writeStringProperty("date_added", site.dateAdded());
    json.writeStringProperty("source", site.source());
    json.writeStringProperty("notes", site.notes());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String key, Optional<String> value) {
    value.ifPresent(text -> json.writeStringProperty(key, text));
  }

  private static void number(JsonGenerator json, String key, OptionalInt value) {
    value.ifPresent(number -> json.writeNumberProperty(key, number));
  }

  @Override
  public void end(Outlet out) throws IOException {
    String sum = hash.hash().toString();
    out.line("{\"items\":" + items + ",\"sha256\":\"" + sum + "\"}");
  }

  @Override
  public Set<Loss> losses() {
    return EnumSet.noneOf(Loss.class);
  }
}
