package nadzor.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.registry.CaseFile;
import nadzor.registry.Entry;
import nadzor.registry.Subject;

/** A case is opened. */
public record OpenCase(String id, Subject subject, String authority, Optional<Instant> opened)
    implements Draft {
  @Override
  public List<Entry> entries(Moment moment) {
    return List.of(new CaseFile(id, subject, authority, opened.orElseGet(moment::now)));
  }
}
