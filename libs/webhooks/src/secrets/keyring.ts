import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16];

/** A record that was sealed with a key which this process does not have, or that was tampered with. */
export class KeyringError extends Error {
  readonly code = 'keyring';
}

/** A secret at rest: which key sealed it, and nonce ‖ ciphertext ‖ tag. */
export interface Sealed {
  readonly keyId: string;
  readonly bytes: Buffer;
}

/** AES-256-GCM under named keys, so that keys can be replaced while records last. */
export class Keyring {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly currentId: string;

  /**
   * @param text `id:base64 of 32 bytes`, comma separated; the first seals, all of them open
   * @throws KeyringError when it cannot be read
   */
  constructor(text: string) {
    const entries = text.split(',').map((part): [string, Buffer] => {
      const [id = '', key = ''] = part.trim().split(':');
      const bytes = Buffer.from(key, 'base64');
      if (!/^[\w-]{1,32}$/.test(id) || bytes.length !== KEY_BYTES) {
        throw new KeyringError('a key is "<id>:<base64 of 32 bytes>"');
      }
      return [id, bytes];
    });
    this.keys = new Map(entries);
    this.currentId = entries[0]?.[0] ?? '';
  }

  has(keyId: string): boolean {
    return this.keys.has(keyId);
  }

  /** @param purpose `kind|owner|version`: binds the record to its place, so that none can be swapped */
  seal(plain: string, purpose: string): Sealed {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(this.currentId), nonce);
    cipher.setAAD(Buffer.from(purpose));
    const bytes = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()];
    return { keyId: this.currentId, bytes: Buffer.concat(bytes) };
  }

  /** @throws KeyringError */
  open({ keyId, bytes }: Sealed, purpose: string): string {
    const end = bytes.length - TAG_BYTES;
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.keyOf(keyId),
      bytes.subarray(0, NONCE_BYTES),
    );
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(end));
    try {
      const plain = [decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()];
      return Buffer.concat(plain).toString('utf8');
    } catch (error) {
      throw new KeyringError(`the record for ${purpose} does not open`, { cause: error });
    }
  }

  private keyOf(keyId: string): Buffer {
    const key = this.keys.get(keyId);
    if (key === undefined) throw new KeyringError(`the keyring has no key "${keyId}"`);
    return key;
  }
}
