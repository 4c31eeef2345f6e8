package nadzor.cli;

import java.io.PrintWriter;
import nadzor.exchange.BadList;
import nadzor.exchange.Conversion;
import nadzor.exchange.Remark;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A report for programs: one object with every remark, then the numbers; written as it goes. */
final class ListReportJson implements ListReport {
  private final JsonGenerator json;

  ListReportJson(PrintWriter out) {
    json =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .createGenerator(ObjectWriteContext.empty(), out);
    json.writeStartObject();
    json.writeArrayPropertyStart("remarks");
  }

  @Override
  public void remark(Remark remark) {
    json.writeStartObject();
    json.writeStringProperty("kind", remark.kind().name().toLowerCase(java.util.Locale.ROOT));
    json.writeStringProperty("rule", remark.rule());
    json.writeStringProperty("file", remark.at().file());
    json.writeNumberProperty("line", remark.at().line());
    json.writeNumberProperty("column", remark.at().column());
    json.writeStringProperty("found", remark.found());
    json.writeStringProperty("became", remark.became());
    json.writeEndObject();
  }

  @Override
  public void failed(BadList why) {
    json.writeEndArray();
    json.writeStringProperty("error", String.valueOf(why.getMessage()));
    close();
  }

  @Override
  public void end(Conversion conversion) {
    json.writeEndArray();
    json.writeObjectPropertyStart("counts");
    conversion.remarks().forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeNumberProperty("items", conversion.items());
    json.writeNumberProperty("written", conversion.written());
    json.writeNumberProperty("octets", conversion.octets());
    close();
  }

  private void close() {
    json.writeEndObject();
    json.writeRaw("\n");
    json.close();
  }
}
