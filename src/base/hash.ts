import { createHash, hash as digest } from 'node:crypto';

/** A fingerprint of bytes: 128 bits of SHA-256 as 32 hexadecimal digits. */
export type Hash = string & { readonly hash: unique symbol };

/** The fingerprint of some bytes, or of a text as UTF-8. */
export function hash(content: Uint8Array | string): Hash {
  return digest('sha256', content, 'hex').slice(0, 32) as Hash;
}

/** The namespace of names that are addresses (RFC 9562, 6.6). */
const URL_NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** A UUID of an address: the same for the same one (RFC 9562, 5.5, version 5). */
export function uuidOf(url: string): string {
  const bytes = createHash('sha1').update(URL_NAMESPACE).update(url).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
