package vn.sipas.examples.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sipas.core.ProblemKind;
import vn.sipas.io.csv.SpreadsheetText;
import vn.sipas.qr.payload.PayloadProblem;
import vn.sipas.qr.payload.ScannedText;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.signing.Verification;

/**
 * One row of {@code sipas qr verify}. The reason is the name of a {@code RejectionReason}, or {@code REPLAY}. What a code
 * claims is told only if its tag was right. The content of an identity card or a bank transfer is not repeated.
 */
record QrVerifyRow(String input, String status, String reason, Optional<SurveyLink> link) {

    static final String HEADER = "input,status,reason,kind,unit,campaign,channel,serial\n";

    private static final String VERIFIED = "VERIFIED";
    private static final String REJECTED = "REJECTED";

    static QrVerifyRow verified(String input, Verification.Verified outcome) {
        return new QrVerifyRow(input, VERIFIED, "", Optional.of(outcome.link()));
    }

    static QrVerifyRow replay(String input, Verification.Verified outcome) {
        return new QrVerifyRow(input, REJECTED, QrProblem.REPLAY.name(), Optional.of(outcome.link()));
    }

    static QrVerifyRow rejected(String input, Verification.Rejected outcome) {
        return new QrVerifyRow(shown(input, outcome), REJECTED, outcome.reason().name(), outcome.link());
    }

    private static String shown(String input, Verification.Rejected outcome) {
        Optional<ProblemKind> kind = outcome.detail().map(problem -> problem.kind());
        boolean personal = kind.isPresent()
                && (kind.get() == PayloadProblem.CITIZEN_CARD || kind.get() == PayloadProblem.BANK_TRANSFER);
        if (personal || input.length() > ScannedText.MAX_LENGTH) {
            return "(" + input.length() + " characters)";
        }
        return input;
    }

    String csv() {
        List<String> fields = List.of(
                SpreadsheetText.safe(input),
                status,
                reason,
                link.map(claims -> word(claims.kind())).orElse(""),
                link.map(claims -> claims.unit().toString()).orElse(""),
                link.map(claims -> Integer.toString(claims.campaign())).orElse(""),
                link.map(claims -> word(claims.channel())).orElse(""),
                link.filter(claims -> claims.serial().isPresent())
                        .map(claims -> Long.toString(claims.serial().getAsLong()))
                        .orElse(""));
        return fields.stream().map(QrVerifyRow::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String quoted(String field) {
        return field.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)
                ? "\"" + field.replace("\"", "\"\"") + "\""
                : field;
    }
}
