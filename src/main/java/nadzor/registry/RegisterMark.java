package nadzor.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * How the register marks the entries of a decision. Immutable.
 *
 * @param entryType 1 to 8, the article of law 149-FZ that it stands for: 3 is article 15.3
 * @param blockType how the entry is meant
 * @param includedAt when it was put into the register, where that is not when it came into force
 */
public record RegisterMark(int entryType, BlockType blockType, Optional<Instant> includedAt) {
  /** Refuses a type that the register does not have. */
  public RegisterMark {
    if (entryType < 1 || entryType > 8) {
      throw new RegistryException("register mark", "entry type " + entryType, "1 to 8");
    }
  }
}
