/** Quarter turns clockwise. */
export type Turns = 0 | 1 | 2 | 3;

/** How a stored picture becomes an upright one: mirrored left to right if so, then turned. */
export interface Turn {
  isMirrored: boolean;
  turns: Turns;
}

/** The eight values of EXIF's orientation (EXIF 2.32, 4.6.4, tag 0x0112), by its number less one. */
const ORIENTATIONS: Turn[] = [
  { isMirrored: false, turns: 0 },
  { isMirrored: true, turns: 0 },
  { isMirrored: false, turns: 2 },
  { isMirrored: true, turns: 2 },
  { isMirrored: true, turns: 3 },
  { isMirrored: false, turns: 1 },
  { isMirrored: true, turns: 1 },
  { isMirrored: false, turns: 3 },
];
const AS_STORED: Turn = { isMirrored: false, turns: 0 };

/** What to do with a picture that a camera stored with this orientation, and that a person then turned further. */
export function turnOf(orientation: number, more: Turns = 0): Turn {
  const { isMirrored, turns } = ORIENTATIONS[orientation - 1] ?? AS_STORED;
  return { isMirrored, turns: ((turns + more) % 4) as Turns };
}
