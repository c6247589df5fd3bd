package vn.sipas.io.simulate;

/**
 * The generator SplitMix64 of Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
 * written out so that a seed means the same on every Java version.
 */
final class SplitMix64 {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    /** The standard deviation of a sum of four values that are uniform on 0 … 65535. */
    private static final double SUM_DEVIATION = Math.sqrt((65_536.0 * 65_536.0 - 1.0) / 3.0);

    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    /** The stream with a number: its start is the number-th output of the generator with the seed. */
    static SplitMix64 stream(long seed, long number) {
        return new SplitMix64(mix(seed + GOLDEN_GAMMA * (number + 1)));
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform on the half-open interval [0, bound). */
    int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** Bell-shaped with mean 0 and deviation 1, between -3.47 and 3.47: the sum of four uniform 16-bit numbers. */
    double nextBell() {
        long bits = nextLong();
        long sum = (bits & 0xffff) + ((bits >>> 16) & 0xffff) + ((bits >>> 32) & 0xffff) + (bits >>> 48);
        return (sum - 131_070) / SUM_DEVIATION;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
