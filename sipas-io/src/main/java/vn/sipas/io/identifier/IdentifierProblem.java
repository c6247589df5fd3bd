package vn.sipas.io.identifier;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with the identifiers of a whole file. */
public enum IdentifierProblem implements ProblemKind {
    /** There were more identifiers than are remembered. */
    NOT_REMEMBERED;

    @Override
    public String code() {
        return "id.not-remembered";
    }

    @Override
    public LocalizedText text() {
        return LocalizedText.of(
                "Quá nhiều mã phiếu; từ dòng này, mã trùng chỉ được tìm trong khoảng {limit} mã đầu tiên.",
                "There are too many ids; from this row on, repeated ones are only looked for among the first {limit} or so.");
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }
}
