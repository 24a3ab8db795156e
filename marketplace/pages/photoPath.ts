/** Address of one variant of a photo on this marketplace. */
export function photoPath(hash: string, width: 320 | 640 | 1280, ext: 'jpg' | 'webp'): string {
  return `/photos/${hash}/${width}.${ext}`;
}
