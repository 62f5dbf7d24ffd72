import { createHash } from 'node:crypto';

/** A fingerprint of bytes: 128 bits of SHA-256 as 32 hexadecimal digits. */
export type Hash = string & { readonly hash: unique symbol };

/** The fingerprint of some bytes, or of a text as UTF-8. */
export function hash(content: Uint8Array | string): Hash {
  return createHash('sha256').update(content).digest('hex').slice(0, 32) as Hash;
}
