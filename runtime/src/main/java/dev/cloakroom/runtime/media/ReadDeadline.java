package dev.cloakroom.runtime.media;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Ends the reading of a picture that takes too long: one of many scans says little and costs much. */
final class ReadDeadline implements IIOReadProgressListener {

    private final long end;
    private boolean passed;

    /** @param end in nanoseconds of {@link System#nanoTime} */
    ReadDeadline(long end) {
        this.end = end;
    }

    boolean passed() {
        return passed;
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        if (System.nanoTime() - end > 0) {
            passed = true;
            source.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {
        // one picture is read
    }

    @Override
    public void sequenceComplete(ImageReader source) {
        // one picture is read
    }

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {
        // the end is fixed
    }

    @Override
    public void imageComplete(ImageReader source) {
        // the caller sees it
    }

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
        // thumbnails are not read
    }

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {
        // thumbnails are not read
    }

    @Override
    public void thumbnailComplete(ImageReader source) {
        // thumbnails are not read
    }

    @Override
    public void readAborted(ImageReader source) {
        passed = true;
    }
}
