package dev.cloakroom.host.audit;

/**
 * An event in its place in the ledger.
 *
 * @param sequence counts up from 1 without gaps
 * @param json one object in canonical form (keys sorted, no white space): {@code sequence}, {@code at} (ISO 8601),
 *     {@code kind}, and the members of the event
 * @param leafHash the RFC 9162 leaf hash of the JSON's UTF-8 bytes, in hexadecimal
 * @param chainHash SHA-256 of 0x02, the chain hash before (32 zero bytes at first) and the leaf hash, in hexadecimal
 */
public record AuditEntry(long sequence, String json, String leafHash, String chainHash) {}
