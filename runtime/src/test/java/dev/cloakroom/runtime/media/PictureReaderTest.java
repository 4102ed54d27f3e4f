package dev.cloakroom.runtime.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PictureReaderTest {

    private static final String WORDS = "GPS 31.234567N 121.456789E, taken at 2026:05:17 by Lin's phone";
    private static final int WHITE = 0xFFFFFFFF;

    static Stream<byte[]> files() {
        return Stream.of(Photograph.jpeg(64, 32, 1, WORDS), Photograph.png(64, 32, WORDS));
    }

    @ParameterizedTest
    @MethodSource("files")
    void read_keepsThePixelsAndNoWord(byte[] file) {
        assertThat(latin(file)).contains(WORDS);

        Picture picture = read(file);

        assertThat(latin(picture.bytes())).doesNotContain("GPS", "31.2345", "Lin", "Exif", "tEXt");
        assertThat(picture.width()).isEqualTo(64);
        assertThat(picture.height()).isEqualTo(32);
        assertThat(picture.size()).isEqualTo(picture.bytes().length);
    }

    @ParameterizedTest
    @MethodSource("files")
    void read_ofWhatWasRead_isAPictureOfTheSameFormat(byte[] file) {
        Picture first = read(file);

        assertThat(read(first.bytes()).format()).isEqualTo(first.format());
    }

    /** Where the white quarter is to be seen: left or right, top or bottom. */
    @ParameterizedTest
    @CsvSource({
        "0, 64, 32, true, true",
        "1, 64, 32, true, true",
        "2, 64, 32, false, true",
        "3, 64, 32, false, false",
        "4, 64, 32, true, false",
        "5, 32, 64, true, true",
        "6, 32, 64, false, true",
        "7, 32, 64, false, false",
        "8, 32, 64, true, false",
    })
    void read_turnsThePictureUpright(int orientation, int width, int height, boolean left, boolean top)
        throws IOException {
        Picture picture = read(Photograph.jpeg(64, 32, orientation, WORDS));

        BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertThat(pixels.getWidth()).isEqualTo(width).isEqualTo(picture.width());
        assertThat(pixels.getHeight()).isEqualTo(height);
        assertThat(pixels.getRGB(left ? width / 4 : (3 * width) / 4, top ? height / 4 : (3 * height) / 4)).isEqualTo(
            WHITE
        );
        assertThat(pixels.getRGB(left ? (3 * width) / 4 : width / 4, top ? height / 4 : (3 * height) / 4)).isNotEqualTo(
            WHITE
        );
    }

    @Test
    void read_ofALargePicture_bringsItDown() {
        Picture picture = read(Photograph.jpeg(3 * PictureReader.LONGEST_SIDE, 300, 1, WORDS));

        assertThat(picture.width()).isEqualTo(PictureReader.LONGEST_SIDE);
        assertThat(picture.height()).isEqualTo(100);
    }

    /** Its header says so; there need not be a pixel. */
    @Test
    void read_ofAPictureThatUnpacksToTooMuch_isRefusedBeforeItIsUnpacked() {
        byte[] file = Photograph.png(64, 32, WORDS);
        ByteBuffer.wrap(file).putInt(16, 60_000).putInt(20, 60_000);

        assertThat(PictureReader.read(file)).isEmpty();
    }

    @Test
    void read_ofATooLargeFile_isRefused() {
        byte[] file = Photograph.png(64, 32, WORDS);

        assertThat(PictureReader.read(Arrays.copyOf(file, PictureReader.MOST_BYTES))).isPresent();
        assertThat(PictureReader.read(Arrays.copyOf(file, PictureReader.MOST_BYTES + 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "BM", "%PDF-1.7", "''" })
    void read_ofAnotherKindOfFile_isRefused(String file) {
        assertThat(PictureReader.read(file.getBytes(ISO_8859_1))).isEmpty();
    }

    /** Whatever is broken in a file: it is a picture without words, or none. */
    @ParameterizedTest
    @MethodSource("files")
    void read_ofABrokenFile_throwsNothingAndTellsNothing(byte[] file) {
        var random = new Random(5);
        int pictures = 0;
        for (int i = 0; i < 2_000; i++) {
            Optional<Picture> picture = PictureReader.read(broken(file, random));
            pictures += picture.isPresent() ? 1 : 0;
            assertThat(latin(picture.map(Picture::bytes).orElse(new byte[0]))).doesNotContain("31.2345");
        }
        assertThat(pictures).isBetween(1, 1_999);
    }

    private static byte[] broken(byte[] file, Random random) {
        byte[] broken = Arrays.copyOf(file, random.nextInt(10) == 0 ? random.nextInt(file.length) : file.length);
        for (int i = 0; i < random.nextInt(8) && broken.length > 0; i++) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        return broken;
    }

    private static Picture read(byte[] file) {
        return PictureReader.read(file).orElseThrow();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
