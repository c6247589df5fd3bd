package vn.sipas.core.index;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What results of an index warn about, and why a sampling error may be missing. */
public enum IndexProblem implements ProblemKind {
    /** Some components of a node have no value; the others took over their weight. */
    COMPONENTS_MISSING(
            "index.components-missing",
            LocalizedText.of(
                    "{present} trong {total} thành phần của {node} có giá trị; trọng số được chia lại cho các thành phần này",
                    "{present} of {total} components of {node} have a value; the weights were shared out among these")),
    /** A geometric or harmonic mean is 0 because one component is. */
    ZERO_COMPONENT(
            "index.zero-component",
            LocalizedText.of(
                    "{node} bằng 0 vì thành phần {child} bằng 0", "{node} is 0 because its component {child} is")),
    /** A geometric or harmonic mean is 0, where it has no derivative. */
    NOT_DIFFERENTIABLE(
            "index.not-differentiable",
            LocalizedText.of(
                    "Trong {node} có trung bình nhân hoặc điều hòa bằng 0 nên không tuyến tính hóa được; hãy dùng mẫu lặp",
                    "A geometric or harmonic mean in {node} is 0 and cannot be linearised; use replicates")),
    /** The score stands, but its sampling error could not be computed. */
    NO_ERROR(
            "index.no-error",
            LocalizedText.of(
                    "Không tính được sai số của {node} ({group}): {reason}",
                    "No sampling error for {node} ({group}): {reason}")),
    /** The covariance between two domains could not be computed. */
    NO_COVARIANCE(
            "index.no-covariance",
            LocalizedText.of(
                    "Không tính được hiệp phương sai của {node} giữa {first} và {second}",
                    "No covariance of {node} between {first} and {second}")),
    /** No question of the index has an answer in the group. */
    NO_ANSWERS(
            "index.no-answers",
            LocalizedText.of(
                    "Không có câu trả lời nào cho các câu hỏi của chỉ số trong {group}",
                    "No answer to any question of the index in {group}")),
    /** Parts of the definition are assumptions of this library or of the host. */
    ASSUMED_PARTS(
            "index.assumed-parts",
            LocalizedText.of(
                    "Phương pháp {method} có phần là giả định, không phải quy định: {parts}",
                    "Parts of method {method} are assumptions, not regulations: {parts}"));

    private final String code;
    private final LocalizedText text;

    IndexProblem(String code, LocalizedText text) {
        this.code = code;
        this.text = text;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public LocalizedText text() {
        return text;
    }

    @Override
    public Severity severity() {
        return switch (this) {
            case NOT_DIFFERENTIABLE, NO_COVARIANCE, NO_ANSWERS -> Severity.ERROR;
            case COMPONENTS_MISSING, ZERO_COMPONENT, NO_ERROR, ASSUMED_PARTS -> Severity.WARNING;
        };
    }
}
