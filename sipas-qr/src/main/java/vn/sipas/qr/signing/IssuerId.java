package vn.sipas.qr.signing;

import java.nio.charset.StandardCharsets;

/**
 * Who issues the codes, such as a province with its host: {@code 24:ks.bacninh.gov.vn}.
 *
 * <p>The id is covered by every tag and stands in no code. Changing it makes all codes of the issuer invalid.
 *
 * @param value 1 to 100 letters, digits, dots, hyphens, colons, slashes or underscores, starting with a letter or digit
 */
public record IssuerId(String value) {

    public IssuerId {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9.:/_-]{0,99}")) {
            throw new IllegalArgumentException("value must be 1 to 100 letters, digits, dots, hyphens, colons, slashes"
                    + " or underscores, starting with a letter or digit");
        }
    }

    /**
     * Makes an id.
     *
     * @param value the id
     * @return the id
     */
    public static IssuerId of(String value) {
        return new IssuerId(value);
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Returns the id itself.
     *
     * @return the value
     */
    @Override
    public String toString() {
        return value;
    }
}
