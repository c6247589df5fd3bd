package vn.sipas.qr.reading;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Map;
import java.util.Optional;
import vn.sipas.qr.symbol.BitPicture;

/** ZXing, without the hint that the picture is a pure barcode: it must find the symbol by its finder patterns. */
final class ZxingReader implements SymbolReader {

    private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

    private ZxingReader() {}

    static SymbolReader make() {
        try {
            Class.forName("com.google.zxing.qrcode.QRCodeReader", false, ZxingReader.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(
                    "com.google.zxing:core is missing, and every artefact is read back before it is handed out: add it"
                            + " (on the module path with --add-modules com.google.zxing), or give a SymbolReader",
                    absent);
        }
        return new ZxingReader();
    }

    @Override
    public Optional<String> read(BitPicture picture) {
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new TwoColours(picture));
            return Optional.of(new QRCodeReader().decode(bitmap, HINTS).getText());
        } catch (ReaderException unread) {
            return Optional.empty();
        }
    }

    /** A picture that has two colours already needs no threshold. */
    private static final class TwoColours extends Binarizer {

        private final BitPicture picture;

        TwoColours(BitPicture picture) {
            super(new Size(picture));
            this.picture = picture;
        }

        @Override
        public BitArray getBlackRow(int y, BitArray row) {
            BitArray black = row == null || row.getSize() < picture.width() ? new BitArray(picture.width()) : row;
            black.clear();
            for (int x = 0; x < picture.width(); x++) {
                if (picture.dark(x, y)) {
                    black.set(x);
                }
            }
            return black;
        }

        @Override
        public BitMatrix getBlackMatrix() {
            BitMatrix matrix = new BitMatrix(picture.width(), picture.height());
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    if (picture.dark(x, y)) {
                        matrix.set(x, y);
                    }
                }
            }
            return matrix;
        }

        @Override
        public Binarizer createBinarizer(LuminanceSource source) {
            throw new UnsupportedOperationException("a picture of two colours is neither turned nor cropped");
        }
    }

    private static final class Size extends LuminanceSource {

        private final BitPicture picture;

        Size(BitPicture picture) {
            super(picture.width(), picture.height());
            this.picture = picture;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] grey = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            for (int x = 0; x < getWidth(); x++) {
                grey[x] = (byte) (picture.dark(x, y) ? 0 : 255);
            }
            return grey;
        }

        @Override
        public byte[] getMatrix() {
            byte[] grey = new byte[getWidth() * getHeight()];
            for (int i = 0; i < grey.length; i++) {
                grey[i] = (byte) (picture.dark(i % getWidth(), i / getWidth()) ? 0 : 255);
            }
            return grey;
        }
    }
}
