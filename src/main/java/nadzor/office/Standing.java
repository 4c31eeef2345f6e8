package nadzor.office;

import java.time.Instant;

/** What one network applies: a version, since an instant of the calendar. Immutable. */
public record Standing(VersionCard version, Instant since) {}
