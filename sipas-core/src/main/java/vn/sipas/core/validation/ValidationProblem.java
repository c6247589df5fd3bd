package vn.sipas.core.validation;

import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** What can be wrong with a survey definition or a response from outside. */
public enum ValidationProblem implements ProblemKind {
    /** A value that must be there is absent. */
    MISSING(Code.MISSING, "Thiếu giá trị; hãy điền trường này.", "The value is missing; fill in this field."),
    /** A text is empty or consists of spaces. */
    BLANK(Code.BLANK, "Nội dung để trống; hãy nhập chữ.", "The text is blank; write something here."),
    /** A text is longer than the limit. */
    TEXT_SIZE(
            Code.TEXT_SIZE,
            "Độ dài phải từ {min} đến {max} ký tự; hãy rút gọn hoặc bổ sung.",
            "The text must have {min} to {max} characters; shorten or complete it."),
    /** A list or map has too few or too many entries. */
    LIST_SIZE(
            Code.LIST_SIZE,
            "Số mục phải từ {min} đến {max}; hãy thêm hoặc bớt mục.",
            "The number of entries must be {min} to {max}; add or remove some."),
    /** A number is below the least allowed. */
    NUMBER_TOO_SMALL(
            Code.NUMBER_TOO_SMALL,
            "Số phải từ {value} trở lên; hãy sửa lại.",
            "The number must be at least {value}; correct it."),
    /** A number is above the greatest allowed. */
    NUMBER_TOO_LARGE(
            Code.NUMBER_TOO_LARGE,
            "Số không được quá {value}; hãy sửa lại.",
            "The number must be at most {value}; correct it."),
    /** A code has another form than codes of questions, sections, levels and options have. */
    CODE_FORM(
            Code.CODE_FORM,
            "Mã phải gồm 1 đến 64 chữ, số, dấu chấm, gạch nối hoặc gạch dưới, bắt đầu bằng chữ hoặc số; hãy đổi mã.",
            "A code has 1 to 64 letters, digits, dots, hyphens or underscores and starts with a letter or digit; change it."),
    /** The id of a survey has another form. */
    SURVEY_ID_FORM(
            Code.SURVEY_ID_FORM,
            "Mã phiếu phải gồm 1 đến 80 chữ thường không dấu, số, dấu chấm hoặc gạch nối; hãy đổi mã.",
            "A survey id has 1 to 80 lower-case letters, digits, dots or hyphens; change it."),
    /** The code of a unit has another form. */
    UNIT_FORM(
            Code.UNIT_FORM,
            "Mã đơn vị phải gồm 1 đến 40 chữ không dấu, số, dấu chấm, gạch nối hoặc gạch dưới; hãy kiểm tra danh mục đơn vị.",
            "A unit code has 1 to 40 letters, digits, dots, hyphens or underscores; look it up in the list of units."),
    /** A day is not written as year-month-day, or does not exist. */
    DAY_FORM(
            Code.DAY_FORM,
            "Ngày phải có thật và viết dạng NĂM-THÁNG-NGÀY, ví dụ 2024-10-02; hãy sửa lại.",
            "A day must exist and be written YEAR-MONTH-DAY, such as 2024-10-02; correct it."),
    /** A weight is zero, negative or infinite. */
    WEIGHT(
            Code.WEIGHT,
            "Trọng số phải là số dương hữu hạn; hãy sửa, hoặc bỏ trường này nếu mọi phiếu ngang nhau.",
            "A weight must be a positive, finite number; correct it, or leave the field out if all ballots count alike."),
    /** A value is not one of the words of a closed list. */
    WORD(
            Code.WORD,
            "Giá trị không thuộc danh sách cho phép: {allowed}; hãy chọn một giá trị trong đó.",
            "The value is not one of {allowed}; choose one of these."),

