package dev.cloakroom.host.vault;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.settings.PrivacySettings;
import java.util.Optional;

/** The square that a user is said to be in, for every program alike: it moves on only when the user is well out of it. */
record Whereabouts(Values values) {
    Optional<Grid.Cell> of(UserId user) {
        return values
            .read(user, Field.LOCATION)
            .flatMap(value -> StructuredValue.parse(value.reveal(), GeoPoint.class))
            .map(point ->
                last(user)
                    .filter(cell -> Grid.stays(point, cell))
                    .orElseGet(() -> moved(user, point))
            );
    }

    private Optional<Grid.Cell> last(UserId user) {
        return values
            .stored()
            .read(user, Field.LAST_CELL, PrivacySettings.PRIMARY)
            .map(text -> text.reveal().split(","))
            .map(parts -> new Grid.Cell(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }

    private Grid.Cell moved(UserId user, GeoPoint point) {
        var cell = Grid.cell(point);
        var text = PersonalValue.of(cell.row() + "," + cell.column());
        values.stored().put(user, Field.LAST_CELL, PrivacySettings.PRIMARY, text);
        return cell;
    }
}
