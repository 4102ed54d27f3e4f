package dev.cloakroom.runtime.bridge;

import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.media.TempFiles;
import dev.cloakroom.runtime.program.Manifest;
import dev.cloakroom.runtime.view.Gestures;
import dev.cloakroom.runtime.view.PageStack;
import dev.cloakroom.runtime.view.SessionUi;

/**
 * Who calls, from the host's own records: nothing of it comes from the worker but what the page shows.
 *
 * @param program the program, as the host registered it
 * @param manifest what it declares
 * @param user whose session it is
 * @param session the host's random id of the session; no program sees it
 * @param files what the user picked for the program in this session
 * @param lane the session's share of the network
 */
public record Caller(
    ProgramRegistration program,
    Manifest manifest,
    UserId user,
    String session,
    PageStack pages,
    Gestures gestures,
    SessionUi ui,
    TempFiles files,
    NetworkLane lane
) {}