    /** Two sections share a code. */
    DUPLICATE_SECTION(
            "survey.section.duplicate",
            "Hai phần trùng mã, phần trước ở {first}; hãy đổi một mã.",
            "Two sections share a code, the other is at {first}; change one of them."),
    /** Two questions share a code. */
    DUPLICATE_QUESTION(
            "survey.question.duplicate",
            "Hai câu hỏi trùng mã, câu trước ở {first}; hãy đổi một mã.",
            "Two questions share a code, the other is at {first}; change one of them."),
    /** Two options of a question share a code. */
    DUPLICATE_CHOICE(
            "survey.choice.duplicate",
            "Hai lựa chọn trùng mã, lựa chọn trước ở {first}; hãy đổi một mã.",
            "Two options share a code, the other is at {first}; change one of them."),
    /** Two scales share an id. */
    DUPLICATE_SCALE(
            "survey.scale.duplicate",
            "Hai thang đo trùng mã, thang trước ở {first}; hãy đổi một mã hoặc bỏ bớt.",
            "Two scales share an id, the other is at {first}; rename or remove one."),
    /** Two levels of a scale share a code. */
    DUPLICATE_LEVEL(
            "survey.level.duplicate",
            "Hai mức trùng mã, mức trước ở {first}; hãy đổi một mã.",
            "Two levels share a code, the other is at {first}; change one of them."),
    /** The values of the levels of a scale do not increase. */
    LEVEL_ORDER(
            "survey.level.order",
            "Giá trị các mức phải tăng dần; hãy sắp lại từ kém nhất đến tốt nhất.",
            "The values of the levels must increase; list them from the least to the most favourable."),
    /** A level is less favourable than the one before it. */
    FAVOUR_ORDER(
            "survey.level.favour-order",
            "Mức này được ghi kém hài lòng hơn mức đứng trước; hãy liệt kê từ kém nhất đến tốt nhất.",
            "This level is declared less favourable than the one before; list levels from the least to the most favourable."),
    /** A scale has no favourable level, or nothing else. */
    ONE_SIDED_SCALE(
            "survey.scale.one-sided",
            "Thang đo cần ít nhất một mức hài lòng và một mức khác; hãy ghi \"favourable\" cho mức cao nhất và không cho mức thấp nhất.",
            "A scale needs at least one favourable and one other level; declare the last one favourable and the first one not."),
    /** A rating question names a scale that the document does not define. */
    UNKNOWN_SCALE(
            "survey.scale.unknown",
            "Thang đo chưa được định nghĩa; hãy thêm vào \"scales\" hoặc dùng một trong: {known}.",
            "The scale is not defined; add it to \"scales\" or use one of: {known}."),
    /** A field stands in a question whose kind has no use for it. */
    FIELD_NOT_FOR_KIND(
            "survey.question.field-not-for-kind",
            "Câu hỏi loại {kind} không dùng trường này; hãy bỏ trường hoặc đổi loại câu hỏi.",
            "A question of kind {kind} does not use this field; remove it or change the kind."),
    /** More selections are allowed than there are options. */
    MORE_SELECTIONS_THAN_CHOICES(
            "survey.question.max-selections",
            "Số lựa chọn tối đa phải từ 1 đến {max}; hãy sửa lại.",
            "The greatest number of selections must be 1 to {max}; correct it."),
    /** The greatest number accepted is below the least. */
    EMPTY_INTERVAL(
            "survey.question.empty-interval",
            "Giá trị lớn nhất nhỏ hơn giá trị nhỏ nhất; hãy đổi chỗ hoặc sửa.",
            "The maximum is below the minimum; swap or correct them."),
    /** A routing rule names a question that the survey does not have. */
    ROUTING_UNKNOWN_QUESTION(
            "survey.routing.unknown-question",
            "Quy tắc rẽ nhánh nhắc đến câu hỏi không có trong phiếu; hãy sửa mã câu hỏi.",
            "The routing names a question that the survey does not have; correct the code."),
    /** A question has two routing rules. */
    ROUTING_TWICE(
            "survey.routing.duplicate",
            "Câu hỏi đã có quy tắc rẽ nhánh ở {first}; hãy gộp hai quy tắc bằng \"allOf\" hoặc \"anyOf\".",
            "The question already has a routing rule at {first}; join the two with \"allOf\" or \"anyOf\"."),
    /** A routing rule looks at the question itself or at a later one. */
    ROUTING_NOT_EARLIER(
            "survey.routing.not-earlier",
            "Điều kiện phải dựa vào câu hỏi đứng trước; hãy chuyển câu hỏi hoặc sửa điều kiện.",
            "A condition must look at an earlier question; move the question or change the condition."),
    /** A condition looks for an option or level that the question does not offer. */
    ROUTING_UNKNOWN_CODE(
            "survey.routing.unknown-code",
            "Câu hỏi được nhắc đến không có lựa chọn hay mức này; hãy dùng một trong: {known}.",
            "The question that the condition looks at does not offer this option or level; use one of: {known}."),
    /** A condition looks at a question without options or levels. */
    ROUTING_NOTHING_TO_SELECT(
            "survey.routing.nothing-to-select",
            "Điều kiện chỉ dựa được vào câu hỏi có lựa chọn hoặc thang đo; hãy chọn câu hỏi khác.",
            "A condition can look at rating and choice questions only; choose another question."),
    /** A condition is not exactly one of its four forms. */
    CONDITION_FORM(
            "survey.routing.condition-form",
            "Điều kiện phải là đúng một trong các dạng: question cùng selected, allOf, anyOf, not; hãy bỏ phần thừa.",
            "A condition is exactly one of: question with selected, allOf, anyOf, not; remove what is too much."),

