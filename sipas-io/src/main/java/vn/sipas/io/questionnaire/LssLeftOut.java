package vn.sipas.io.questionnaire;

import vn.sipas.core.LocalizedText;

/** Why a type of question of LimeSurvey is not taken over. */
enum LssLeftOut {
    FILE(
            "|",
            "tệp tải lên không phải câu trả lời thống kê được và có thể chứa dữ liệu cá nhân",
            "files handed in are no answers that can be counted, and may hold personal data"),
    EQUATION(
            "*",
            "giá trị do biểu thức tính ra, người dân không trả lời",
            "an expression computes it; nobody answers it"),
    DISPLAY("X", "chỉ hiển thị chữ, không hỏi gì", "it shows a text and asks nothing"),
    LANGUAGE("I", "chỉ đổi ngôn ngữ của phiếu", "it switches the language of the form"),
    UNKNOWN("", "kiểu câu hỏi không được biết đến", "the type of question is not known");

    private final String type;
    private final LocalizedText reason;

    LssLeftOut(String type, String vi, String en) {
        this.type = type;
        this.reason = LocalizedText.of(vi, en);
    }

    static LssLeftOut of(String type) {
        for (LssLeftOut known : values()) {
            if (known.type.equals(type)) {
                return known;
            }
        }
        return UNKNOWN;
    }

    LocalizedText reason() {
        return reason;
    }
}
