package vn.sipas.qr.print;

import java.time.LocalDate;
import java.util.Locale;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;

/** The fixed texts of posters, slips and labels, and the names of their parts for problems. */
final class Words {

    static final LocalizedText UNIT = LocalizedText.of("tên đơn vị", "unit name");
    static final LocalizedText CAMPAIGN = LocalizedText.of("tên đợt khảo sát", "campaign");
    static final LocalizedText ADDRESS = LocalizedText.of("địa chỉ trang", "address");
    static final LocalizedText CHECK_WORD = LocalizedText.of("từ kiểm tra", "check word");
    static final LocalizedText TYPED_CODE = LocalizedText.of("mã nhập tay", "typed code");
    static final LocalizedText FIXED_TEXT = LocalizedText.of("lời hướng dẫn", "fixed text");
    static final LocalizedText REFERENCE = LocalizedText.of("số hiệu", "reference");

    static final LocalizedText TRAINING =
            LocalizedText.of("MẪU TẬP HUẤN – KHÔNG TÍNH KẾT QUẢ", "TRAINING SAMPLE – NOT COUNTED");
    static final LocalizedText SCAN =
            LocalizedText.of("Quét mã bằng camera điện thoại hoặc Zalo", "Scan with your phone camera or Zalo");
    static final LocalizedText CHECK_WORD_LABEL = LocalizedText.of("Từ kiểm tra", "Check word");
    static final LocalizedText ADDRESS_LABEL = LocalizedText.of("Địa chỉ trang", "Page address");
    static final LocalizedText WARNING = LocalizedText.of(
            "Chỉ trả lời nếu trang mở ra có đúng địa chỉ và từ kiểm tra này. Nếu địa chỉ khác: không quét, không mở,"
                    + " báo ngay cho cán bộ.",
            "Answer only if the page has this address and shows this check word. If the address differs: do not scan,"
                    + " do not open it, tell the staff.");
    static final LocalizedText TYPE = LocalizedText.of(
            "Không quét được? Mở địa chỉ trang ở trên và nhập mã:",
            "Cannot scan? Open the page address above and type this code:");
    static final LocalizedText ANONYMOUS = LocalizedText.of("Trả lời ẩn danh", "Answers are anonymous");
    static final LocalizedText ISSUED = LocalizedText.of("Phát hành", "Issued");

    static final LocalizedText SCAN_SHORT = LocalizedText.of("Quét bằng camera hoặc Zalo", "Scan with camera or Zalo");
    static final LocalizedText TYPE_SHORT =
            LocalizedText.of("Hoặc mở địa chỉ trên và nhập mã:", "Or open the address above and type:");
    static final LocalizedText VALID_UNTIL = LocalizedText.of("Dùng đến hết ngày", "Valid until");
    static final LocalizedText VALID_SHORT = LocalizedText.of("Hạn dùng", "Valid until");
    static final LocalizedText ONE_VOTE = LocalizedText.of(
            "Mỗi phiếu một lượt trả lời. Trả lời ẩn danh.", "One slip, one answer. Answers are anonymous.");
    static final LocalizedText ONE_VOTE_SHORT = LocalizedText.of("Một lượt trả lời, ẩn danh", "One answer, anonymous");
    static final LocalizedText OTHER_ADDRESS =
            LocalizedText.of("Địa chỉ khác: không mở, báo cán bộ.", "Another address: do not open it, tell the staff.");

    private Words() {}

    /** A date as Vietnamese offices write it, and in the order that no English reader misunderstands. */
    static String date(LocalDate day, Language language) {
        return language == Language.VI
                ? String.format(Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear())
                : day.toString();
    }

    /** Words before a day. */
    static LocalizedText withDate(LocalizedText words, LocalDate day) {
        return LocalizedText.of(words.vi() + " " + date(day, Language.VI), words.en() + " " + date(day, Language.EN));
    }
}
