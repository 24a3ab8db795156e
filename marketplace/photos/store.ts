/** Where photo files live. Shaped like an object store (S3), so that one can take the disk's place. */
export interface PhotoStore {
  /** Whole or not at all; writing the same key again is harmless. Keys are `<hash>/<width>.<ext>`. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is no such file. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  delete(key: string): Promise<void>;
}
