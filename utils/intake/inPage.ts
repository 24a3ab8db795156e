import { PICTURE_BYTES_MAX, PICTURES_MAX, type Wanted } from '#utils/model/source.ts';
import { captionOf } from './caption.ts';
import { wholeLines } from './wholeLines.ts';

/** A picture as the page gave it; `base64` is null where only its place on the screen could be told (px of the viewport). */
export interface Seen {
  base64: string | null;
  type: string;
  caption: string;
  rect: { left: number; top: number; width: number; height: number };
}

export interface Page {
  selection: string;
  isCut: boolean;
  pictures: Seen[];
  /** Width of the viewport in px, to find a place on a picture of the screen. */
  width: number;
}

/** A side shorter than this (px) is an icon. */
const SMALLEST = 80;
/** All pictures of a page together, in base64. */
const LETTERS_MAX = 30_000_000;
/** How long (ms) one picture may take to come from another server. */
const PATIENCE = 8000;

/**
 * Runs in the page's frame, in our own world of it. Reads what is wanted of its pictures, and the words that
 * are selected. It sends nothing to anybody but the pictures' own servers.
 */
export async function readPage(wanted: Wanted): Promise<Page> {
  const all = [...document.querySelectorAll('img')].filter(isPicture);
  const pictures = withinLimit(await Promise.all(chosen(all, wanted).map(read)));
  const { text, isCut } = wholeLines(selected(wanted));
  return { selection: text, isCut, pictures, width: innerWidth };
}

/** Words that were pointed at, wherever they are; others only while they can be seen: who forgot them means none. */
function selected(wanted: Wanted): string {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return '';
  const isMeant = wanted === 'selection' || [...selection.getRangeAt(0).getClientRects()].some(isOnScreen);
  return isMeant ? selection.toString() : '';
}

/** A message of the browser holds 64 MB; what is too much keeps its place on the screen and its words. */
function withinLimit(pictures: Seen[]): Seen[] {
  let letters = 0;
  return pictures.map((picture) => {
    letters += picture.base64?.length ?? 0;
    return letters > LETTERS_MAX ? { ...picture, base64: null } : picture;
  });
}

function chosen(all: HTMLImageElement[], wanted: Wanted): HTMLImageElement[] {
  if (wanted === 'selection') return [];
  if (wanted === 'sight') return all.filter(isInSight).slice(0, PICTURES_MAX);
  return all.filter(({ currentSrc, src }) => currentSrc === wanted.srcUrl || src === wanted.srcUrl).slice(0, 1);
}

function isPicture(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width >= SMALLEST && height >= SMALLEST;
}

const isInSight = (image: Element): boolean => isOnScreen(image.getBoundingClientRect());

function isOnScreen({ top, bottom, left, right }: DOMRect): boolean {
  return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}

async function read(image: HTMLImageElement): Promise<Seen> {
  const { left, top, width, height } = image.getBoundingClientRect();
  const blob = (await fetched(image.currentSrc || image.src)) ?? (await drawn(image));
  return {
    base64: blob === null ? null : await base64Of(blob),
    type: blob?.type ?? '',
    caption: captionOf(image, isPicture),
    rect: { left, top, width, height },
  };
}

/** As a reader gives it: in Firefox the bytes are the page's, and a script beside the page may not look into those. */
function base64Of(blob: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? null);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(blob);
  });
}

/** The bytes behind an address: the page's own (blob:, data:, its server), or another server's that lets everybody read. */
async function fetched(address: string): Promise<Blob | null> {
  try {
    const url = new URL(address, location.href);
    const isOwn = url.origin === location.origin || url.protocol === 'blob:' || url.protocol === 'data:';
    const response = await fetch(url, {
      credentials: isOwn ? 'same-origin' : 'omit',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) return null;
    const blob = await response.blob();
    return blob.type.startsWith('image/') && blob.size > 0 && blob.size <= PICTURE_BYTES_MAX ? blob : null;
  } catch {
    // The page's own policy forbids it, the server lets nobody read, or it takes too long.
    return null;
  }
}

/** The picture as the page has it; null for one of another server, which a canvas may show and not give away. */
async function drawn(image: HTMLImageElement): Promise<Blob | null> {
  try {
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    if (blob.size <= PICTURE_BYTES_MAX) return blob;
    const smaller = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
    return smaller.size <= PICTURE_BYTES_MAX ? smaller : null;
  } catch {
    return null;
  }
}
