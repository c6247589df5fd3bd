package vn.sipas.qr.symbol;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The modules in which two symbols of one text differ that have mask 0 and another one: the differing mask and the format
 * bits. It depends on version, level and mask only, so one symbol gives all eight. Worked out by the encoder itself, from
 * any text, at first use; safe for use by many threads.
 */
final class MaskDifference {

    private static final int MASKS = 8;
    private static final int VERSIONS = 40;

    private final ErrorCorrection level;
    private final AtomicReferenceArray<BitSet> known = new AtomicReferenceArray<>(VERSIONS * MASKS);

    MaskDifference(ErrorCorrection level) {
        this.level = level;
    }

    /** Turns the modules of a symbol with mask 0 into those of the same symbol with another mask. */
    BitSet applied(BitSet modulesOfMaskZero, int version, int mask) {
        BitSet masked = (BitSet) modulesOfMaskZero.clone();
        masked.xor(of(version, mask));
        return masked;
    }

    private BitSet of(int version, int mask) {
        int index = (version - 1) * MASKS + mask;
        BitSet difference = known.get(index);
        if (difference == null) {
            difference = modules(any(version, 0));
            difference.xor(modules(any(version, mask)));
            known.set(index, difference);
        }
        return difference;
    }

    private QrCode any(int version, int mask) {
        List<QrSegment> segments = List.of(QrSegment.makeNumeric("0"));
        return QrCode.encodeSegments(segments, level.level(), version, version, mask, false);
    }

    /** The dark modules, row by row from the top. */
    static BitSet modules(QrCode code) {
        BitSet modules = new BitSet(code.size * code.size);
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    modules.set(row * code.size + column);
                }
            }
        }
        return modules;
    }
}
