package dev.cloakroom.host.vault;

/**
 * The squares that a location is told in. They are the same for every user and every program: a grid of the user's own
 * would tell them apart by its offset, and several grids would narrow the place down by their intersection. Twenty-five
 * squares make an area, so that whoever knows both learns nothing more.
 */
final class Grid {

    private static final double CELL = 0.01;
    private static final int PER_AREA = 5;
    /** How far outside of the last square the user may be and still be said to be in it, as a part of its width. */
    private static final double MARGIN = 0.2;
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double NARROWEST = 0.05;

    private Grid() {}

    /** One square, by its row from the south pole and its column from 180° west. */
    record Cell(int row, int column) {}

    /**
     * What is told of a square.
     *
     * @param accuracy the radius in metres of a circle that the user is in; the same for every square of its size
     */
    record Told(double latitude, double longitude, int accuracy) {}

    static Cell cell(GeoPoint point) {
        var row = (int) Math.floor((point.latitude() + 90) / CELL);
        return new Cell(row, (int) Math.floor((point.longitude() + 180) / width(row)));
    }

    /** Whether somebody there is still said to be in the square: who lives on a border would otherwise be seen to. */
    static boolean stays(GeoPoint point, Cell last) {
        var rows = (point.latitude() + 90) / CELL - last.row;
        var columns = (point.longitude() + 180) / width(last.row) - last.column;
        return within(rows) && within(columns);
    }

    private static boolean within(double offset) {
        return offset >= -MARGIN && offset < 1 + MARGIN;
    }

    static Told cell(Cell cell) {
        return told(cell.row + 0.5, cell.column + 0.5, cell.row, 1);
    }

    /** The area that the square is in. */
    static Told area(Cell cell) {
        var row = Math.floorDiv(cell.row, PER_AREA) * PER_AREA;
        var column = Math.floorDiv(cell.column, PER_AREA) * PER_AREA;
        return told(row + PER_AREA / 2.0, column + PER_AREA / 2.0, cell.row, PER_AREA);
    }

    /** Whether the areas of two squares are the same or touch. */
    static boolean near(Cell one, Cell other) {
        var rows = Math.abs(Math.floorDiv(one.row, PER_AREA) - Math.floorDiv(other.row, PER_AREA));
        var columns = area(one).longitude - area(other).longitude;
        return rows <= 1 && Math.abs(columns) <= 1.5 * PER_AREA * width(one.row);
    }

    private static Told told(double row, double column, int widthOf, int cells) {
        var radius = ((cells + 2 * MARGIN) * CELL * METRES_PER_DEGREE) / Math.sqrt(2);
        return new Told(
            rounded(row * CELL - 90),
            rounded(column * width(widthOf) - 180),
            (int) (Math.ceil(radius / 10) * 10)
        );
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    /** In degrees of longitude: squares get wider towards the poles, by whole areas, so that areas are made of squares. */
    private static double width(int row) {
        var middle = (Math.floorDiv(row, PER_AREA) + 0.5) * PER_AREA * CELL - 90;
        return CELL / Math.max(NARROWEST, Math.cos(Math.toRadians(middle)));
    }
}
