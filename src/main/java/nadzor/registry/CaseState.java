package nadzor.registry;

import java.util.Locale;
import java.util.Set;

/** Whether a case goes on, and which state may follow. */
public enum CaseState implements State<CaseState> {
  /** It does. */
  OPEN,
  /** Nothing more is demanded or decided in it. */
  CLOSED;

  @Override
  public Set<CaseState> next() {
    return this == OPEN ? Set.of(CLOSED) : Set.of();
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
