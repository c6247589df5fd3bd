package vn.sipas.qr.poster;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with a print before it is printed. */
public enum PrintProblem implements ProblemKind {
    /** Fewer than four printer dots a module. */
    TOO_FEW_DOTS(
            "qr.print.too-few-dots",
            "Mỗi ô mã chỉ có {dots} điểm in, cần ít nhất 4. Hãy in to hơn hoặc dùng máy in có độ phân giải cao hơn.",
            "A module has only {dots} printer dots, 4 are needed. Print larger or with a finer printer.",
            Severity.ERROR),
    /** A number of dots that is not whole and small enough to matter: modules come out unequal. */
    UNEVEN_DOTS(
            "qr.print.uneven-dots",
            "Mỗi ô mã có {dots} điểm in, không phải số nguyên: các ô sẽ không đều. Nên dùng cỡ ô {millimetres} mm.",
            "A module has {dots} printer dots, not a whole number: modules come out unequal. {millimetres} mm would"
                    + " fit.",
            Severity.WARNING),
    /** A quiet zone below four modules. */
    QUIET_ZONE(
            "qr.print.quiet-zone",
            "Viền trắng chỉ rộng {modules} ô, cần ít nhất 4.",
            "The quiet zone has only {modules} modules, 4 are needed.",
            Severity.ERROR),
    /** Too little difference between ink and paper, or light ink on dark paper. */
    CONTRAST(
            "qr.print.contrast",
            "Độ tương phản giữa mực và giấy là {percent} %, cần ít nhất 55 %, mực phải tối hơn giấy.",
            "The contrast between ink and paper is {percent} %, 55 % are needed, with the ink darker than the paper.",
            Severity.ERROR),
    /** A symbol too small for the distance from which it shall be read. */
    READING_DISTANCE(
            "qr.print.reading-distance",
            "Mã rộng {side} mm chỉ đọc được từ khoảng {reach} mm, yêu cầu {wanted} mm.",
            "A symbol of {side} mm reads from about {reach} mm, {wanted} mm were asked for.",
            Severity.WARNING),
    /** Data modules that look like a finder pattern: some scanners will not read the symbol. */
    LOOK_ALIKES(
            "qr.print.look-alikes",
            "Mã có {count} chỗ giống ô định vị, một số máy quét có thể không đọc được. Hãy tạo lại mã.",
            "The symbol has {count} places that look like a finder pattern; some scanners may fail. Issue it again.",
            Severity.WARNING),
    /** A character that the font has no glyph for, or a mark that does not melt into its letter. */
    MISSING_GLYPH(
            "qr.print.missing-glyph",
            "Phông chữ {font} không có ký tự {codePoint}. Hãy sửa chữ hoặc dùng phông khác.",
            "The font {font} has no glyph for {codePoint}. Mend the text or take another font.",
            Severity.ERROR),
    /** A text that does not fit even in the smallest letters. */
    TEXT_TOO_LONG(
            "qr.print.text-too-long",
            "Phần {whatVi} dài {characters} ký tự, không vừa {lines} dòng với cỡ chữ nhỏ nhất. Hãy rút gọn.",
            "The {what} has {characters} characters and does not fit on {lines} lines in the smallest letters: shorten"
                    + " it.",
            Severity.ERROR),
    /** A logo that takes more codewords than the symbol can spare, or lies on a function pattern. */
    LOGO_TOO_LARGE(
            "qr.print.logo-too-large",
            "Biểu trưng rộng {side} ô làm hỏng {lost} từ mã trong một khối, chỉ cho phép {allowed}. Rộng nhất:"
                    + " {largest} ô. Mức sửa lỗi đủ dùng: {level}.",
            "A logo of {side} modules takes {lost} codewords of a block, {allowed} are allowed. Largest: {largest}"
                    + " modules. Level that would do: {level}.",
            Severity.ERROR),
    /** Texts that each fit but leave too little for the symbol. */
    NO_ROOM(
            "qr.print.no-room",
            "Các dòng chữ không để đủ {millimetres} mm cho mã trên giấy {paper}. Hãy rút gọn tên hoặc dùng giấy lớn"
                    + " hơn.",
            "The texts do not leave {millimetres} mm for the symbol on {paper}: shorten the names or take larger"
                    + " paper.",
            Severity.ERROR);

    private final String code;
    private final String vi;
    private final String en;
    private final Severity severity;

    PrintProblem(String code, String vi, String en, Severity severity) {
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
