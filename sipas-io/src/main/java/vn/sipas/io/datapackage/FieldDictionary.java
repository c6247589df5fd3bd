package vn.sipas.io.datapackage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.io.csv.TidyTable;

/**
 * Descriptions of columns by their names. Immutable and safe for use by several threads.
 */
public final class FieldDictionary {

    private static final LocalizedText ANSWERS = LocalizedText.of("câu trả lời", "answers");
    private static final LocalizedText BY_STATISTIC = LocalizedText.of(
            "Đơn vị theo cột statistic: favourable_share từ 0 đến 1, mean theo thang đo, index từ 0 đến 100.",
            "In the unit of the column statistic: favourable_share 0 to 1, mean in units of the scale, index 0 to"
                    + " 100.");

    private final Map<String, FieldDescription> fields;

    private FieldDictionary(Map<String, FieldDescription> fields) {
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Returns the descriptions of the columns of {@link TidyTable#ESTIMATE_COLUMNS}.
     *
     * @return the dictionary
     */
    public static FieldDictionary estimates() {
        List<FieldDescription> known = new ArrayList<>();
        known.add(text(
                        "group",
                        "Nhóm",
                        "Group",
                        "Mã đơn vị hoặc nhóm; ALL là tất cả.",
                        "Code of the unit or group; ALL is all rows.")
                .always());
        known.add(text(
                        "indicator",
                        "Chỉ tiêu",
                        "Indicator",
                        "Mã câu hỏi hoặc mã nút của cây chỉ số.",
                        "Code of the question, or id of the node of the index tree.")
                .always());
        known.add(text(
                        "statistic",
                        "Thống kê",
                        "Statistic",
                        "Đại lượng được ước lượng, ví dụ favourable_share.",
                        "What is estimated, such as favourable_share.")
                .always());
        known.add(number("estimate", "Ước lượng", "Estimate", BY_STATISTIC).always());
        known.add(number("standard_error", "Sai số chuẩn", "Standard error", BY_STATISTIC)
                .atLeast(0));
        known.add(number(
                        "df",
                        "Bậc tự do",
                        "Degrees of freedom",
                        LocalizedText.of(
                                "Inf là vô hạn (khoảng tin cậy nhị thức).", "Inf is infinite (a binomial interval)."))
                .atLeast(0));
        known.add(number("lower", "Cận dưới", "Lower bound", BY_STATISTIC));
        known.add(number("upper", "Cận trên", "Upper bound", BY_STATISTIC));
        known.add(
                number("level", "Mức tin cậy", "Level of confidence", LocalizedText.of("Ví dụ 0.95.", "Such as 0.95."))
                        .atLeast(0)
                        .atMost(1));
        known.add(text(
                "interval",
                "Phương pháp khoảng tin cậy",
                "Interval method",
                "Phương pháp đã dùng, ví dụ wilson hoặc t.",
                "The method that was used, such as wilson or t."));
        known.add(FieldDescription.of(
                        "n",
                        FieldDescription.Type.INTEGER,
                        LocalizedText.of("Số câu trả lời", "Answers"),
                        LocalizedText.of("Số câu trả lời hợp lệ.", "Number of valid answers."))
                .in(ANSWERS)
                .atLeast(0));
        known.add(number(
                        "n_eff",
                        "Cỡ mẫu hiệu dụng",
                        "Effective sample size",
                        LocalizedText.of(
                                "Cỡ mẫu ngẫu nhiên đơn giản có cùng phương sai.",
                                "Size of the simple random sample with the same variance."))
                .in(ANSWERS)
                .atLeast(0));
        known.add(number(
                        "deff",
                        "Hệ số thiết kế",
                        "Design effect",
                        LocalizedText.of(
                                "Phương sai chia cho phương sai của mẫu ngẫu nhiên đơn giản có hoàn lại.",
                                "Variance divided by that of a simple random sample with replacement."))
                .atLeast(0));
        known.add(text(
                "flags",
                "Cờ",
                "Flags",
                "Điều người đọc phải biết, các từ cách nhau bằng dấu cách.",
                "What a reader must know, words joined by spaces."));
        Map<String, FieldDescription> fields = new LinkedHashMap<>();
        known.forEach(field -> fields.put(field.name(), field));
        return new FieldDictionary(fields);
    }

    /**
     * Returns this dictionary with more descriptions, which replace those of the same names.
     *
     * @param more the descriptions
     * @return the dictionary
     */
    public FieldDictionary with(List<FieldDescription> more) {
        Map<String, FieldDescription> all = new LinkedHashMap<>(fields);
        more.forEach(field -> all.put(field.name(), field));
        return new FieldDictionary(all);
    }

    /**
     * Describes a column; one without a description by its name and kind alone.
     *
     * @param column the column
     * @return the description
     */
    public FieldDescription of(TidyTable.Column column) {
        return Optional.ofNullable(fields.get(column.name())).orElseGet(() -> {
            LocalizedText name = LocalizedText.same(column.name());
            boolean number = column.kind() == TidyTable.Kind.NUMBER;
            return FieldDescription.of(
                    column.name(), number ? FieldDescription.Type.NUMBER : FieldDescription.Type.STRING, name, name);
        });
    }

    private static FieldDescription text(String name, String vi, String en, String viText, String enText) {
        return FieldDescription.of(
                name, FieldDescription.Type.STRING, LocalizedText.of(vi, en), LocalizedText.of(viText, enText));
    }

    private static FieldDescription number(String name, String vi, String en, LocalizedText description) {
        return FieldDescription.of(name, FieldDescription.Type.NUMBER, LocalizedText.of(vi, en), description);
    }
}
