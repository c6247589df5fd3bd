package vn.sipas.qr.signing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of an issuer by id. Immutable; rotation makes a new ring.
 *
 * <p>Rotate for instance each quarter: add a key with a new id and the days from the change on, end the signing days of
 * the old one, and keep the old one until the longest validity of its codes has passed.
 */
public final class KeyRing {

    private final SortedMap<Integer, RingKey> keys;

    private KeyRing(SortedMap<Integer, RingKey> keys) {
        this.keys = Collections.unmodifiableSortedMap(keys);
    }

    /**
     * Makes a ring.
     *
     * @param keys the keys, with distinct ids
     * @return the ring
     * @throws IllegalArgumentException if two keys have the same id
     */
    public static KeyRing of(RingKey... keys) {
        return of(List.of(keys));
    }

    /**
     * Makes a ring.
     *
     * @param keys the keys, with distinct ids
     * @return the ring
     * @throws IllegalArgumentException if two keys have the same id
     */
    public static KeyRing of(Collection<RingKey> keys) {
        TreeMap<Integer, RingKey> byId = new TreeMap<>();
        for (RingKey key : keys) {
            if (byId.put(key.id(), key) != null) {
                throw new IllegalArgumentException("keys must have distinct ids, id " + key.id() + " came twice");
            }
        }
        return new KeyRing(byId);
    }

    /**
     * Returns this ring with one more key.
     *
     * @param key the key
     * @return the ring
     * @throws IllegalArgumentException if the id is taken; an id is never used again
     */
    public KeyRing with(RingKey key) {
        TreeMap<Integer, RingKey> byId = new TreeMap<>(keys);
        if (byId.put(key.id(), key) != null) {
            throw new IllegalArgumentException("id " + key.id() + " is taken; the id of a key is never used again");
        }
        return new KeyRing(byId);
    }

    /**
     * Returns this ring with one key revoked.
     *
     * @param id the id
     * @return the ring
     * @throws IllegalArgumentException if there is no such key
     */
    public KeyRing revoke(int id) {
        RingKey key = key(id).orElseThrow(() -> new IllegalArgumentException("id " + id + " is not in the ring"));
        TreeMap<Integer, RingKey> byId = new TreeMap<>(keys);
        byId.put(id, key.asRevoked());
        return new KeyRing(byId);
    }

    /**
     * Finds a key.
     *
     * @param id the id
     * @return the key
     */
    public Optional<RingKey> key(int id) {
        return Optional.ofNullable(keys.get(id));
    }

    /**
     * Finds the key to sign with: of those that can sign, are not revoked and may sign for the day, the one whose
     * signing days start last; among equals the one with the largest id.
     *
     * @param issueDay the day of issue
     * @return the key
     */
    public Optional<RingKey> signingKey(LocalDate issueDay) {
        RingKey best = null;
        for (RingKey key : keys.values()) {
            if (key.canSign() && !key.revoked() && key.signing().contains(issueDay)) {
                best = best == null || !start(key).isBefore(start(best)) ? key : best;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Returns all keys.
     *
     * @return the keys by ascending id
     */
    public List<RingKey> keys() {
        return List.copyOf(keys.values());
    }

    private static LocalDate start(RingKey key) {
        return key.signing().from().orElse(LocalDate.MIN);
    }

    /**
     * Returns the keys without their secrets.
     *
     * @return a description for humans
     */
    @Override
    public String toString() {
        return "KeyRing" + keys.values();
    }
}
