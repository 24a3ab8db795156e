import { ascii } from './bytes.ts';

const ORIENTATION = 0x0112;
const ENTRY_BYTES = 12;
/** No real block has as many entries; a made-up number must not keep us. */
const ENTRIES_MAX = 512;

/**
 * The orientation (2 to 8) in an EXIF block that begins at `from`, and the place of its byte in the file; null when it says
 * nothing, or upright. The block is a TIFF file: byte order, then the first directory (TIFF 6.0, section 2; EXIF 2.32, 4.6.4).
 */
export function turnIn(view: DataView, from: number): { orientation: number; at: number } | null {
  const tiff = ascii(view, from, 6) === 'Exif\0\0' ? from + 6 : from;
  const order = ascii(view, tiff, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const little = order === 'II';
  try {
    const directory = tiff + view.getUint32(tiff + 4, little);
    const entries = Math.min(ENTRIES_MAX, view.getUint16(directory, little));
    for (let entry = directory + 2; entry < directory + 2 + entries * ENTRY_BYTES; entry += ENTRY_BYTES) {
      if (view.getUint16(entry, little) !== ORIENTATION) continue;
      const orientation = view.getUint16(entry + 8, little);
      const at = entry + (little ? 8 : 9);
      return orientation >= 2 && orientation <= 8 ? { orientation, at } : null;
    }
  } catch (error) {
    // A block that points outside of the file says nothing.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}
