package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.LoginCodeStore;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.PairwiseSubjectStore;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.ProgramStore;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.proof.PublicKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables {@code program}, {@code pairwise_subject} and {@code login_code}. */
final class SqlIdentity {

    private SqlIdentity() {}

    record Programs(Sql sql) implements ProgramStore {
        @Override
        public void save(ProgramRegistration program, Credential credential) {
            sql.update(
                """
                INSERT INTO program (id, developer_id, verified_name, secret_digest, key_set) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET developer_id = excluded.developer_id,
                    verified_name = excluded.verified_name, secret_digest = excluded.secret_digest,
                    key_set = excluded.key_set""",
                program.id().value(),
                program.developer().value(),
                program.verifiedName(),
                credential instanceof Credential.SecretDigest(var digest) ? digest : "",
                credential instanceof Credential.Keys(var keys) ? keys.toJson() : null
            );
        }

        @Override
        public Optional<Entry> find(ProgramId id) {
            return sql.one("SELECT * FROM program WHERE id = ?", Programs::entry, id.value());
        }

        private static Entry entry(ResultSet row) throws SQLException {
            var registration = new ProgramRegistration(
                new ProgramId(row.getString("id")),
                new DeveloperId(row.getString("developer_id")),
                row.getString("verified_name")
            );
            return new Entry(registration, credential(row));
        }

        private static Credential credential(ResultSet row) throws SQLException {
            var keySet = row.getString("key_set");
            return keySet == null
                ? new Credential.SecretDigest(row.getString("secret_digest"))
                : new Credential.Keys(PublicKeys.parse(keySet));
        }
    }

    record Subjects(Sql sql) implements PairwiseSubjectStore {
        @Override
        public PairwiseSubject findOrInsert(ProgramId program, UserId user, PairwiseSubject candidate) {
            return find(program, user).orElseGet(() -> insert(program, user, candidate));
        }

        @Override
        public Optional<PairwiseSubject> find(ProgramId program, UserId user) {
            return sql.one(
                "SELECT subject FROM pairwise_subject WHERE program_id = ? AND user_id = ?",
                Subjects::subject,
                program.value(),
                user.value()
            );
        }

        @Override
        public List<ProgramId> programs(UserId user) {
            return sql.list(
                "SELECT program_id FROM pairwise_subject WHERE user_id = ? ORDER BY program_id",
                row -> new ProgramId(row.getString("program_id")),
                user.value()
            );
        }

        /** The update changes nothing, but makes the statement return the row that another caller inserted. */
        private PairwiseSubject insert(ProgramId program, UserId user, PairwiseSubject candidate) {
            return sql
                .returning(
                    """
                    INSERT INTO pairwise_subject (program_id, user_id, subject) VALUES (?, ?, ?)
                    ON CONFLICT (program_id, user_id) DO UPDATE SET subject = pairwise_subject.subject
                    RETURNING subject""",
                    Subjects::subject,
                    program.value(),
                    user.value(),
                    candidate.value()
                )
                .orElseThrow();
        }

        private static PairwiseSubject subject(ResultSet row) throws SQLException {
            return new PairwiseSubject(row.getString("subject"));
        }

        @Override
        public void delete(ProgramId program, UserId user) {
            sql.update(
                "DELETE FROM pairwise_subject WHERE program_id = ? AND user_id = ?",
                program.value(),
                user.value()
            );
        }
    }

    record LoginCodes(Sql sql) implements LoginCodeStore {
        @Override
        public void insert(String codeDigest, ProgramId program, UserId user, Instant expiresAt) {
            sql.update(
                "INSERT INTO login_code (digest, program_id, user_id, expires_at) VALUES (?, ?, ?, ?)",
                codeDigest,
                program.value(),
                user.value(),
                expiresAt
            );
        }

        @Override
        public Optional<UserId> take(String codeDigest, ProgramId program) {
            return sql.returning(
                "DELETE FROM login_code WHERE digest = ? AND program_id = ? RETURNING user_id",
                row -> new UserId(row.getString("user_id")),
                codeDigest,
                program.value()
            );
        }

        @Override
        public void deleteExpired(Instant now) {
            sql.update("DELETE FROM login_code WHERE expires_at <= ?", now);
        }

        @Override
        public void deleteAll(ProgramId program, UserId user) {
            sql.update("DELETE FROM login_code WHERE program_id = ? AND user_id = ?", program.value(), user.value());
        }
    }
}
