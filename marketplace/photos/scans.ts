/**
 * A progressive JPEG sends its picture in scans, each over all its dots, and a scan that adds nothing takes only some 40
 * bytes. Encoders make about ten; the most careful ones stay below twenty.
 */
const SCANS_MAX = 64;
/** The most dots that all scans together may go over: sixteen times the largest photo. */
const DOTS_MAX = 16 * 20_000_000;

/** The marker that begins a scan. */
const START_OF_SCAN = Buffer.from([0xff, 0xda]);

/**
 * Whether a JPEG would take longer to decode than any photo does. The markers are counted wherever they stand and not by
 * walking from one segment to the next, because a hostile file may lead a walker and the decoder different ways; in the
 * picture's own data a marker cannot occur. So the count may be a little too high, and is never too low.
 */
export function isScanBomb(bytes: Uint8Array, pixels: number): boolean {
  const most = Math.min(SCANS_MAX, DOTS_MAX / Math.max(1, pixels));
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let scans = 0;
  for (let at = file.indexOf(START_OF_SCAN); at >= 0; at = file.indexOf(START_OF_SCAN, at + 2)) {
    if (++scans > most) return true;
  }
  return false;
}
