package vn.sipas.qr.issue;

import java.util.Objects;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.symbol.QrSymbol;

/**
 * A signed code with its symbol.
 *
 * @param token the token
 * @param url the address in the symbol
 * @param symbol the symbol
 */
public record IssuedCode(Token token, String url, QrSymbol symbol) {

    public IssuedCode {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(symbol, "symbol");
    }
}
