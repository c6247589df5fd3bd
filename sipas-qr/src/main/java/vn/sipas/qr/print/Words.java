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
            "Chỉ trả lời nếu trang mở ra có đúng địa chỉ và từ kiểm tra này. Nếu địa chỉ khác: không quét, không mở, báo"
                    + " ngay cho cán bộ.",
            "Answer only if the page has this address and shows this check word. If the address differs: do not scan, do"
                    + " not open it, tell the staff.");
    static final LocalizedText TYPE = LocalizedText.of(
            "Không quét được? Mở địa chỉ trang ở trên và nhập mã:",
            "Cannot scan? Open the page address above and type this code:");
    static final LocalizedText ANONYMOUS = LocalizedText.of("Trả lời ẩn danh", "Answers are anonymous");
    static final LocalizedText ISSUED = LocalizedText.of("Phát hành", "Issued");

    private Words() {}

    /** A date as Vietnamese offices write it; English readers get the same digits with the month's name. */
    static String date(LocalDate day, Language language) {
        return language == Language.VI
                ? String.format(Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear())
                : day.toString();
    }
}
