package vn.sipas.io.csv;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** What can be wrong with a row of a score file besides what {@link vn.sipas.core.rating.RatingProblem} names. */
public enum UnitScoresProblem implements ProblemKind {
    /** The code of the unit has the wrong form. */
    UNIT_FORM(
            "scores.unit.form",
            "Mã đơn vị phải gồm 1 đến 40 chữ cái không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới; dòng bị bỏ qua.",
            "The code of the unit must be 1 to 40 letters, digits, dots, hyphens or underscores; the row was set aside.");

    private final String code;
    private final String vi;
    private final String en;

    UnitScoresProblem(String code, String vi, String en) {
        this.code = code;
        this.vi = vi;
        this.en = en;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public LocalizedText text() {
        return LocalizedText.of(vi, en);
    }
}
