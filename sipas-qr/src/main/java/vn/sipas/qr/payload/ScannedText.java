package vn.sipas.qr.payload;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * Finds the token in whatever a scanner or a person delivers.
 *
 * <p>Accepted are an https or http address whose last path segment is a token, and a bare token as typed. Around the
 * token people and apps are forgiven: case, hyphens and spaces, I and L for 1, O for 0, one slash at the end, a query or
 * a fragment that an app appended. The token itself is read strictly. Because different texts can mean the same token,
 * a vote is always counted by the decoded token, never by the text.
 *
 * <p>Other people's codes are told apart, so that a clerk who scans an identity card by mistake learns what happened;
 * nothing of their content gets into a message. Decoding reads no key and spends nothing.
 */
public final class ScannedText {

    /** The longest text that is looked at; longer ones are not survey codes. */
    public static final int MAX_LENGTH = 4096;

    private static final int CITIZEN_CARD_DIGITS = 12;
    private static final int CITIZEN_CARD_BARS = 5;
    private static final String BANK_TRANSFER_START = "0002";
    private static final Pattern BANK_TRANSFER = Pattern.compile("0002[0-9]{2}.*6304[0-9A-Fa-f]{4}");
    private static final String SCHEME_END = "://";
    private static final int SHORTEST_TOKEN_LIKE = 16;

    private ScannedText() {}

    /**
     * Reads a text.
     *
     * @param text the text as scanned or typed
     * @return the token, or one {@link PayloadProblem}; never an exception
     */
    public static Checked<Token> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return refused(PayloadProblem.OTHER_TEXT);
        }
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return refused(PayloadProblem.EMPTY);
        }
        if (isCitizenCard(trimmed)) {
            return refused(PayloadProblem.CITIZEN_CARD);
        }
        if (trimmed.startsWith(BANK_TRANSFER_START)
                && BANK_TRANSFER.matcher(trimmed).matches()) {
            return refused(PayloadProblem.BANK_TRANSFER);
        }
        int schemeEnd = schemeEnd(trimmed);
        if (schemeEnd > 0) {
            Optional<String> segment = lastSegment(trimmed, schemeEnd);
            return segment.isPresent() && looksLikeToken(segment.get())
                    ? readToken(segment.get())
                    : refused(PayloadProblem.OTHER_LINK);
        }
        return looksLikeToken(trimmed) ? readToken(trimmed) : refused(PayloadProblem.OTHER_TEXT);
    }

    /**
     * Reads a bare token.
     *
     * @param text the token as it stands in the address or as typed
     * @return the token, or one {@link PayloadProblem}; never an exception
     */
    public static Checked<Token> readToken(String text) {
        String canonical = CrockfordBase32.canonical(text);
        return CrockfordBase32.decode(canonical)
                .map(TokenLayout::read)
                .orElseGet(() -> Checked.refused(
                        Problem.of(PayloadProblem.NOT_CANONICAL, Place.nowhere(), "characters", canonical.length())));
    }

    /** Where {@code ://} begins, if the text starts with a scheme of RFC 3986; else 0. */
    private static int schemeEnd(String text) {
        int end = Math.max(0, text.indexOf(SCHEME_END));
        for (int i = 0; i < end; i++) {
            char character = text.charAt(i);
            if (!isLetter(character) && (i == 0 || (!isDigit(character) && "+.-".indexOf(character) < 0))) {
                return 0;
            }
        }
        return end;
    }

    /** What stands behind the last slash of the path, without one slash at its end, the query and the fragment. */
    private static Optional<String> lastSegment(String address, int schemeEnd) {
        boolean web = address.regionMatches(true, 0, "https", 0, schemeEnd)
                && (schemeEnd == "https".length() || schemeEnd == "http".length());
        if (!web) {
            return Optional.empty();
        }
        int host = schemeEnd + SCHEME_END.length();
        int end = host;
        int slash = -1;
        int slashBefore = -1;
        for (; end < address.length(); end++) {
            char character = address.charAt(end);
            if (character == '?' || character == '#') {
                break;
            }
            boolean visible = character > ' ' && character < 128;
            if ((!visible && Character.isWhitespace(character)) || (character == '/' && end == host)) {
                return Optional.empty();
            }
            if (character == '/') {
                slashBefore = slash;
                slash = end;
            }
        }
        if (slash == end - 1) {
            end--;
            slash = slashBefore;
        }
        return slash < 0 ? Optional.empty() : Optional.of(address.substring(slash + 1, end));
    }

    private static boolean isCitizenCard(String text) {
        if (text.length() <= CITIZEN_CARD_DIGITS || text.charAt(CITIZEN_CARD_DIGITS) != '|') {
            return false;
        }
        for (int i = 0; i < CITIZEN_CARD_DIGITS; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.chars().filter(character -> character == '|').count() >= CITIZEN_CARD_BARS;
    }

    /** Letters, digits, hyphens and spaces, and padding behind them. */
    private static boolean looksLikeToken(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char character = text.charAt(i);
            if (!isLetter(character) && !isDigit(character) && character != '-' && character != ' ') {
                return false;
            }
        }
        return text.length() >= SHORTEST_TOKEN_LIKE && end > 0;
    }

    private static boolean isLetter(char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static Checked<Token> refused(PayloadProblem kind) {
        return Checked.refused(Problem.of(kind, Place.nowhere()));
    }
}
