import { browser } from 'wxt/browser';

/** The words around the quick line, as the panel drew them last. Nothing that anybody typed is in it. */
export interface EarlyLine {
  version: string;
  /** Origins of the pages around a panel that our content script held. On a page of any other nothing is drawn early. */
  around: string[];
  /** Heights (px) of the bars above and below, and of the notices above the line, which are not drawn. */
  head: number;
  foot: number;
  above: number;
  title: string;
  label: string;
  example: string;
  hint: string;
}

/** What the panel's first script has put on screen, or is about to. */
export interface LineOnScreen {
  /** Gives what was typed and takes the line away; when a word is being composed, as soon as it is whole. */
  take(give: (text: string) => void): void;
  /** Until it has been painted, or is known not to come. */
  seen: Promise<void>;
}

declare global {
  var dodolanLine: LineOnScreen | undefined;
}

const LINE_KEY = 'earlyLine';
/** More than one person's sites. */
const AROUND_MAX = 30;

/** The origin of the page that the panel stands in; our own for a panel of its own window. */
function originAround(): string {
  if (window.parent === window) return location.origin;
  // Firefox says only where the frame's address came from, unless the page keeps that to itself.
  return location.ancestorOrigins?.[0] ?? URL.parse(document.referrer)?.origin ?? '';
}

async function read(): Promise<EarlyLine | null> {
  try {
    const kept = (await browser.storage.local.get(LINE_KEY))[LINE_KEY] as EarlyLine | undefined;
    return kept?.version === browser.runtime.getManifest().version ? kept : null;
  } catch {
    return null;
  }
}

/** What is kept, if the panel may be drawn early where it stands. (In a page's frame there is no `localStorage`.) */
export async function readLine(): Promise<EarlyLine | null> {
  const kept = await read();
  return kept?.around.includes(originAround()) ? kept : null;
}

/** Keeps how the line is drawn, by a panel that was held. Without a store the caret comes a moment later. */
export async function keepLine(line: Omit<EarlyLine, 'version' | 'around'>): Promise<void> {
  try {
    const kept = await read();
    const here = originAround();
    const around = [here, ...(kept?.around ?? []).filter((one) => one !== here)].slice(0, AROUND_MAX);
    const next: EarlyLine = { ...line, around, version: browser.runtime.getManifest().version };
    if (here === '' || JSON.stringify(next) === JSON.stringify(kept)) return;
    await browser.storage.local.set({ [LINE_KEY]: next });
  } catch {
    // As above; or the extension was updated under this panel.
  }
}
