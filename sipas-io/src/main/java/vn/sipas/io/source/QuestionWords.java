package vn.sipas.io.source;

import java.util.List;
import java.util.regex.Pattern;

/** What questions and options ask for, by their words: the respondent's own words, an amount, another answer. */
final class QuestionWords {

    private static final List<String> OPEN_WORDS = List.of(
            "y kien",
            "phan anh",
            "could be better",
            "could we improve",
            "would you change",
            "like to add",
            "cam nghi",
            "ghi chu",
            "note",
            "notes",
            "remarks",
            "gop y",
            "ghi ro",
            "de xuat",
            "kien nghi",
            "vi sao",
            "tai sao",
            "ly do",
            "nhan xet",
            "chia se",
            "mong muon",
            "comment",
            "comments",
            "suggest",
            "suggestion",
            "suggestions",
            "please specify",
            "explain",
            "tell us",
            "describe",
            "feedback",
            "why",
            "anything",
            "free text");
    private static final List<String> AMOUNTS = List.of(
            "amount",
            "spend",
            "spending",
            "income",
            "salary",
            "price",
            "cost",
            "fee",
            "revenue",
            "budget",
            "total",
            "sum",
            "population",
            "how much",
            "how many",
            "duration",
            "seconds",
            "vnd",
            "usd",
            "so tien",
            "thu nhap",
            "chi phi",
            "chi tieu",
            "luong",
            "gia",
            "phi",
            "doanh thu",
            "kinh phi",
            "dan so",
            "bao nhieu",
            "tong",
            "dong",
            "dien tich");
    private static final Pattern OTHER = Pattern.compile(
            "others?(?: \\(.*)?|comments?|sonstiges|kommentar|autres?|commentaires?|otros?|otra|comentarios?|altro|commento|outros?"
                    + "|khác(?: \\(.*)?|ý kiến.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private QuestionWords() {}

    /** Whether a label of an option names the field for another answer, or for a comment. */
    static boolean isOther(String label) {
        return OTHER.matcher(label.strip()).matches();
    }

    /** Whether a question asks for the respondent's own words. */
    static boolean asksForWords(String question) {
        String plain = " " + Headings.plain(question) + " ";
        return OPEN_WORDS.stream().anyMatch(words -> plain.contains(" " + words + " "));
    }

    /** Whether a question asks how much or how many, so that long numbers are no ids. */
    static boolean asksForAmount(String question) {
        String plain = " " + Headings.plain(question.replace('_', ' ')) + " ";
        return AMOUNTS.stream().anyMatch(words -> plain.contains(" " + words + " "));
    }
}
