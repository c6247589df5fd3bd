/**
 * Dependencies that a host adds only for what it uses, and a clear word when one is missing: not exported, the message is what
 * a host sees.
 */
@NullMarked
package vn.sipas.io.optional;

import org.jspecify.annotations.NullMarked;
