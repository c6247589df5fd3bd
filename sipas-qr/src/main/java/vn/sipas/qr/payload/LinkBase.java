package vn.sipas.qr.payload;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the tokens of an installation live: {@code https://host/path/}, to which a token is appended.
 *
 * <p>The scheme is https and the host is in lower case whatever was given, because scanner apps compare them case by
 * case; the path stays as given. Capitals would make some symbols one version smaller and are read by too few phones.
 *
 * @param host the host in lower case, with a port if there is one, printed on posters in plain text
 * @param path the path with a slash at both ends
 */
public record LinkBase(String host, String path) {

    private static final int MAX_LENGTH = 200;
    private static final String SCHEME = "https://";

    public LinkBase {
        if (host.length() + path.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("host and path must have at most " + MAX_LENGTH + " characters, had "
                    + (host.length() + path.length()));
        }
        if (!host.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException(
                    "host must be a host name in lower case, with a port or without, was \"" + host + "\"");
        }
        if (!path.matches("/([A-Za-z0-9._~-]+/)*")) {
            throw new IllegalArgumentException(
                    "path must be segments of letters, digits, '.', '_', '~' and '-' between slashes, was \"" + path
                            + "\"");
        }
    }

    /**
     * Reads an address such as {@code https://ks.bacninh.gov.vn/q}.
     *
     * @param url an https address without user, query and fragment; a slash at its end may be missing
     * @return the base
     * @throws IllegalArgumentException if it is anything else
     */
    public static LinkBase of(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("url must be an address, " + malformed.getReason(), malformed);
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "url must have the form https://host/path without user, query and fragment, was \"" + url + "\"");
        }
        String path = uri.getRawPath() == null ? "/" : uri.getRawPath();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new LinkBase(uri.getHost().toLowerCase(Locale.ROOT) + port, path.endsWith("/") ? path : path + "/");
    }

    /**
     * Returns the address of a token: what stands in the symbol.
     *
     * @param token the token
     * @return {@code https://host/path/TOKEN}
     */
    public String url(Token token) {
        return this + token.text();
    }

    /**
     * Returns the address as people compare and type it.
     *
     * @return host and path without scheme and without a slash at the end, such as {@code ks.bacninh.gov.vn/q}
     */
    public String printed() {
        String address = host + path;
        return address.substring(0, address.length() - 1);
    }

    /**
     * Returns what follows this base in an address. Scheme and host are compared without regard to case.
     *
     * @param url an address
     * @return the rest; empty if the address does not start with this base
     */
    public Optional<String> rest(String url) {
        int length = SCHEME.length() + host.length() + path.length();
        return startsIn(url) ? Optional.of(url.substring(length)) : Optional.empty();
    }

    /**
     * Tells whether an address starts with this base. Scheme and host are compared without regard to case.
     *
     * @param url an address
     * @return whether {@link #rest} has a value
     */
    public boolean startsIn(String url) {
        int pathStart = SCHEME.length() + host.length();
        return url.startsWith(path, pathStart)
                && url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && url.regionMatches(true, SCHEME.length(), host, 0, host.length());
    }

    /**
     * Returns the address itself.
     *
     * @return {@code https://host/path/}
     */
    @Override
    public String toString() {
        return SCHEME + host + path;
    }
}
