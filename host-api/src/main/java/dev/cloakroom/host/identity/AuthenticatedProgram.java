package dev.cloakroom.host.identity;

/** A program whose credentials were checked. Only {@link ProgramRegistry} makes one. */
public final class AuthenticatedProgram {

    private final ProgramRegistration registration;

    AuthenticatedProgram(ProgramRegistration registration) {
        this.registration = registration;
    }

    public ProgramId id() {
        return registration.id();
    }

    public ProgramRegistration registration() {
        return registration;
    }
}
