package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sipas.core.response.Answer;

/** Which columns are taken for personal data, by heading and by value, and what opting in lets pass. */
class PrivacyPolicyTest {

    private static final String ROWS = """
                q1,Họ và tên,SĐT,Số CCCD,liên hệ,địa chỉ mạng,người làm,toạ độ gửi
                Hài lòng,Người Một,0912 345 678,024123456789,a@b.vn,10.0.0.1,Nguyễn Văn An,"21.273,106.194"
                Rất không hài lòng,Người Hai,+84912345678,024123456780,b@b.vn,10.0.0.2,Trần Thị Bình,"21.274,106.195"
                """;

    @Test
    void identifyingColumnsAreFoundByHeadingAndByValue() {
        Imported imported = Imported.of(ROWS);
        Map<String, PersonalData> expected = Map.of(
                "Họ và tên", PersonalData.NAME,
                "SĐT", PersonalData.PHONE,
                "Số CCCD", PersonalData.CITIZEN_ID,
                "liên hệ", PersonalData.EMAIL,
                "địa chỉ mạng", PersonalData.IP_ADDRESS,
                "người làm", PersonalData.NAME,
                "toạ độ gửi", PersonalData.LOCATION);
        expected.forEach((heading, kind) -> {
            assertEquals(Optional.of(kind), imported.column(heading).personal(), heading);
            assertEquals(ColumnOutcome.Fate.LEFT_OUT, imported.column(heading).fate(), heading);
        });
        assertEquals(14, imported.report().cells().personal());
        assertEquals(7, imported.codes().get("source.privacy.left-out"));
        assertEquals(1, imported.responses.get(0).answers().size());
    }

    @Test
    void neitherProblemsNorTheReportRepeatPersonalData() {
        Imported imported = Imported.of(ROWS);
        String said = imported.problems
                + imported.report().toString()
                + imported.report().columns();
        for (String secret : List.of("0912", "024123456789", "a@b.vn", "10.0.0.1", "Nguyễn Văn An", "21.273")) {
            assertFalse(said.contains(secret), secret);
        }
    }

    @Test
    void aHostOptsInKindByKind() {
        Imported imported = Imported.of(
                ROWS,
                ImportOptions.detecting().withPrivacy(PrivacyPolicy.strict().keeping(PersonalData.PHONE)));
        assertTrue(imported.responses.get(0).answers().containsValue(new Answer.Written("0912 345 678")));
        assertEquals(12, imported.report().cells().personal());
    }

    @ParameterizedTest
    @CsvSource({
        "Player Name, NAME",
        "What is your name?, NAME",
        "Họ và tên của ông/bà (không bắt buộc nhưng giúp chúng tôi liên hệ lại), NAME",
        "Tên khách hàng, NAME",
        "Tên của bạn là gì?, NAME",
        "Số điện thoại liên hệ để chúng tôi gọi lại khi cần, PHONE",
        "Contact number, PHONE",
        "Screen Name, ACCOUNT",
        "Ảnh chụp / image, MEDIA",
        "Current 5 Digit Zip Code, ADDRESS",
        "Birthday (MM/DD), BIRTH_DATE",
        "What is your year of birth?, BIRTH_DATE"
    })
    void headingsThatNamePersonalDataAreKnownWhateverTheValues(String heading, PersonalData kind) {
        Imported imported = Imported.of("q1," + heading.replace(",", " -") + "\n1,Xxyy zz\n2,Yyzz xx\n3,Zzxx yy\n");
        assertEquals(
                List.of(Optional.of(kind)),
                imported.report().columns().stream()
                        .skip(1)
                        .map(ColumnOutcome::personal)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Service name", "Tên thủ tục", "Unit name", "Office name"})
    void namesOfThingsAreNoNames(String heading) {
        Imported imported = Imported.of("q1," + heading + "\n1,Khai sinh\n2,Khai sinh\n3,Khai sinh\n");
        assertEquals(0, imported.report().cells().personal());
    }

    @Test
    void uploadsAndForeignNumbersAreKnownByTheirForm() {
        Imported imported = Imported.of("""
                q1,sheet,back,again
                1,https://drive.google.com/open?id=1abcDEF,+1 (555) 010-9999,555-010-9999
                2,https://drive.google.com/open?id=2abcDEF,+44 20 7946 0999,(555) 010-9999
                """);
        assertEquals(Optional.of(PersonalData.PHONE), imported.column("again").personal());
        assertEquals(Optional.of(PersonalData.MEDIA), imported.column("sheet").personal());
        assertEquals(Optional.of(PersonalData.PHONE), imported.column("back").personal());
    }

    @Test
    void questionsThatMentionPhonesAreNoPhones() {
        Imported imported = Imported.of("""
                Công chức trả lời điện thoại có lịch sự không?,Thái độ qua điện thoại
                Có,Hài lòng
                Không,Rất không hài lòng
                Có,Hài lòng
                """);
        assertEquals(0, imported.report().cells().personal());
    }

    @Test
    void longWordsAreFreeText() {
        StringBuilder content = new StringBuilder("q1,nội dung\n");
        for (int i = 0; i < 30; i++) {
            content.append("1,Tôi thấy cán bộ số ").append(i).append(" rất nhiệt tình và chu đáo\n");
        }
        Imported imported = Imported.of(content.toString());
        assertEquals(
                Optional.of(PersonalData.FREE_TEXT), imported.column("nội dung").personal());
    }

    @Test
    void instantsThatCannotBeReadAreNoOptions() {
        // the Buddhist calendar, and an afternoon in Thai
        Imported imported = Imported.of("""
                Timestamp,q1
                2569/08/21 9:27:05 หลังเที่ยง GMT+7,A
                2569/08/21 9:28:40 หลังเที่ยง GMT+7,B
                """);
        assertEquals(2, imported.report().cells().personal());
    }

    @Test
    void longLabelsThatComeAgainAreNoFreeText() {
        StringBuilder content = new StringBuilder("q1,khó khăn\n");
        for (int i = 0; i < 6; i++) {
            content.append("1,Đọc ngay lời giải mẫu (nhưng đôi khi vẫn không hiểu tại sao lại ra đáp án đó)\n")
                    .append("1,Thường hiểu lơ mơ nhưng không biết mình sai ở đâu và vì sao sai\n");
        }
        assertEquals(0, Imported.of(content.toString()).report().cells().personal());
    }

    @Test
    void theRawRowKeepsWhatTheResponseLacks() {
        Imported imported = Imported.of(ROWS);
        assertEquals("024123456789", imported.rows.get(0).cell(3));
        assertFalse(imported.rows.get(0).toString().contains("024123456789"));
    }
}
