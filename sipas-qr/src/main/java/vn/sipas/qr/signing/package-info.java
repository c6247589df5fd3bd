/**
 * Whether a code is true: keys, signer, verifier.
 *
 * <p>A {@link vn.sipas.qr.signing.KeyRing} holds the keys of an issuer by id, each with its suite and the days on which
 * it may sign. A {@link vn.sipas.qr.signing.Signer} makes tokens with one of them; a
 * {@link vn.sipas.qr.signing.Verifier} says {@link vn.sipas.qr.signing.Verification.Verified} with an assurance class,
 * or {@link vn.sipas.qr.signing.Verification.Rejected} with a reason. Verifying needs no connection, has no side effect
 * and spends nothing.
 *
 * <p>With HMAC whoever can verify can sign. Each unit therefore has its own key, derived from the master secret, and a
 * kiosk gets only the key of its unit ({@link vn.sipas.qr.signing.RingKey#forUnit}); with Ed25519 verifiers hold no
 * secret at all. The issuer is not in the code but under the tag, so that a code of one province is forged in another
 * even under the same key. A signature does not stop anyone from photographing a poster; that is what the assurance
 * class is for.
 *
 * <p>No secret ever appears in {@code toString}, in a message or in an exception.
 */
@NullMarked
package vn.sipas.qr.signing;

import org.jspecify.annotations.NullMarked;
