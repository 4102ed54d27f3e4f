package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramTokenStore;
import dev.cloakroom.host.identity.UsedProofStore;
import java.time.Instant;
import java.util.Optional;

/** The tables {@code program_token} and {@code used_proof}. */
final class SqlCredentials {

    private SqlCredentials() {}

    record ProgramTokens(Sql sql) implements ProgramTokenStore {
        @Override
        public void insert(String tokenDigest, ProgramId program, String keyThumbprint, Instant expiresAt) {
            sql.update(
                "INSERT INTO program_token (digest, program_id, key_thumbprint, expires_at) VALUES (?, ?, ?, ?)",
                tokenDigest,
                program.value(),
                keyThumbprint,
                expiresAt
            );
        }

        @Override
        public Optional<ProgramId> find(String tokenDigest, String keyThumbprint, Instant now) {
            return sql.one(
                "SELECT program_id FROM program_token WHERE digest = ? AND key_thumbprint = ? AND expires_at > ?",
                row -> new ProgramId(row.getString("program_id")),
                tokenDigest,
                keyThumbprint,
                now
            );
        }

        @Override
        public void delete(String tokenDigest, ProgramId program) {
            sql.update("DELETE FROM program_token WHERE digest = ? AND program_id = ?", tokenDigest, program.value());
        }

        @Override
        public void deleteAll(ProgramId program) {
            sql.update("DELETE FROM program_token WHERE program_id = ?", program.value());
        }

        @Override
        public void deleteExpired(Instant now) {
            sql.update("DELETE FROM program_token WHERE expires_at <= ?", now);
        }
    }

    record UsedProofs(Sql sql) implements UsedProofStore {
        @Override
        public boolean use(String digest, Instant keepUntil) {
            return (
                sql.update(
                    "INSERT INTO used_proof (digest, keep_until) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
                    digest,
                    keepUntil
                ) == 1
            );
        }

        @Override
        public void deleteExpired(Instant now) {
            sql.update("DELETE FROM used_proof WHERE keep_until <= ?", now);
        }
    }
}
