/** The words around the quick line, as the panel drew them last on this site. Nothing that anybody typed is in it. */
export interface EarlyLine {
  version: string;
  title: string;
  label: string;
  example: string;
  hint: string;
}

/** What the panel's first script has put on screen. */
export interface LineOnScreen {
  /** Gives what was typed and takes the line away; when a word is being composed, as soon as it is whole. */
  take(give: (text: string) => void): void;
}

declare global {
  var dodolanLine: LineOnScreen | undefined;
}

const LINE_KEY = 'earlyLine';

/**
 * Only a panel that was held by our content script keeps this, in the store that the browser gives it for this one site:
 * on a page of any other site the first script finds nothing, and shows nothing to type in.
 */
export function readLine(version: string): EarlyLine | null {
  try {
    const kept = JSON.parse(localStorage.getItem(LINE_KEY) ?? 'null') as EarlyLine | null;
    return kept?.version === version ? kept : null;
  } catch {
    return null;
  }
}

export function keepLine(line: EarlyLine): void {
  try {
    localStorage.setItem(LINE_KEY, JSON.stringify(line));
  } catch {
    // Without a store the caret comes a moment later.
  }
}
