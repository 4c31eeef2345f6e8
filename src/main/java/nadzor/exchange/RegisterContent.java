package nadzor.exchange;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One record of a register, which one or more items are of. Texts are as the register has them,
 * once their form was checked. Immutable.
 *
 * @param row where the record begins, which tells records apart
 * @param id its number
 * @param includeTime {@code yyyy-MM-ddTHH:mm:ss}, Moscow time without a zone
 * @param entryType the article of law 149-FZ
 * @param urgencyType 0 or 1
 * @param blockType {@code default}, {@code domain}, {@code domain-mask} or {@code ip}
 * @param hash changes whenever the record does; how it is made is not public
 * @param ts RFC 3339
 * @param date of the decision, {@code yyyy-MM-dd}
 * @param number of the decision
 * @param org who decided
 */
public record RegisterContent(
    int row,
    OptionalInt id,
    Optional<String> includeTime,
    OptionalInt entryType,
    OptionalInt urgencyType,
    Optional<String> blockType,
    Optional<String> hash,
    Optional<String> ts,
    Optional<String> date,
    Optional<String> number,
    Optional<String> org)
    implements Details {}