    /** The response answers another survey. */
    WRONG_SURVEY(
            "response.survey.other",
            "Phiếu trả lời thuộc bộ câu hỏi khác với {expected}; hãy mở đúng bộ câu hỏi.",
            "The response answers another survey than {expected}; open it with its own survey."),
    /** The response answers another revision of the survey. */
    WRONG_REVISION(
            "response.survey.other-revision",
            "Phiếu trả lời theo lần sửa đổi khác với {expected}; hãy dùng đúng lần sửa đổi của bộ câu hỏi.",
            "The response answers another revision than {expected}; use the survey in the revision that was answered."),
    /** The response answers a question that the survey does not have. */
    UNKNOWN_QUESTION(
            "response.question.unknown",
            "Bộ câu hỏi không có câu này; hãy kiểm tra mã câu hỏi hoặc bảng đối chiếu cột.",
            "The survey has no such question; check the code or the column mapping."),
    /** An answer is not given in exactly one way. */
    ANSWER_FORM(
            "response.answer.form",
            "Câu trả lời phải có đúng một trong: rated, selected, selectedAll, written, number, none; hãy giữ một.",
            "An answer has exactly one of: rated, selected, selectedAll, written, number, none; keep one."),
    /** An answer is of another kind than its question. */
    WRONG_ANSWER_KIND(
            "response.answer.kind",
            "Câu hỏi này cần câu trả lời kiểu {expected}; hãy sửa lại kiểu.",
            "This question takes an answer given as {expected}; change it."),
    /** A rating is not the value of a level of the scale. */
    OUTSIDE_SCALE(
            "response.answer.outside-scale",
            "Giá trị không thuộc thang đo, các giá trị cho phép: {allowed}; hãy sửa hoặc ghi là để trống.",
            "The value is not on the scale, whose values are {allowed}; correct it or enter a blank."),
    /** An option is not one of the question's. */
    UNKNOWN_OPTION(
            "response.answer.unknown-option",
            "Lựa chọn không có trong câu hỏi, các mã cho phép: {allowed}; hãy sửa lại.",
            "The option is not one of the question's, whose codes are {allowed}; correct it."),
    /** An option is listed twice. */
    REPEATED_OPTION(
            "response.answer.repeated-option",
            "Một lựa chọn được ghi hai lần; hãy bỏ bớt một.",
            "An option is listed twice; remove one.",
            Severity.WARNING),
    /** More options were taken than the question allows. */
    TOO_MANY_SELECTIONS(
            "response.answer.too-many-selections",
            "Đã chọn {count} mục, câu hỏi chỉ cho tối đa {max}; hãy kiểm tra phiếu gốc.",
            "{count} options were taken and the question allows {max}; check the original."),
    /** An open answer is longer than the question allows. */
    TOO_LONG(
            "response.answer.too-long",
            "Câu trả lời dài {count} ký tự, câu hỏi chỉ cho tối đa {max}; hãy rút gọn.",
            "The answer has {count} characters and the question allows {max}; shorten it."),
    /** A number lies outside what the question accepts. */
    NUMBER_OUTSIDE(
            "response.answer.number-outside",
            "Số phải nằm trong khoảng {min} đến {max}; hãy sửa hoặc ghi là để trống.",
            "The number must lie between {min} and {max}; correct it or enter a blank."),
    /** A question was answered although the routing skips it. The response is kept; ballot rules judge it. */
    ANSWERED_NOT_ASKED(
            "response.contradiction.answered-not-asked",
            "Câu hỏi có câu trả lời dù theo rẽ nhánh thì không được hỏi; hãy kiểm tra câu trả lời trước đó.",
            "The question was answered although the routing skips it; check the earlier answers.",
            Severity.WARNING),
    /** A question is entered as not asked although the routing asks it. The response is kept; ballot rules judge it. */
    NOT_ASKED_BUT_ROUTED(
            "response.contradiction.not-asked",
            "Câu hỏi ghi là không hỏi dù theo rẽ nhánh thì phải hỏi; hãy ghi là để trống nếu người dân không trả lời.",
            "The question is entered as not asked although the routing asks it; enter a blank if it was left empty.",
            Severity.WARNING);

