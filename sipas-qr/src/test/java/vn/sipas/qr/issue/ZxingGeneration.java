package vn.sipas.qr.issue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.sipas.qr.symbol.QrSymbol;

/** One version of ZXing in a class loader of its own; the jars lie in target/zxing. */
final class ZxingGeneration implements AutoCloseable {

    /** The generations of which the build keeps a jar. */
    static final List<String> VERSIONS = List.of("3.2.1", "3.3.3", "3.5.4");

    private static final int QUIET_ZONE = 4;

    private final URLClassLoader loader;
    private final Object reader;
    private final Map<?, ?> hints;

    private ZxingGeneration(URLClassLoader loader) throws ReflectiveOperationException {
        this.loader = loader;
        this.reader =
                type("com.google.zxing.qrcode.QRCodeReader").getConstructor().newInstance();
        Object tryHarder =
                type("com.google.zxing.DecodeHintType").getField("TRY_HARDER").get(null);
        this.hints = Map.of(tryHarder, Boolean.TRUE);
    }

    static ZxingGeneration of(String version) throws IOException, ReflectiveOperationException {
        Path jar = Path.of("target", "zxing", "core-" + version + ".jar");
        return new ZxingGeneration(
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader()));
    }

    /** Draws the symbol and returns what is read; empty if nothing is. */
    String decode(QrSymbol symbol, int scale) throws ReflectiveOperationException {
        int side = (symbol.size() + 2 * QUIET_ZONE) * scale;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = symbol.dark(x / scale - QUIET_ZONE, y / scale - QUIET_ZONE);
                pixels[y * side + x] = dark ? 0xFF000000 : 0xFFFFFFFF;
            }
        }
        Object source = type("com.google.zxing.RGBLuminanceSource")
                .getConstructor(int.class, int.class, int[].class)
                .newInstance(side, side, pixels);
        Object binarizer = type("com.google.zxing.common.HybridBinarizer")
                .getConstructor(type("com.google.zxing.LuminanceSource"))
                .newInstance(source);
        Object bitmap = type("com.google.zxing.BinaryBitmap")
                .getConstructor(type("com.google.zxing.Binarizer"))
                .newInstance(binarizer);
        try {
            Object result = reader.getClass()
                    .getMethod("decode", type("com.google.zxing.BinaryBitmap"), Map.class)
                    .invoke(reader, bitmap, hints);
            return (String) result.getClass().getMethod("getText").invoke(result);
        } catch (InvocationTargetException thrown) {
            if (type("com.google.zxing.ReaderException").isInstance(thrown.getCause())) {
                return "";
            }
            throw thrown;
        }
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, true, loader);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
