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

    private static final Pattern CITIZEN_CARD_START = Pattern.compile("[0-9]{12}\\|");
    private static final int CITIZEN_CARD_BARS = 5;
    private static final Pattern BANK_TRANSFER = Pattern.compile("0002[0-9]{2}.*6304[0-9A-Fa-f]{4}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");
    private static final Pattern HOST_ADDRESS =
            Pattern.compile("https?://[^/?#\\s]+(/[^?#\\s]*)?([?#].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN_LIKE = Pattern.compile("[0-9A-Za-z -]+=*");
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
        if (BANK_TRANSFER.matcher(trimmed).matches()) {
            return refused(PayloadProblem.BANK_TRANSFER);
        }
        if (ADDRESS.matcher(trimmed).matches()) {
            Optional<String> segment = lastSegment(trimmed);
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

    private static Optional<String> lastSegment(String address) {
        if (!HOST_ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        String path = withoutTail(address);
        int slash = path.lastIndexOf('/');
        return slash <= path.indexOf("://") + 2 ? Optional.empty() : Optional.of(path.substring(slash + 1));
    }

    private static String withoutTail(String address) {
        int end = address.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = address.indexOf(mark);
            end = at >= 0 && at < end ? at : end;
        }
        return end > 0 && address.charAt(end - 1) == '/' ? address.substring(0, end - 1) : address.substring(0, end);
    }

    private static boolean isCitizenCard(String text) {
        return CITIZEN_CARD_START.matcher(text).lookingAt()
                && text.chars().filter(character -> character == '|').count() >= CITIZEN_CARD_BARS;
    }

    private static boolean looksLikeToken(String text) {
        return text.length() >= SHORTEST_TOKEN_LIKE && TOKEN_LIKE.matcher(text).matches();
    }

    private static Checked<Token> refused(PayloadProblem kind) {
        return Checked.refused(Problem.of(kind, Place.nowhere()));
    }
}