    private final String code;
    private final String vi;
    private final String en;
    private final Severity severity;

    ValidationProblem(String code, String vi, String en) {
        this(code, vi, en, Severity.ERROR);
    }

    ValidationProblem(String code, String vi, String en, Severity severity) {
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

    /**
     * Finds the kind with a code.
     *
     * @param code a code
     * @return the kind, if there is one
     */
    public static Optional<ValidationProblem> ofCode(String code) {
        for (ValidationProblem problem : values()) {
            if (problem.code.equals(code)) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    /** The codes that stand as messages in the constraint annotations of the documents. */
    public static final class Code {
        /** The code of {@link ValidationProblem#MISSING}. */
        public static final String MISSING = "document.value.missing";
        /** The code of {@link ValidationProblem#BLANK}. */
        public static final String BLANK = "document.text.blank";
        /** The code of {@link ValidationProblem#TEXT_SIZE}. */
        public static final String TEXT_SIZE = "document.text.size";
        /** The code of {@link ValidationProblem#LIST_SIZE}. */
        public static final String LIST_SIZE = "document.list.size";
        /** The code of {@link ValidationProblem#NUMBER_TOO_SMALL}. */
        public static final String NUMBER_TOO_SMALL = "document.number.too-small";
        /** The code of {@link ValidationProblem#NUMBER_TOO_LARGE}. */
        public static final String NUMBER_TOO_LARGE = "document.number.too-large";
        /** The code of {@link ValidationProblem#CODE_FORM}. */
        public static final String CODE_FORM = "document.code.form";
        /** The code of {@link ValidationProblem#SURVEY_ID_FORM}. */
        public static final String SURVEY_ID_FORM = "document.survey-id.form";
        /** The code of {@link ValidationProblem#UNIT_FORM}. */
        public static final String UNIT_FORM = "document.unit.form";
        /** The code of {@link ValidationProblem#DAY_FORM}. */
        public static final String DAY_FORM = "document.day.form";
        /** The code of {@link ValidationProblem#WEIGHT}. */
        public static final String WEIGHT = "document.weight.form";
        /** The code of {@link ValidationProblem#WORD}. */
        public static final String WORD = "document.word.unknown";

        private Code() {}
    }
}
