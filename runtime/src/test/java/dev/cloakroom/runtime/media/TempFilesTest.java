package dev.cloakroom.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.runtime.media.Picture.Format;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TempFilesTest {

    private final AtomicInteger names = new AtomicInteger();
    private final TempFiles files = session();

    @Test
    void path_isAHandleOfItsOwnSession() {
        Picture picture = picture(10);
        String path = files.add(picture);

        assertThat(path).isEqualTo("wxfile://tmp_1.jpg");
        assertThat(files.find(path)).containsSame(picture);
        assertThat(session().find(path)).isEmpty();
    }

    @Test
    void path_meansNothingAfterTheSession() {
        String path = files.add(picture(10));

        files.end();

        assertThat(files.find(path)).isEmpty();
        assertThat(files.find(files.add(picture(10))))
            .as("a pick that comes late")
            .isEmpty();
    }

    @Test
    void pictures_beyondTheRoom_pushTheOldestOut() {
        String first = files.add(picture(30 << 20));
        String second = files.add(picture(30 << 20));
        String third = files.add(picture(30 << 20));

        assertThat(files.find(first)).isEmpty();
        assertThat(files.find(second)).isPresent();
        assertThat(files.find(third)).isPresent();
    }

    private TempFiles session() {
        return new TempFiles(() -> String.valueOf(names.incrementAndGet()));
    }

    private static Picture picture(int bytes) {
        return new Picture(Format.JPEG, 1, 1, new byte[bytes]);
    }
}
