/**
 * What the popup drew last, for its first script to draw again before anything else is read. It holds products, kinds and
 * times: never a buyer's name, number or words.
 */
export interface Early {
  /** Of the extension: another one may draw otherwise. */
  version: string;
  /** The day (WIB) that its times were written for. */
  day: number;
  villages: string[];
  /** Pixels of what is said of the tab in front, which is known only later. */
  status: number;
  /** Pixels between the head and the filters: notices, which are not drawn. */
  above: number;
  tabs: { word: string; count: number }[];
  filters: { word: string; count: number; isChosen: boolean }[];
  rows: EarlyRow[];
}

export interface EarlyRow {
  product: string;
  isDue: boolean;
  isUnread: boolean;
  /** The state in words, with its look; null where the time that is left stands, which has run on meanwhile. */
  chip: { look: string; word: string } | null;
  time: string;
}

export const EARLY_KEY = 'early';
const DAY = 86_400_000;
const WIB = 7 * 3_600_000;

/** The number of the day that it is in Java. */
export const dayOf = (now: number): number => Math.floor((now + WIB) / DAY);

/** What is kept, if this version wrote it. `localStorage` is read in the call itself; a private window may refuse. */
export function readEarly(version: string): Early | null {
  try {
    const kept = JSON.parse(localStorage.getItem(EARLY_KEY) ?? 'null') as Early | null;
    return kept?.version === version ? kept : null;
  } catch {
    return null;
  }
}

export function keepEarly(early: Early): void {
  try {
    localStorage.setItem(EARLY_KEY, JSON.stringify(early));
  } catch {
    // Without a store the popup is drawn a moment later.
  }
}

export function forgetEarly(): void {
  try {
    localStorage.removeItem(EARLY_KEY);
  } catch {
    // Nothing was kept then.
  }
}
