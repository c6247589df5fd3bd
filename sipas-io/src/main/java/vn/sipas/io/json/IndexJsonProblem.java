package vn.sipas.io.json;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;

/** What can be wrong with an index definition that is well-formed JSON. */
public enum IndexJsonProblem implements ProblemKind {
    /** A field that must be there is not. */
    MISSING("index-json.missing", "Thiếu trường \"{field}\".", "The field \"{field}\" is missing."),
    /** A value is not one of those allowed, or has another form. */
    VALUE(
            "index-json.value",
            "Giá trị của \"{field}\" phải là {allowed}.",
            "The value of \"{field}\" must be {allowed}."),
    /** The weights of a node do not sum to exactly one. */
    WEIGHT_SUM(
            "index-json.weight-sum",
            "Trọng số các thành phần của \"{node}\" có tổng {sum}, phải bằng đúng 1; hãy ghi dạng phân số như 1/{count},"
                    + " hoặc bỏ \"weight\" để chia đều.",
            "The weights of the children of \"{node}\" sum to {sum} and must sum to exactly 1; write fractions such as"
                    + " 1/{count}, or leave \"weight\" out for equal weights."),
    /** Some children of a node have a weight and some have none. */
    WEIGHT_GAPS(
            "index-json.weight-gaps",
            "Các thành phần của \"{node}\" phải cùng có hoặc cùng không có \"weight\".",
            "Either all or none of the children of \"{node}\" must have a \"weight\"."),
    /** A node that pools answers has children with weights. */
    WEIGHT_POOLED(
            "index-json.weight-pooled",
            "\"{node}\" gộp câu trả lời nên các thành phần không có \"weight\".",
            "\"{node}\" pools answers, so its children have no \"weight\"."),
    /** A node is neither an item nor a composite, or both. */
    NODE_KIND(
            "index-json.node-kind",
            "Mỗi nút có hoặc \"question\" (câu hỏi) hoặc \"children\" (thành phần), không cả hai.",
            "A node has either a \"question\" or \"children\", not both."),
    /** An id or question stands twice in the tree. */
    DUPLICATE(
            "index-json.duplicate",
            "\"{value}\" xuất hiện hai lần; mã nút và câu hỏi chỉ được dùng một lần.",
            "\"{value}\" stands twice; ids and questions may be used once."),
    /** The tree is too deep. */
    DEPTH("index-json.depth", "Cây sâu hơn {limit} tầng.", "The tree is deeper than {limit} levels."),
    /** A part names something that is not in the definition. */
    REFERENCE(
            "index-json.reference",
            "\"{value}\" không có trong định nghĩa, hoặc không phải nút có trọng số.",
            "\"{value}\" is not in the definition, or is not a node with weights."),
    /** Only an assumption may lack a source. */
    SOURCE(
            "index-json.source",
            "Thiếu nguồn: không có nguồn thì \"standing\" phải là \"assumption\".",
            "A source is missing: without one, \"standing\" must be \"assumption\".");

    private final String code;
    private final LocalizedText text;

    IndexJsonProblem(String code, String vi, String en) {
        this.code = code;
        this.text = LocalizedText.of(vi, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public LocalizedText text() {
        return text;
    }
}
