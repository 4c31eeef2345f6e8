package nadzor.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nadzor.office.Calendar;
import nadzor.office.ClockSetting;

/** The calendar. */
final class ClockWays {
  private ClockWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/clock", call -> told(call, call.office().clock())),
        Way.post("/clock/pause", call -> set(call, ClockSetting.running(false))),
        Way.post("/clock/resume", call -> set(call, ClockSetting.running(true))),
        Way.post("/clock/step", ClockWays::step),
        Way.post("/clock/jump", call -> set(call, ClockSetting.jump(LabWays.when(call, "to")))),
        Way.post("/clock/speed", ClockWays::speed));
  }

  private static Answer told(Call call, Calendar.Reading reading) {
    return Answer.ok(new LabShape(call.office()).clock(reading)).tagged(reading.revision());
  }

  private static Answer set(Call call, ClockSetting setting) {
    OptionalLong tag = call.ifMatch();
    Optional<Long> revision = tag.isPresent() ? Optional.of(tag.getAsLong()) : Optional.empty();
    return told(call, call.office().setClock(setting, revision, call.dryRun()));
  }

  private static Answer step(Call call) {
    Body body = call.read();
    Optional<String> by = body.find("by");
    if (by.isPresent() == body.flag("toNext", false)) {
      throw Problem.malformed(new Fault("", body.node().toString(), "either by or toNext"));
    }
    return set(
        call,
        by.map(text -> ClockSetting.step(Instants.duration("/by", text)))
            .orElseGet(ClockSetting::stepToNext));
  }

  private static Answer speed(Call call) {
    return set(call, ClockSetting.speed(call.body().path("speed").asDouble()));
  }
}
