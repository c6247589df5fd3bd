package vn.sipas.qr.payload;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * The bytes of a token, version 1. This is the one place where the layout is written down.
 *
 * <p>Big endian, no padding. All offsets in bytes, all widths in bits.
 *
 * <pre>
 * offset  bits  field
 *   0       3   version, 1
 *           3   kind: 0 poster, 1 receipt, 2 rotating screen, 3 training; 4 to 7 reserved
 *           2   suite: 0 HMAC-SHA-256/96, 1 HMAC-SHA-256/128, 2 Ed25519; 3 reserved
 *   1       8   key id
 *   2      20   unit, 1 to 1 048 575
 *           4   channel: see Channel; 9 to 14 reserved
 *   5       8   service point, 0 is the whole office
 *   6      16   campaign
 *   8      14   issue day, days since 2025-01-01 in Vietnam (UTC+7)
 *           2   salt, without meaning
 *  10       4   validity: see ValidityClass; 14 and 15 reserved
 *           4   flags: 8 procedure, 4 dossier tag, 2 serial, 1 epoch follows
 *  11      40   serial, if its flag is set
 *   …      32   epoch, if its flag is set: 60-s steps since 1970-01-01T00:00Z
 *   …      24   procedure, if its flag is set, 0 to 9 999 999
 *   …      40   dossier tag, if its flag is set
 *   …     96 / 128 / 512   tag
 * </pre>
 *
 * <p>The tag covers {@code "SIPAS-QR/1"}, a zero byte, the issuer id and every byte before the tag. The issuer itself is
 * not in the code.
 *
 * <p>Which flags go with which kind is said at {@link SurveyLink}; anything else, a reserved number, a missing or an
 * extra byte is refused, so that every token has exactly one form. A reader meets other version numbers with
 * {@link PayloadProblem#UNKNOWN_VERSION}. Tokens of this version will be readable for ever.
 */
public final class TokenLayout {

    /** The version that this class writes and reads. */
    public static final int VERSION = 1;

    /** The bytes before the optional fields. */
    public static final int HEADER_BYTES = 11;

    /** The fewest bytes of a token: a poster with a tag of 96 bits. */
    public static final int MIN_BYTES = HEADER_BYTES + 12;

    /** The most bytes of a token: every optional field that may stand together, and Ed25519. */
    public static final int MAX_BYTES = HEADER_BYTES + 5 + 3 + 5 + 64;

    private static final int FLAG_PROCEDURE = 8;
    private static final int FLAG_DOSSIER_TAG = 4;
    private static final int FLAG_SERIAL = 2;
    private static final int FLAG_EPOCH = 1;

    private TokenLayout() {}

    /**
     * Writes everything before the tag.
     *
     * @param link the claims
     * @param suite the suite that will make the tag
     * @param keyId the id of the key that will make the tag, 0 to 255
     * @return 11 to 24 bytes
     * @throws IllegalArgumentException if {@code keyId} is out of range
     */
    public static byte[] body(SurveyLink link, SignatureSuite suite, int keyId) {
        if (keyId < 0 || keyId > 255) {
            throw new IllegalArgumentException("keyId must be in [0, 255], was " + keyId);
        }
        int flags = (link.procedure().isPresent() ? FLAG_PROCEDURE : 0)
                | (link.dossierTag().isPresent() ? FLAG_DOSSIER_TAG : 0)
                | (link.serial().isPresent() ? FLAG_SERIAL : 0)
                | (link.epoch().isPresent() ? FLAG_EPOCH : 0);
        byte[] body = new byte[bodyLength(flags)];
        long day = ChronoUnit.DAYS.between(SurveyLink.FIRST_ISSUE_DAY, link.issueDay());
        body[0] = (byte) (VERSION << 5 | link.kind().code() << 2 | suite.code());
        body[1] = (byte) keyId;
        put(body, 2, 3, (long) link.unit().value() << 4 | link.channel().code());
        body[5] = (byte) link.servicePoint();
        put(body, 6, 2, link.campaign());
        put(body, 8, 2, day << 2 | link.salt());
        body[10] = (byte) (link.validity().code() << 4 | flags);
        int at = HEADER_BYTES;
        if (link.serial().isPresent()) {
            at = put(body, at, 5, link.serial().getAsLong());
        }
        if (link.epoch().isPresent()) {
            at = put(body, at, 4, link.epoch().getAsLong());
        }
        if (link.procedure().isPresent()) {
            at = put(body, at, 3, link.procedure().getAsInt());
        }
        if (link.dossierTag().isPresent()) {
            put(body, at, 5, link.dossierTag().getAsLong());
        }
        return body;
    }

    /**
     * Reads a whole token.
     *
     * @param bytes the bytes
     * @return the token, or one {@link PayloadProblem}; never an exception
     */
    public static Checked<Token> read(byte[] bytes) {
        if (bytes.length == 0) {
            return refused(PayloadProblem.EMPTY);
        }
        int version = bytes[0] >> 5 & 7;
        if (version != VERSION) {
            return refused(PayloadProblem.UNKNOWN_VERSION, "version", version);
        }
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            return refused(PayloadProblem.LENGTH, "bytes", bytes.length);
        }
        Optional<LinkKind> kind = LinkKind.ofCode(bytes[0] >> 2 & 7);
        if (kind.isEmpty()) {
            return refused(PayloadProblem.RESERVED, "field", "kind");
        }
        Optional<SignatureSuite> suite = SignatureSuite.ofCode(bytes[0] & 3);
        if (suite.isEmpty()) {
            return refused(PayloadProblem.RESERVED, "field", "suite");
        }
        int flags = bytes[10] & 15;
        if (bytes.length != bodyLength(flags) + suite.get().tagBytes()) {
            return refused(PayloadProblem.LENGTH, "bytes", bytes.length);
        }
        return readBody(bytes, kind.get(), suite.get(), flags);
    }

    private static Checked<Token> readBody(byte[] bytes, LinkKind kind, SignatureSuite suite, int flags) {
        boolean hasSerial = (flags & FLAG_SERIAL) != 0;
        boolean hasEpoch = (flags & FLAG_EPOCH) != 0;
        boolean hasDossierTag = (flags & FLAG_DOSSIER_TAG) != 0;
        if (!SurveyLink.fits(kind, hasSerial, hasEpoch, hasDossierTag)) {
            return refused(PayloadProblem.FIELDS_OF_KIND, "kind", kind);
        }
        int unit = (int) (get(bytes, 2, 3) >> 4);
        if (unit == 0) {
            return refused(PayloadProblem.RESERVED, "field", "unit");
        }
        Optional<Channel> channel = Channel.ofCode(bytes[4] & 15);
        if (channel.isEmpty()) {
            return refused(PayloadProblem.RESERVED, "field", "channel");
        }
        Optional<ValidityClass> validity = ValidityClass.ofCode(bytes[10] >> 4 & 15);
        if (validity.isEmpty()) {
            return refused(PayloadProblem.RESERVED, "field", "validity");
        }
        int at = HEADER_BYTES;
        OptionalLong serial = OptionalLong.empty();
        if (hasSerial) {
            serial = OptionalLong.of(get(bytes, at, 5));
            at += 5;
        }
        OptionalLong epoch = OptionalLong.empty();
        if (hasEpoch) {
            epoch = OptionalLong.of(get(bytes, at, 4));
            at += 4;
        }
        OptionalInt procedure = OptionalInt.empty();
        if ((flags & FLAG_PROCEDURE) != 0) {
            int number = (int) get(bytes, at, 3);
            if (number > SurveyLink.MAX_PROCEDURE) {
                return refused(PayloadProblem.RESERVED, "field", "procedure");
            }
            procedure = OptionalInt.of(number);
            at += 3;
        }
        OptionalLong dossierTag = hasDossierTag ? OptionalLong.of(get(bytes, at, 5)) : OptionalLong.empty();
        int dayAndSalt = (int) get(bytes, 8, 2);
        SurveyLink link = new SurveyLink(
                kind,
                UnitNumber.of(unit),
                channel.get(),
                bytes[5] & 0xFF,
                (int) get(bytes, 6, 2),
                SurveyLink.FIRST_ISSUE_DAY.plusDays(dayAndSalt >> 2),
                validity.get(),
                dayAndSalt & 3,
                serial,
                epoch,
                procedure,
                dossierTag);
        return Checked.of(Token.decoded(link, suite, bytes[1] & 0xFF, bytes.clone()));
    }

    private static int bodyLength(int flags) {
        return HEADER_BYTES
                + ((flags & FLAG_SERIAL) != 0 ? 5 : 0)
                + ((flags & FLAG_EPOCH) != 0 ? 4 : 0)
                + ((flags & FLAG_PROCEDURE) != 0 ? 3 : 0)
                + ((flags & FLAG_DOSSIER_TAG) != 0 ? 5 : 0);
    }

    private static int put(byte[] bytes, int at, int count, long value) {
        for (int i = 0; i < count; i++) {
            bytes[at + i] = (byte) (value >> (8 * (count - 1 - i)));
        }
        return at + count;
    }

    private static long get(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[at + i] & 0xFF);
        }
        return value;
    }

    private static Checked<Token> refused(PayloadProblem kind, Object... namesAndValues) {
        return Checked.refused(Problem.of(kind, Place.nowhere(), namesAndValues));
    }
}
