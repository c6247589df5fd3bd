package vn.sipas.qr.issue;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What a batch made.
 *
 * @param manifest the list of all codes
 * @param seal the signature beside it
 * @param codes how many codes the batch has
 * @param kept how many files were there already from an interrupted run
 * @param notScanSafe how many symbols have a look-alike of a finder pattern in spite of all masks and salts
 */
public record BatchReport(Path manifest, Path seal, long codes, long kept, long notScanSafe) {

    public BatchReport {
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(seal, "seal");
    }
}
