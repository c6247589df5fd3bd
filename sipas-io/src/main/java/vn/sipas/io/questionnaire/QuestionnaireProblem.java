package vn.sipas.io.questionnaire;

import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What of a questionnaire could not be taken over. */
public enum QuestionnaireProblem implements ProblemKind {
    /** The file is no questionnaire of the expected kind. Attribute: {@code what}. */
    NOT_A_QUESTIONNAIRE(
            "questionnaire.file.other",
            Severity.ERROR,
            "Tệp không phải bảng hỏi dạng {what}.",
            "The file is not a questionnaire of the kind {what}."),
    /** A part of the file is broken or goes beyond a limit. */
    BROKEN(
            "questionnaire.file.broken",
            Severity.ERROR,
            "Tệp bị hỏng, chứa khai báo DOCTYPE hoặc vượt giới hạn kích thước.",
            "The file is damaged, has a DOCTYPE declaration or goes beyond a limit of size."),
    /** Nothing was left that a survey can ask. */
    NO_QUESTION(
            "questionnaire.no-question",
            Severity.ERROR,
            "Bảng hỏi không có câu hỏi nào chuyển sang được.",
            "The questionnaire has no question that can be taken over."),
    /** An element of a kind that surveys here do not have. Attributes: {@code name}, {@code kind}. */
    LEFT_OUT(
            "questionnaire.element.left-out",
            Severity.WARNING,
            "\"{name}\" thuộc kiểu {kind}, không chuyển sang được.",
            "\"{name}\" is of the kind {kind}, which cannot be taken over."),
    /** A question of a type that surveys here do not have. Attributes: {@code name}, {@code kind}, {@code whyVi}, {@code whyEn}. */
    QUESTION_LEFT_OUT(
            "questionnaire.question.left-out",
            Severity.WARNING,
            "Câu hỏi \"{name}\" (kiểu {kind}) không được lấy: {whyVi}.",
            "The question \"{name}\" (type {kind}) was not taken over: {whyEn}."),
    /** A question for a date, which is taken as a text. Attribute: {@code name}. */
    DATE_AS_TEXT(
            "questionnaire.question.date",
            Severity.WARNING,
            "Câu hỏi ngày \"{name}\" được lấy thành câu hỏi tự ghi.",
            "The question \"{name}\" asks for a date and was taken over as a text."),
    /** A ranking, which is taken as one choice for each place. Attributes: {@code name}, {@code count}. */
    RANKS(
            "questionnaire.question.ranks",
            Severity.WARNING,
            "Câu hỏi xếp hạng \"{name}\" được lấy thành {count} câu chọn một, mỗi hạng một câu.",
            "The ranking \"{name}\" was taken over as {count} single choices, one for each place."),
    /** A question without a usable code. Attribute: {@code kind}. */
    BAD_NAME(
            "questionnaire.name.bad",
            Severity.ERROR,
            "Mã bị thiếu, bị lặp hoặc sai dạng; câu hỏi kiểu {kind} không được lấy.",
            "The name is missing, repeated or malformed; the question of the kind {kind} was left out."),
    /** The list of options is missing or has fewer than two usable options. Attribute: {@code name}. */
    BAD_CHOICES(
            "questionnaire.choices.bad",
            Severity.ERROR,
            "Câu hỏi \"{name}\" không có ít nhất hai phương án dùng được; câu hỏi không được lấy.",
            "The question \"{name}\" has fewer than two usable options and was left out."),
    /** A condition that cannot be expressed as routing. Attribute: {@code name}. */
    CONDITION_NOT_EXPRESSIBLE(
            "questionnaire.condition.left-out",
            Severity.WARNING,
            "Điều kiện hiển thị của \"{name}\" không diễn đạt được; câu hỏi luôn được hỏi.",
            "The condition of \"{name}\" cannot be expressed; the question is always asked."),
    /** A limit or check on answers that cannot be expressed. Attribute: {@code name}. */
    CONSTRAINT_LEFT_OUT(
            "questionnaire.constraint.left-out",
            Severity.WARNING,
            "Ràng buộc của \"{name}\" không diễn đạt được và bị bỏ.",
            "The constraint of \"{name}\" cannot be expressed and was left out."),
    /** A number question for which the file states no limits. Attribute: {@code name}. */
    NO_LIMITS(
            "questionnaire.number.no-limits",
            Severity.WARNING,
            "Câu hỏi số \"{name}\" không nêu giới hạn; dùng khoảng rộng nhất [-10^12, 10^12].",
            "The number question \"{name}\" states no limits; the widest interval [-10^12, 10^12] was taken."),
    /** A repeated group whose questions are taken once. Attribute: {@code name}. */
    REPEAT_ONCE(
            "questionnaire.repeat.once",
            Severity.WARNING,
            "Nhóm lặp \"{name}\": các câu hỏi chỉ được lấy một lần.",
            "The questions of the repeated group \"{name}\" were taken once."),
    /** A group inside a group; its questions join the section around it. Attribute: {@code name}. */
    GROUP_FLATTENED(
            "questionnaire.group.flattened",
            Severity.WARNING,
            "Nhóm \"{name}\" nằm trong nhóm khác; các câu hỏi được gộp vào phần bao ngoài.",
            "The group \"{name}\" stands inside another; its questions join the section around it."),
    /** A text exists in one language only and stands for both. Attribute: {@code count}. */
    ONE_LANGUAGE(
            "questionnaire.text.one-language",
            Severity.WARNING,
            "{count} đoạn chữ chỉ có một ngôn ngữ và được dùng cho cả hai; hãy bổ sung bản dịch.",
            "{count} texts exist in one language only and stand for both; add the translation."),
    /** The options were recognised as a scale of satisfaction. Attributes: {@code name}, {@code scale}. */
    SCALE_RECOGNISED(
            "questionnaire.scale.recognised",
            Severity.WARNING,
            "Phương án của \"{name}\" được nhận ra là thang {scale}; hãy kiểm tra.",
            "The options of \"{name}\" were recognised as the scale {scale}; check it."),
    /** A field for another answer beside the options is taken as one more option. Attribute: {@code name}. */
    OTHER_OPTION(
            "questionnaire.choices.other",
            Severity.WARNING,
            "Phương án khác (tự ghi) của \"{name}\" được lấy thành phương án \"other\".",
            "The field for another answer of \"{name}\" was taken as the option \"other\"."),
    /** The version of the form is no revision number. */
    VERSION_NOT_A_NUMBER(
            "questionnaire.version",
            Severity.WARNING,
            "Phiên bản của biểu mẫu không phải số nguyên dương; dùng phiên bản 1.",
            "The version of the form is no positive whole number; revision 1 was taken.");

    private final String code;
    private final Severity severity;
    private final LocalizedText text;

    QuestionnaireProblem(String code, Severity severity, String vi, String en) {
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
