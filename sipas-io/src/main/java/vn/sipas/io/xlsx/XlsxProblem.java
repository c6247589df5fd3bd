package vn.sipas.io.xlsx;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with a workbook. */
public enum XlsxProblem implements ProblemKind {
    /** The file is not a workbook of any kind. */
    NOT_A_WORKBOOK(
            "xlsx.file.not-a-workbook",
            Severity.ERROR,
            "Tệp không phải bảng tính .xlsx. Hãy mở tệp và lưu lại dưới dạng .xlsx.",
            "The file is not an .xlsx workbook. Open it and save it as .xlsx."),
    /** The file is locked with a password. */
    ENCRYPTED(
            "xlsx.file.encrypted",
            Severity.ERROR,
            "Bảng tính được đặt mật khẩu. Hãy bỏ mật khẩu rồi lưu lại.",
            "The workbook is protected by a password. Remove the password and save it again."),
    /** The file is of the binary format from before 2007. */
    OLD_FORMAT(
            "xlsx.file.old-format",
            Severity.ERROR,
            "Tệp thuộc định dạng .xls cũ. Hãy mở tệp và lưu lại dưới dạng .xlsx.",
            "The file is in the old .xls format. Open it and save it as .xlsx."),
    /** The file is an OpenDocument or binary workbook. Attribute: {@code format}. */
    OTHER_FORMAT(
            "xlsx.file.other-format",
            Severity.ERROR,
            "Tệp thuộc định dạng {format}. Hãy mở tệp và lưu lại dưới dạng .xlsx.",
            "The file is in the format {format}. Open it and save it as .xlsx."),
    /** The archive around the parts is broken. */
    BROKEN_ARCHIVE(
            "xlsx.file.broken",
            Severity.ERROR,
            "Tệp bị hỏng hoặc bị cắt cụt, không mở được. Hãy xuất lại tệp.",
            "The file is damaged or cut off and cannot be opened. Export it again."),
    /** The archive has too many entries. Attribute: {@code limit}. */
    TOO_MANY_PARTS(
            "xlsx.file.too-many-parts",
            Severity.ERROR,
            "Tệp có hơn {limit} phần nên không được đọc.",
            "The file has more than {limit} parts and was not read."),
    /** Two entries of the archive have the same name. Attribute: {@code part}. */
    REPEATED_PART(
            "xlsx.file.repeated-part",
            Severity.ERROR,
            "Tệp có hai phần cùng tên {part} nên không được đọc.",
            "The file has two parts named {part} and was not read."),
    /** The parts inflate beyond the limit. Attributes: {@code part}, {@code limit}. */
    INFLATES_TOO_FAR(
            "xlsx.part.inflates-too-far",
            Severity.ERROR,
            "Phần {part} phình ra quá giới hạn {limit} khi giải nén; việc đọc dừng ở đó.",
            "The part {part} inflates beyond {limit}; reading ended there."),
    /** A part that the workbook names is not there. Attribute: {@code part}. */
    MISSING_PART(
            "xlsx.part.missing",
            Severity.ERROR,
            "Thiếu phần {part} của bảng tính. Hãy mở tệp và lưu lại.",
            "The part {part} of the workbook is missing. Open the file and save it again."),
    /** The compressed data of a part are broken. Attribute: {@code part}. */
    BROKEN_PART(
            "xlsx.part.broken",
            Severity.ERROR,
            "Phần {part} bị hỏng; phần còn lại của nó không được đọc.",
            "The part {part} is damaged; the rest of it was not read."),
    /** A part is not XML from some point on. Attributes: {@code part}, {@code line}, {@code column}. */
    MALFORMED_XML(
            "xlsx.part.malformed-xml",
            Severity.ERROR,
            "Phần {part} không phải XML hợp lệ (dòng {line}, cột {column}); phần còn lại của nó không được đọc.",
            "The part {part} is not valid XML (line {line}, column {column}); the rest of it was not read."),
    /** A part has a document type declaration. Attribute: {@code part}. */
    DOCUMENT_TYPE(
            "xlsx.part.document-type",
            Severity.ERROR,
            "Phần {part} chứa khai báo DOCTYPE, điều không có trong bảng tính bình thường; phần này không được đọc.",
            "The part {part} contains a DOCTYPE declaration, which no proper workbook does; it was not read."),
    /** The XML of a part goes beyond a limit. Attributes: {@code part}, {@code line}, {@code column}. */
    XML_LIMIT(
            "xlsx.part.xml-limit",
            Severity.ERROR,
            "Phần {part} có đoạn quá dài, lồng quá sâu hoặc quá nhiều tên (dòng {line}, cột {column});"
                    + " phần còn lại của nó không được đọc.",
            "The part {part} is too long in one piece, too deep or full of names (line {line}, column {column});"
                    + " the rest of it was not read."),
    /** The workbook has no sheet of cells. */
    NO_SHEET(
            "xlsx.file.no-sheet",
            Severity.ERROR,
            "Tệp không có trang tính nào.",
            "The workbook has no sheet of cells."),
    /** A sheet has no row with text. Attribute: {@code sheet}. */
    EMPTY_SHEET(
            "xlsx.sheet.empty",
            Severity.ERROR,
            "Trang tính {sheet} không có dòng tiêu đề.",
            "The sheet {sheet} has no row of headings."),
    /** A sheet is hidden; it is read like any other. Attribute: {@code sheet}. */
    HIDDEN_SHEET(
            "xlsx.sheet.hidden",
            Severity.WARNING,
            "Trang tính {sheet} bị ẩn trong tệp; hãy kiểm tra xem nó có thuộc dữ liệu không.",
            "The sheet {sheet} is hidden in the file; check whether it belongs to the data."),
    /** A row stands above the one before, or beyond the last row a sheet can have. */
    ROW_NUMBER(
            "xlsx.row.number",
            Severity.ERROR,
            "Số thứ tự dòng trong tệp không tăng dần hoặc vượt giới hạn; dòng bị để riêng.",
            "The number of the row in the file does not increase or is out of range; the row was set aside."),
    /** A cell stands nowhere, outside the sheet or twice. */
    CELL_REFERENCE(
            "xlsx.cell.reference",
            Severity.ERROR,
            "Vị trí của ô không hợp lệ, bị lặp hoặc vượt quá {limit} cột; dòng bị để riêng.",
            "The position of a cell is malformed, repeated or beyond {limit} columns; the row was set aside."),
    /** A cell is longer than the limit. Attribute: {@code limit}. */
    CELL_TOO_LONG(
            "xlsx.cell.too-long",
            Severity.ERROR,
            "Ô dài hơn {limit} byte; dòng bị để riêng.",
            "The cell is longer than {limit} bytes; the row was set aside."),
    /** A row is longer than the limit. Attribute: {@code limit}. */
    ROW_TOO_LONG(
            "xlsx.row.too-long",
            Severity.ERROR,
            "Dòng dài hơn {limit} byte và bị để riêng.",
            "The row is longer than {limit} bytes and was set aside."),
    /** A row has text in columns without a heading. Attribute: {@code columns}. */
    BEYOND_HEADINGS(
            "xlsx.row.beyond-headings",
            Severity.ERROR,
            "Dòng có dữ liệu ở ngoài {columns} cột có tiêu đề; dòng bị để riêng.",
            "The row has text to the right of the {columns} columns with headings; the row was set aside."),
    /** A cell holds an error of the spreadsheet program, such as {@code #N/A}. Attribute: {@code value}. */
    ERROR_VALUE(
            "xlsx.cell.error-value",
            Severity.WARNING,
            "Ô chứa lỗi {value} của phần mềm bảng tính; ô được coi là văn bản đó.",
            "The cell holds the spreadsheet error {value}; it was taken as that text."),
    /** A cell holds something that is not the number, truth value or text number it claims to be. */
    CELL_VALUE(
            "xlsx.cell.value",
            Severity.ERROR,
            "Nội dung ô không đúng kiểu mà tệp khai báo; ô bị để trống.",
            "The content of the cell is not of the kind that the file declares; the cell was left empty."),
    /** Cells of a column are formulas; their stored values were taken. Attribute: {@code count}. */
    FORMULA(
            "xlsx.cell.formula",
            Severity.WARNING,
            "Cột có {count} ô là công thức, tính từ ô này; giá trị đã lưu được dùng, công thức không được tính lại.",
            "The column has {count} formulas from this cell on; stored values were taken, nothing was calculated."),
    /** A formula has no stored value. */
    FORMULA_WITHOUT_VALUE(
            "xlsx.cell.formula-without-value",
            Severity.ERROR,
            "Ô là công thức chưa có giá trị lưu sẵn; ô bị để trống. Hãy mở tệp bằng phần mềm bảng tính và lưu lại.",
            "The cell is a formula without a stored value; it was left empty. Open the file in a spreadsheet program"
                    + " and save it again.");

    private final String code;
    private final Severity severity;
    private final LocalizedText text;

    XlsxProblem(String code, Severity severity, String vi, String en) {
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
