/** What a picture's file says of itself, read by us, because browsers differ in what they heed. */
export interface Picture {
  format: 'jpeg' | 'png' | 'gif' | 'webp' | 'heic' | 'avif' | 'bmp' | 'unknown';
  /** As stored, before any turn, in px; null when the file does not say it in a place we know. */
  size: { width: number; height: number } | null;
  /** False when the file ends before the picture does. Firefox shows such a picture with a white lower part. */
  isWhole: boolean;
  /** Where the EXIF block says how the camera was held (see `exif.ts`); null when it does not. */
  turn: { orientation: number; at: number } | null;
}

/** What one format's reader answers. */
export type Read = Omit<Picture, 'format'>;
