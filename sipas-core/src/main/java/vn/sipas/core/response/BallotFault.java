package vn.sipas.core.response;

import vn.sipas.core.LocalizedText;

/**
 * Why a returned ballot (phiếu thu về) is not valid. A ballot with several faults is counted under the first of them in
 * the order declared here, so that sums agree.
 */
public enum BallotFault {
    /** The ballot could not be read, or an answer is outside its scale or belongs to another survey. */
    UNREADABLE("Không đọc được hoặc sai cấu trúc", "Unreadable or ill-formed"),
    /** A ballot with the same id was counted before. */
    DUPLICATE("Trùng mã phiếu", "Duplicate id"),
    /** The ballot belongs to another wave, or its day lies outside the wave. */
    OUTSIDE_WAVE("Ngoài đợt khảo sát", "Outside the wave"),
    /** The answers contradict the routing more often than allowed. */
    CONTRADICTORY("Mâu thuẫn với rẽ nhánh", "Contradicts the routing"),
    /** Too few of the required questions were answered. */
    TOO_FEW_ANSWERS("Trả lời quá ít câu bắt buộc", "Too few required answers"),
    /** A published count that gives no reason. */
    UNSTATED("Không nêu lý do", "No reason given");

    private final LocalizedText label;

    BallotFault(String vi, String en) {
        this.label = LocalizedText.of(vi, en);
    }

    /**
     * Returns how reports name the fault.
     *
     * @return the label
     */
    public LocalizedText label() {
        return label;
    }
}
