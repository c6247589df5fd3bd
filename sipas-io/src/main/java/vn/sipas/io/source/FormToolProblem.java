package vn.sipas.io.source;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with exports of form tools: repeats, reviews, JSON documents, counts of terminals. */
public enum FormToolProblem implements ProblemKind {
    /** A reviewer of the tool turned the submission down. Attribute: {@code tool}. */
    REJECTED(
            "source.row.rejected",
            Severity.ERROR,
            "Phiếu đã bị người duyệt trong {tool} từ chối nên được để riêng.",
            "A reviewer turned the submission down in {tool}; it was set aside."),
    /** A submission could not be decrypted by the tool. Attribute: {@code tool}. */
    NOT_DECRYPTED(
            "source.row.not-decrypted",
            Severity.ERROR,
            "Phiếu chưa được {tool} giải mã nên được để riêng. Hãy xuất lại kèm mật khẩu.",
            "The submission was not decrypted by {tool}; it was set aside. Export again with the passphrase."),
    /** A row of a repeat belongs to no submission that was read near it. */
    ORPHAN_REPEAT(
            "source.repeat.orphan",
            Severity.ERROR,
            "Dòng lặp không thuộc phiếu nào đã đọc ở gần nó; dòng bị để riêng.",
            "The row of the repeat belongs to no submission that was read near it; it was set aside."),
    /** A table of repeats without the table of submissions. Attribute: {@code parent}, the likely file or a question mark. */
    REPEAT_ALONE(
            "source.repeat.alone",
            Severity.ERROR,
            "Tệp là bảng lặp: mỗi dòng là một phần của phiếu, không phải một phiếu. Hãy đọc tệp phiếu ({parent}) và đưa kèm"
                    + " tệp này.",
            "The file is a table of repeats: each row is a part of a submission, not a submission. Read the file of"
                    + " submissions ({parent}) and give this file along with it."),
    /** A submission repeats a group more often than is read. Attribute: {@code limit}. */
    TOO_MANY_REPEATS(
            "source.repeat.too-many",
            Severity.ERROR,
            "Phiếu lặp nhóm này hơn {limit} lần; dòng lặp bị để riêng. Có thể nâng giới hạn số dòng lặp.",
            "The submission repeats this group more than {limit} times; the row was set aside. The limit on repeats can be"
                    + " raised."),
    /** The rows of repeats are in other files. Attribute: {@code name}. */
    REPEAT_NOT_GIVEN(
            "source.repeat.not-given",
            Severity.WARNING,
            "Cột \"{name}\" trỏ đến bảng lặp không được đưa kèm; các câu trả lời lặp không được đọc.",
            "The column \"{name}\" refers to a table of repeats that was not given; its answers were not read."),
    /** A companion file is no table of repeats of this export. */
    COMPANION_UNRELATED(
            "source.repeat.unrelated",
            Severity.WARNING,
            "Tệp kèm theo không phải bảng lặp của dữ liệu này và không được đọc.",
            "The companion file is no table of repeats of this export and was not read."),
    /** A sheet of the workbook is not part of the table that is read. Attribute: {@code name}. */
    SHEET_NOT_READ(
            "source.sheet.not-read",
            Severity.WARNING,
            "Trang tính \"{name}\" không thuộc bảng dữ liệu được đọc nên không được dùng.",
            "The sheet \"{name}\" is not part of the table that is read and was not used."),
    /** A document is not a JSON object. */
    NOT_AN_OBJECT(
            "source.json.not-an-object",
            Severity.ERROR,
            "Phần tử không phải đối tượng JSON và bị để riêng.",
            "The element is not a JSON object and was set aside."),
    /** The text is not JSON from here on. */
    MALFORMED_JSON(
            "source.json.malformed",
            Severity.ERROR,
            "Từ đây nội dung không phải JSON hợp lệ hoặc bị cắt cụt; phần đó không được đọc.",
            "From here on the content is not valid JSON, or it is cut off; that part was not read."),
    /** A document goes beyond a limit. Attribute: {@code limit}. */
    DOCUMENT_TOO_LARGE(
            "source.json.too-large",
            Severity.ERROR,
            "Tài liệu JSON vượt quá giới hạn {limit} (kích thước, độ lồng, số trường) và bị để riêng.",
            "The JSON document goes beyond the limit {limit} (size, nesting, fields) and was set aside."),
    /** The same key stands in an object twice. */
    REPEATED_KEY(
            "source.json.repeated-key",
            Severity.ERROR,
            "Một khoá xuất hiện hai lần trong đối tượng JSON; phiếu bị để riêng.",
            "A key stands in the JSON object twice; the document was set aside."),
    /** A list of answers holds no documents. */
    NO_DOCUMENTS(
            "source.json.no-documents",
            Severity.ERROR,
            "Tệp JSON không chứa phiếu nào.",
            "The JSON file holds no responses."),
    /** Counts of a terminal that are no counts. */
    BAD_COUNTS(
            "source.counts.bad",
            Severity.ERROR,
            "Số đếm phải là các số nguyên không âm, đủ số mức của thang {scale}; dòng bị để riêng.",
            "Counts must be whole numbers of at least 0, one for each level of the scale {scale}; the row was set"
                    + " aside."),
    /** A time of counts that cannot be read. */
    BAD_TIME(
            "source.counts.bad-time",
            Severity.ERROR,
            "Thời điểm của số đếm không đọc được; dòng bị để riêng.",
            "The time of the counts cannot be read; the row was set aside."),
    /** Nothing is counted in the fields that are known. */
    NO_COUNTS(
            "source.counts.none",
            Severity.ERROR,
            "Tệp mô tả thiết bị hoặc khảo sát nhưng không có số đếm ở các trường đã biết (ts, data). Nếu số đếm nằm ở trường"
                    + " khác, hãy khai báo tên các trường của số đếm.",
            "The file describes terminals or surveys, but no counts stand in the fields that are known (ts, data). If they"
                    + " stand in others, name the fields of the counts."),
    /** A field that was named for counts is not in the file. Attribute: {@code name}. */
    COUNT_FIELD_MISSING(
            "source.counts.field-missing",
            Severity.ERROR,
            "Trường \"{name}\" của số đếm không có trong tệp.",
            "The field \"{name}\" of the counts is not in the file."),
    /** A press of a button that the tool itself takes for misuse. */
    MISUSE(
            "source.counts.misuse",
            Severity.WARNING,
            "Công cụ đánh dấu lần bấm này là lạm dụng; dòng bị để riêng.",
            "The tool marks this press as misuse; the row was set aside."),
    /** The file holds counts, but in fields that are not known. Attribute: {@code names}. */
    LOOKS_COUNTED(
            "source.counts.unknown-fields",
            Severity.ERROR,
            "Tệp có vẻ chứa số đếm ({names}), không phải từng phiếu, nên không được đọc thành phiếu. Hãy khai báo tên các trường"
                    + " của số đếm, hoặc khai báo công cụ (csv, xlsx, json) nếu mỗi dòng thật sự là một phiếu.",
            "The file seems to hold counts ({names}), not single responses, and is not read as responses. Name the fields of"
                    + " the counts, or declare the tool (csv, xlsx, json) if each row really is one response."),
    /** The rows hold shares or means, worked out already. Attribute: {@code names}. */
    LOOKS_AGGREGATED(
            "source.table.aggregated",
            Severity.ERROR,
            "Tệp có vẻ là bảng kết quả đã tổng hợp (tỷ lệ hoặc điểm trung bình ở các cột {names}): mỗi dòng là một đơn vị hoặc câu"
                    + " hỏi, không phải một phiếu, nên không được đọc thành phiếu. Hãy lấy tệp phiếu gốc, hoặc khai báo công cụ (csv,"
                    + " xlsx) nếu mỗi dòng thật sự là một phiếu.",
            "The file seems to be a table of results (shares or means in the columns {names}): each row is a unit or a question,"
                    + " not a response, and is not read as one. Get the file of responses, or declare the tool (csv, xlsx) if each"
                    + " row really is one response."),
    /** The order of the levels is not stated by the source. Attribute: {@code scale}. */
    COUNT_ORDER_ASSUMED(
            "source.counts.order-assumed",
            Severity.WARNING,
            "Nguồn không nêu thứ tự các nút của thang {scale}; số đếm được đọc từ mức kém nhất (vị trí 0) đến tốt"
                    + " nhất. Hãy đối chiếu với một kết quả đã biết.",
            "The source does not state the order of the buttons of {scale}; counts were read from the worst (position"
                    + " 0) to the best. Compare with a result you know."),
    /** The scale of counts was told from their number alone. Attribute: {@code scale}. */
    SCALE_ASSUMED(
            "source.counts.scale-assumed",
            Severity.WARNING,
            "Nguồn không nêu thang đo; số lượng số đếm ứng với thang {scale}.",
            "The source does not state the scale; the number of counts fits {scale}."),
    /** The host computes an index of the terminals' own by a formula that is not published. Attribute: {@code index}. */
    INDEX_NOT_COMPUTED(
            "source.counts.index-not-computed",
            Severity.WARNING,
            "Chỉ số {index} của thiết bị không có công thức được công bố nên không được tính; phân bố được giữ nguyên.",
            "The formula of the terminal's own index {index} is not published, so it is not computed; the distribution"
                    + " is kept.");

    private final String code;
    private final Severity severity;
    private final LocalizedText text;

    FormToolProblem(String code, Severity severity, String vi, String en) {
        this.code = code;
        this.severity = severity;
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

    @Override
    public Severity severity() {
        return severity;
    }
}
