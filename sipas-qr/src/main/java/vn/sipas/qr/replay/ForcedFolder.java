package vn.sipas.qr.replay;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Brings the entry of a new file in its folder to the disk, where the platform can. */
final class ForcedFolder {

    private ForcedFolder() {}

    static void of(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows opens no folders; its file systems write the entry with the file.
        }
    }
}
