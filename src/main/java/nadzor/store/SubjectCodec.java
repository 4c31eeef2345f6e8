package nadzor.store;

import nadzor.registry.Subject;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** A subject: {@code {"platform":"facebook"}} or {@code {"operator":"meta"}}. */
final class SubjectCodec implements Codec<Subject> {
  private static final String PLATFORM = "platform";
  private static final String OPERATOR = "operator";

  @Override
  public void write(JsonGenerator out, Subject value) {
    out.writeStartObject();
    out.writeName(value instanceof Subject.OfPlatform ? PLATFORM : OPERATOR);
    Texts.WORD.write(out, value.id());
    out.writeEndObject();
  }

  @Override
  public Subject read(Source in) {
    in.require(JsonToken.START_OBJECT, "an object");
    if (!in.next(JsonToken.PROPERTY_NAME)) {
      throw in.bad("no key", "the key platform or operator");
    }
    boolean platform = in.isNamed(PLATFORM);
    if (!platform && !in.isNamed(OPERATOR)) {
      throw in.bad("an unknown key", "platform or operator");
    }
    in.advance();
    String id = Texts.WORD.read(in);
    if (!in.next(JsonToken.END_OBJECT)) {
      throw in.bad("a second key", "platform or operator alone");
    }
    return platform ? new Subject.OfPlatform(id) : new Subject.OfOperator(id);
  }
}
