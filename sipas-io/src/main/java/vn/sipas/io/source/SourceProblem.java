package vn.sipas.io.source;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with an export, from the file as a whole down to a cell. */
public enum SourceProblem implements ProblemKind {
    /** The file has no content. */
    EMPTY(
            "source.file.empty",
            "Tệp trống hoặc không có dòng tiêu đề. Hãy xuất lại tệp.",
            "The file is empty or has no row of headings. Export it again.",
            Severity.ERROR),
    /** The file is of a kind that nothing here reads. */
    UNKNOWN_FILE(
            "source.file.unknown",
            "Không nhận ra loại tệp này. Hãy xuất dưới dạng CSV, XLSX hoặc JSON.",
            "The kind of file is not known. Export it as CSV, XLSX or JSON.",
            Severity.ERROR),
    /** The content is a text, a log or rows without headings rather than a table. */
    NOT_A_TABLE(
            "source.file.no-table",
            "Nội dung không phải là bảng có một dòng tiêu đề: {whyVi}. Nếu vẫn là bảng, hãy khai báo công cụ (csv hoặc xlsx).",
            "The content is not a table with one row of headings: {whyEn}. If it is one all the same, declare the tool (csv or xlsx).",
            Severity.ERROR),
    /** The table has headings and nothing else. */
    NO_ROWS(
            "source.file.no-rows",
            "Tệp chỉ có tiêu đề cột, không có dòng dữ liệu nào.",
            "The file has headings and no rows below them.",
            Severity.WARNING),
    /** The second row of a plain table holds headings, too. */
    STACKED_HEADINGS(
            "source.headings.stacked",
            "Dòng thứ hai cũng là tiêu đề (phương án hoặc nguyên văn câu hỏi), được ghép với dòng đầu và không tính là phiếu.",
            "The second row holds headings, too (options or the wording of questions); it was joined with the first and is no response.",
            Severity.WARNING),
    /** An archive holds several tables, and none is the table of submissions to which the others belong. */
    SEVERAL_TABLES(
            "source.archive.several-tables",
            "Tệp nén chứa {tables} bảng và không rõ bảng nào là bảng phiếu. Hãy giải nén và đưa từng tệp.",
            "The archive holds {tables} tables, and it is not clear which one is that of the responses. Unpack it and give one file.",
            Severity.ERROR),
    /** An archive holds more entries or bytes than the limits allow. */
    ARCHIVE_TOO_LARGE(
            "source.archive.too-large",
            "Tệp nén có quá nhiều mục hoặc bung ra quá lớn so với giới hạn.",
            "The archive has more entries or inflates to more bytes than the limits allow.",
            Severity.ERROR),
    /** The text is in no encoding that can be told from its bytes. */
    UNKNOWN_ENCODING(
            "source.file.encoding",
            "Tệp không phải UTF-8 hay UTF-16 có BOM, cũng không có dấu hiệu của windows-1258, nên không đoán bảng mã. Hãy khai báo bảng mã (windows-1258 hoặc windows-1252) hoặc lưu lại dưới dạng UTF-8; chữ gõ theo TCVN3 (ABC) hay VNI phải được chuyển sang Unicode trước.",
            "The file is neither UTF-8 nor UTF-16 with a byte order mark, has no mark of windows-1258 either, and other encodings are not guessed. Declare the encoding (windows-1258 or windows-1252) or save the file as UTF-8; texts typed in TCVN3 (ABC) or VNI have to be converted to Unicode first.",
            Severity.ERROR),
    /** Two delimiters fit equally well. */
    AMBIGUOUS_DELIMITER(
            "source.file.delimiter",
            "Không rõ dấu phân cách: {first} và {second} đều hợp. Hãy khai báo dấu phân cách.",
            "The delimiter is not clear: {first} and {second} fit equally well. Declare the delimiter.",
            Severity.ERROR),
    /** Two tools fit about equally well. */
    AMBIGUOUS_TOOL(
            "source.tool.ambiguous",
            "Không rõ công cụ nào tạo tệp: {first} ({firstConfidence} %) hay {second} ({secondConfidence} %). Hãy khai báo công cụ.",
            "It is not clear which tool wrote the file: {first} ({firstConfidence} %) or {second} ({secondConfidence} %). Declare the tool.",
            Severity.ERROR),
    /** The file does not look like an export of the declared tool at all. */
    NOT_THIS_TOOL(
            "source.tool.other",
            "Tệp không có dạng xuất của {tool}. Hãy kiểm tra tệp hoặc khai báo công cụ khác.",
            "The file is not an export of {tool}. Check the file or declare another tool.",
            Severity.ERROR),
    /** The heading rows of the tool are not there. */
    BAD_HEADINGS(
            "source.headings.bad",
            "Các dòng tiêu đề không đúng dạng của {tool}.",
            "The heading rows are not those of {tool}.",
            Severity.ERROR),
    /** The file holds counts, which need no mapping of columns. */
    COUNTS_ONLY(
            "source.file.counts",
            "Tệp chứa số đếm, không phải từng phiếu; hãy đọc trực tiếp, không cần ánh xạ cột.",
            "The file holds counts, not single responses; read it, no mapping of columns is needed.",
            Severity.ERROR),
    /** A column that the mapping names is not in the file. */
    COLUMN_NOT_IN_FILE(
            "source.mapping.column-missing",
            "Cột \"{name}\" trong tệp ánh xạ không có trong tệp dữ liệu.",
            "The column \"{name}\" of the mapping is not in the file.",
            Severity.WARNING),
    /** A column of the file that the mapping does not mention. */
    COLUMN_NOT_MAPPED(
            "source.mapping.column-unmapped",
            "Cột \"{name}\" không có trong tệp ánh xạ và không được dùng ({cells} ô có nội dung).",
            "The column \"{name}\" is not in the mapping and was not used ({cells} cells with content).",
            Severity.WARNING),
    /** No form of the mapping fits the file, or two do. */
    FORM_UNCLEAR(
            "source.mapping.form",
            "Không rõ phiên bản biểu mẫu nào trong tệp ánh xạ ứng với tệp dữ liệu ({candidates} phiên bản phù hợp).",
            "It is not clear which form of the mapping the file has ({candidates} fit).",
            Severity.ERROR),
    /** The mapping names a question or option that the survey does not have. */
    MAPPING_NOT_OF_SURVEY(
            "source.mapping.not-of-survey",
            "Tệp ánh xạ nêu câu hỏi \"{question}\" không có trong phiếu khảo sát.",
            "The mapping names the question \"{question}\", which the survey does not have.",
            Severity.ERROR),
    /** The mapping is for another survey than the one given. */
    OTHER_SURVEY(
            "source.mapping.other-survey",
            "Tệp ánh xạ dành cho phiếu {mapped}, không phải phiếu {given}.",
            "The mapping is for the survey {mapped}, not for {given}.",
            Severity.ERROR),
    /** The mapping describes a question that cannot be made from what it says. */
    MAPPING_INCOMPLETE(
            "source.mapping.incomplete",
            "Câu hỏi \"{question}\" trong tệp ánh xạ thiếu kiểu, thang đo hoặc phương án; hãy bổ sung hoặc đưa phiếu khảo sát.",
            "The question \"{question}\" of the mapping lacks its kind, scale or options; add them or give the survey.",
            Severity.ERROR),
    /** A question of the survey has no column. */
    QUESTION_NOT_IN_FILE(
            "source.survey.question-missing",
            "Câu hỏi \"{question}\" của phiếu không có cột nào trong tệp.",
            "The question \"{question}\" of the survey has no column in the file.",
            Severity.WARNING),
    /** A column was left out as personal data. */
    PERSONAL_LEFT_OUT(
            "source.privacy.left-out",
            "Cột \"{name}\" chứa dữ liệu cá nhân ({kindVi}) nên không được lấy ({cells} ô); lý do: {whyVi}.",
            "The column \"{name}\" holds personal data ({kindEn}) and was left out ({cells} cells); reason: {whyEn}.",
            Severity.WARNING),
    /** The times of a column were coarsened to days. */
    PERSONAL_COARSENED(
            "source.privacy.coarsened",
            "Cột \"{name}\" chứa thời điểm chính xác; chỉ giữ ngày ({cells} ô).",
            "The column \"{name}\" holds exact times; the day alone was kept ({cells} cells).",
            Severity.WARNING),
    /** The file has no column that could be a question. */
    NO_QUESTIONS(
            "source.mapping.no-questions",
            "Không có cột nào là câu hỏi, nên không có phiếu trả lời.",
            "No column is a question, so that there are no responses.",
            Severity.ERROR),
    /** No column holds the unit, and none was declared. */
    NO_UNIT(
            "source.unit.unstated",
            "Không có cột nào chứa mã đơn vị; mọi phiếu được ghi cho đơn vị \"{unit}\". Hãy khai báo đơn vị hoặc chỉ ra cột trong tệp ánh xạ.",
            "No column holds the code of the unit; every response is filed under \"{unit}\". Declare the unit or name its column in the mapping.",
            Severity.WARNING),
    /** A scale was recognised by its labels alone. */
    SCALE_PROPOSED(
            "source.scale.proposed",
            "Câu hỏi \"{question}\": nhãn trả lời giống thang {scale}{others}. Hãy kiểm tra trong tệp ánh xạ.",
            "Question \"{question}\": the labels look like the scale {scale}{others}. Check it in the mapping.",
            Severity.WARNING),
    /** Dates that could be day first or month first. */
    DATE_ORDER_UNCLEAR(
            "source.date.order",
            "Cột \"{name}\": không rõ ngày hay tháng đứng trước, nên không lấy ngày. Hãy khai báo thứ tự ngày tháng.",
            "Column \"{name}\": it is not clear whether day or month comes first, so no day was taken. Declare the order.",
            Severity.ERROR),
    /** Dates that could be day first or month first, where something else told which. */
    DATE_ORDER_ASSUMED(
            "source.date.assumed",
            "Cột \"{name}\": ngày tháng đọc được theo hai cách; đã hiểu là {orderVi} vì {whyVi}. Nếu không đúng, hãy khai báo thứ tự ngày tháng.",
            "Column \"{name}\": the dates can be read in two ways; they were taken as {orderEn} because {whyEn}. Declare the order if that is wrong.",
            Severity.WARNING),
    /** Options that contain the separator of lists, or neighbouring options that were always chosen together. */
    LIST_UNCERTAIN(
            "source.list.uncertain",
            "Cột \"{name}\": {pairs} chỗ có dấu phẩy có thể nằm trong một phương án hoặc ngăn cách hai phương án luôn được chọn cùng nhau. Hãy kiểm tra các phương án trong tệp ánh xạ, hoặc đưa phiếu khảo sát.",
            "Column \"{name}\": in {pairs} places a comma may belong to one option or stand between two that were always chosen together. Check the options in the mapping, or give the survey.",
            Severity.WARNING),
    /** Numbers whose comma or point could be a decimal mark or group thousands. */
    DECIMAL_UNCLEAR(
            "source.number.decimal",
            "Cột \"{name}\": không rõ dấu phẩy hay dấu chấm là dấu thập phân, nên không lấy số. Hãy khai báo dấu thập phân.",
            "Column \"{name}\": it is not clear which mark stands before decimals, so no numbers were taken. Declare the mark.",
            Severity.ERROR),
    /** Rows above the headings were taken for the title of a report. */
    TITLE_ROWS(
            "source.rows.above-headings",
            "{rows} dòng phía trên tiêu đề cột được coi là tiêu đề báo cáo và bị bỏ qua.",
            "{rows} rows above the headings were taken for the title of a report and passed over.",
            Severity.WARNING),
    /** Numbers such as 1.500 under Vietnamese headings were read as thousands, as Vietnamese writes them. */
    DECIMAL_ASSUMED(
            "source.number.decimal-assumed",
            "Cột \"{name}\": tiêu đề tiếng Việt nên dấu chấm được hiểu là phân cách hàng nghìn. Hãy kiểm tra trong tệp ánh xạ.",
            "Column \"{name}\": under Vietnamese headings the point was taken to group thousands. Check it in the mapping.",
            Severity.WARNING),
    /** Years of the Buddhist calendar. Attribute: {@code name}. */
    BUDDHIST_YEARS(
            "source.date.buddhist",
            "Cột \"{name}\": năm ghi theo Phật lịch; đã trừ 543 để ra năm dương lịch. Hãy kiểm tra.",
            "Column \"{name}\": the years are those of the Buddhist calendar; 543 was taken off each. Check them.",
            Severity.WARNING),
    /** Codes of units that may have lost the zero in front. Attribute: {@code name}. */
    UNIT_ZEROS(
            "source.unit.leading-zeros",
            "Cột \"{name}\": có mã đơn vị 4 chữ số, trong khi mã xã có 5; bảng tính thường làm mất số 0 ở đầu (07210 thành 7210). Mã được giữ nguyên; hãy sửa trong tệp nguồn nếu đúng là mã xã.",
            "Column \"{name}\": some codes of units have 4 digits where those of communes have 5; sheets often lose the zero in front (07210 becomes 7210). The codes were kept as they are; correct the source if they are codes of communes.",
            Severity.WARNING),
    /** Dates that the tool writes in place of the true ones. */
    ANONYMISED_DATES(
            "source.date.anonymised",
            "Cột \"{name}\" chỉ chứa ngày giữ chỗ {placeholder} ({cells} ô); phiếu không có ngày.",
            "The column \"{name}\" holds the placeholder {placeholder} ({cells} cells); those responses have no day.",
            Severity.WARNING),
    /** A column has more different values than can be offered as options. */
    TOO_MANY_VALUES(
            "source.column.too-many-values",
            "Cột \"{name}\" có hơn {limit} giá trị khác nhau nên được coi là chữ tự do.",
            "The column \"{name}\" has more than {limit} different values and is taken for free text.",
            Severity.WARNING),
    /** The heading of a column is not in Unicode normalisation form C. */
    HEADING_COMPOSED(
            "source.heading.composed",
            "Tiêu đề cột {column} ở dạng Unicode tổ hợp (NFD) và được chuyển sang dạng dựng sẵn (NFC).",
            "The heading of column {column} was in decomposed Unicode (NFD) and was composed (NFC).",
            Severity.WARNING),
    /** A row that the tool's users made while trying the form. */
    PREVIEW_ROW(
            "source.row.preview",
            "Dòng là bản xem trước hoặc thử nghiệm của {tool} và bị để riêng.",
            "The row is a preview or test of {tool} and was set aside.",
            Severity.ERROR),
    /** A row that adds up the rows above. */
    SUM_ROW(
            "source.row.sum",
            "Dòng tổng cộng, không phải một phiếu; dòng bị để riêng.",
            "The row adds up those above and is no response; it was set aside.",
            Severity.ERROR),
    /** A response that was begun and not finished, and is used. */
    INCOMPLETE_KEPT(
            "source.row.incomplete",
            "Phiếu chưa hoàn thành theo {tool}; vẫn được dùng.",
            "The response was not finished according to {tool}; it is used all the same.",
            Severity.WARNING),
    /** A response that was begun and not finished, and is not used. */
    INCOMPLETE_SET_ASIDE(
            "source.row.incomplete-set-aside",
            "Phiếu chưa hoàn thành theo {tool} và bị để riêng.",
            "The response was not finished according to {tool} and was set aside.",
            Severity.ERROR),
    /** The id of the response is missing. */
    NO_ID(
            "source.row.no-id",
            "Dòng không có mã phiếu và bị để riêng.",
            "The row has no response id and was set aside.",
            Severity.ERROR),
    /** The id of the response stood in an earlier row. */
    REPEATED_ID(
            "source.row.repeated-id",
            "Mã phiếu đã xuất hiện ở dòng trước; dòng này bị để riêng.",
            "The response id stood in an earlier row; this row was set aside.",
            Severity.ERROR),
    /** The row holds nothing but empty cells. */
    BLANK_ROW(
            "source.row.blank",
            "Dòng chỉ có ô trống và bị để riêng.",
            "The row holds empty cells only and was set aside.",
            Severity.ERROR),
    /** The unit of a row is missing or has not the form of a code. */
    BAD_UNIT(
            "source.row.bad-unit",
            "Mã đơn vị trống hoặc sai dạng; dòng bị để riêng.",
            "The code of the unit is missing or malformed; the row was set aside.",
            Severity.ERROR),
    /** The weight of a row is not a positive number. */
    BAD_WEIGHT(
            "source.row.bad-weight",
            "Trọng số phải là số dương; dòng bị để riêng.",
            "The weight must be a positive number; the row was set aside.",
            Severity.ERROR),
    /** No form of the mapping is for the revision of the row. */
    UNKNOWN_REVISION(
            "source.row.unknown-revision",
            "Tệp ánh xạ không có phiên bản biểu mẫu của dòng này; dòng bị để riêng.",
            "The mapping has no form for the revision of this row; the row was set aside.",
            Severity.ERROR),
    /** A long row belongs to a submission that was closed before. */
    LATE_ROW(
            "source.row.late",
            "Dòng thuộc phiếu đã khép lại trước đó vì quá nhiều phiếu mở cùng lúc (giới hạn {limit}); dòng bị để riêng. Hãy sắp xếp tệp theo mã phiếu.",
            "The row belongs to a submission closed earlier because too many were open at once (limit {limit}); it was set aside. Sort the file by submission.",
            Severity.ERROR),
    /** A long row answers a question that was answered before in the same submission. */
    REPEATED_ANSWER(
            "source.row.repeated-answer",
            "Câu hỏi đã được trả lời ở dòng trước của cùng phiếu; dòng bị để riêng.",
            "The question was answered in an earlier row of the same submission; the row was set aside.",
            Severity.ERROR),
    /** A long row says something else about its submission than an earlier row. */
    OTHER_DESCRIPTION(
            "source.row.other-description",
            "Cột \"{name}\" khác với dòng trước của cùng phiếu; giá trị trước được giữ.",
            "The column \"{name}\" differs from an earlier row of the same submission; the earlier value was kept.",
            Severity.WARNING),
    /** A long row names another unit, wave, weight or place in the sample than its submission. */
    OTHER_UNIT(
            "source.row.other-unit",
            "Cột \"{name}\" khác với dòng trước của cùng phiếu, nên không rõ câu trả lời thuộc về đâu; dòng bị để riêng.",
            "The column \"{name}\" differs from an earlier row of the same submission, so that it is not clear where the answer belongs; the row was set aside.",
            Severity.ERROR),
    /** A column of a long table that describes single answers, not submissions. */
    PER_ANSWER_COLUMN(
            "source.column.per-answer",
            "Cột \"{name}\" thay đổi theo từng câu trả lời trong cùng phiếu, nên không mô tả phiếu và không được dùng.",
            "The column \"{name}\" changes from answer to answer of one submission, so that it does not describe submissions and was not used.",
            Severity.WARNING),
    /** An answer that its question does not offer. */
    BAD_ANSWER(
            "source.cell.not-offered",
            "Câu trả lời không có trong các phương án của câu hỏi \"{question}\" và bị bỏ trống.",
            "The answer is not among those that the question \"{question}\" offers and was left out.",
            Severity.ERROR),
    /** Two cells of one row answer the same question differently. */
    CONTRADICTION(
            "source.cell.contradiction",
            "Hai ô của cùng phiếu trả lời khác nhau cho câu hỏi \"{question}\"; ô sau bị bỏ qua.",
            "Two cells of one response answer the question \"{question}\" differently; the later one was left out.",
            Severity.ERROR),
    /** A day that is none. */
    BAD_DAY(
            "source.cell.bad-day",
            "Không đọc được ngày; phiếu được giữ mà không có ngày.",
            "The day cannot be read; the response was kept without it.",
            Severity.ERROR),
    /** A cell beside the answers that cannot be used. */
    BAD_VALUE(
            "source.cell.bad-value",
            "Giá trị của cột \"{name}\" không hợp lệ và bị bỏ qua.",
            "The value of the column \"{name}\" is not valid and was left out.",
            Severity.ERROR),
    /** A text in decomposed Unicode was composed. */
    COMPOSED(
            "source.cell.composed",
            "Chữ ở dạng Unicode tổ hợp (NFD) được chuyển sang dạng dựng sẵn (NFC).",
            "The text was in decomposed Unicode (NFD) and was composed (NFC).",
            Severity.WARNING),
    /** An answer was only understood without its surrounding spaces, letter case or form. */
    TIDIED(
            "source.cell.tidied",
            "Câu trả lời được chuẩn hoá khoảng trắng, chữ hoa hoặc cách viết.",
            "Spaces, letter case or spelling of the answer were made uniform.",
            Severity.WARNING),
    /** A number was written with a decimal comma or grouped thousands. */
    NUMBER_REWRITTEN(
            "source.cell.number",
            "Số được viết lại theo dấu chấm thập phân.",
            "The number was rewritten with a decimal point.",
            Severity.WARNING);

    private final String code;
    private final String vi;
    private final String en;
    private final Severity severity;

    SourceProblem(String code, String vi, String en, Severity severity) {
        this.code = code;
        this.vi = vi;
        this.en = en;
        this.severity = severity;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public LocalizedText text() {
        return LocalizedText.of(vi, en);
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
