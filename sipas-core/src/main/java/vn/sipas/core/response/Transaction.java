package vn.sipas.core.response;

import java.util.Optional;
import vn.sipas.core.unit.UnitCode;

/**
 * The piece of business that an answer is about. Since 1 July 2025 a dossier may be received by one unit and decided by
 * another (Decree 118/2025/NĐ-CP).
 *
 * @param procedure the code of the administrative procedure (mã thủ tục hành chính)
 * @param field the field of the procedure (lĩnh vực)
 * @param receivingUnit the unit that received the dossier
 * @param competentUnit the unit that decides on it
 */
public record Transaction(
        Optional<String> procedure,
        Optional<String> field,
        Optional<UnitCode> receivingUnit,
        Optional<UnitCode> competentUnit) {

    private static final Transaction UNSTATED =
            new Transaction(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Returns a transaction about which nothing is said.
     *
     * @return the empty transaction
     */
    public static Transaction unstated() {
        return UNSTATED;
    }
}
