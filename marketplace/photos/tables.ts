export interface PhotoTables {
  /** A row means: every variant of this photo is in the store. */
  photos: { hash: string; width: number; height: number; created_at: Date };
}
