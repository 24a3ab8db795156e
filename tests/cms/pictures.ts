/** The smallest whole JPEG: one grey pixel. */
const PIXEL =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';

/** A real JPEG that differs by `seed`, in a comment that every decoder skips. */
export function jpeg(seed: string): Blob {
  const bytes = Buffer.from(PIXEL, 'base64');
  const words = Buffer.from(seed);
  const comment = Buffer.from([0xff, 0xfe, 0, words.length + 2]);
  return new Blob([bytes.subarray(0, 2), comment, words, bytes.subarray(2)], { type: 'image/jpeg' });
}
