package dev.cloakroom.host.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridTest {

    private static final int ROUNDS = 20_000;

    @Test
    void told_isACircleThatThePointIsIn() {
        everywhere(point -> {
            var cell = Grid.cell(Grid.cell(point));
            var area = Grid.area(Grid.cell(point));
            assertThat(metres(point, cell)).isLessThan(cell.accuracy());
            assertThat(metres(point, area)).isLessThan(area.accuracy());
        });
    }

    @Test
    void told_isTheSameSizeEverywhere() {
        everywhere(point -> {
            assertThat(Grid.cell(Grid.cell(point)).accuracy()).isEqualTo(1110);
            assertThat(Grid.area(Grid.cell(point)).accuracy()).isEqualTo(4260);
        });
    }

    /** Points a metre apart are in one area whenever they are in one square: both answers together tell no more. */
    @Test
    void area_isMadeOfWholeSquares() {
        everywhere(point -> {
            var cell = Grid.cell(point);
            var centre = Grid.cell(cell);
            var atCentre = Grid.cell(new GeoPoint(centre.latitude(), centre.longitude()));
            assertThat(atCentre).isEqualTo(cell);
            assertThat(Grid.area(atCentre)).isEqualTo(Grid.area(cell));
        });
    }

    @Test
    void stays_whileThePointIsInOrJustOutsideOfTheSquare() {
        var cell = Grid.cell(new GeoPoint(39.9042, 116.4074));
        var centre = Grid.cell(cell);
        assertThat(Grid.stays(new GeoPoint(centre.latitude() + 0.0069, centre.longitude()), cell)).isTrue();
        assertThat(Grid.stays(new GeoPoint(centre.latitude() - 0.0069, centre.longitude()), cell)).isTrue();
        assertThat(Grid.stays(new GeoPoint(centre.latitude() + 0.0071, centre.longitude()), cell)).isFalse();
        assertThat(Grid.stays(new GeoPoint(centre.latitude(), centre.longitude() + 0.02), cell)).isFalse();
    }

    @Test
    void near_isForTheSameAreaAndItsNeighbours() {
        var here = Grid.cell(new GeoPoint(22.5431, 114.0579));
        assertThat(Grid.near(here, Grid.cell(new GeoPoint(22.5431, 114.0579)))).isTrue();
        assertThat(Grid.near(here, Grid.cell(new GeoPoint(22.59, 114.06)))).isTrue();
        assertThat(Grid.near(here, Grid.cell(new GeoPoint(22.75, 114.06)))).isFalse();
        assertThat(Grid.near(here, Grid.cell(new GeoPoint(22.5431, 114.3)))).isFalse();
    }

    private static void everywhere(Consumer<GeoPoint> check) {
        var random = new Random(5);
        IntStream.range(0, ROUNDS)
            .mapToObj(_ -> new GeoPoint(random.nextDouble(-84, 84), random.nextDouble(-180, 180)))
            .forEach(check);
    }

    private static double metres(GeoPoint point, Grid.Told told) {
        var north = (point.latitude() - told.latitude()) * 111_320;
        var east = (point.longitude() - told.longitude()) * 111_320 * Math.cos(Math.toRadians(point.latitude()));
        assertThat(told.latitude()).isCloseTo(point.latitude(), within(1.0));
        return Math.hypot(north, east);
    }
}
