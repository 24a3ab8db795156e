import { rupiah, unitText } from '#contract/format.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import type { ShareFacts } from '#utils/model/share.ts';
import { linesOf } from './lines.ts';

interface Shape {
  width: number;
  height: number;
  /** How high the photo is, from the upper edge. */
  photo: number;
  edge: number;
  /** The size of the name; the other texts are drawn to it. */
  size: number;
  lines: number;
}

/** A square for posts, and the upright picture of a "status" or "story". */
export const STATUS_SHAPES = {
  square: { width: 1080, height: 1080, photo: 620, edge: 60, size: 62, lines: 2 },
  upright: { width: 1080, height: 1920, photo: 1160, edge: 72, size: 76, lines: 3 },
} as const satisfies Record<string, Shape>;
export type StatusShape = keyof typeof STATUS_SHAPES;

/** What a picture says beside the facts, in the reader's language. */
export interface StatusWords {
  soldOut: string;
  foot: string;
  locale: 'id' | 'en';
}

// The colours of components/theme.css in daylight: a picture is the same for everybody.
const [PAPER, PALE, INK, SOFT, TEAK, LEAF] = ['#fbf6ec', '#f5e9da', '#2a211b', '#6b5d52', '#7a3e12', '#1f6b3a'];
const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Draws a picture to share as JPEG, on this device alone. Throws when this browser cannot draw. */
export async function drawStatus(facts: ShareFacts, name: StatusShape, words: StatusWords): Promise<Blob> {
  const shape = STATUS_SHAPES[name];
  const canvas = document.createElement('canvas');
  canvas.width = shape.width;
  canvas.height = shape.height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = PAPER ?? '';
  pen.fillRect(0, 0, shape.width, shape.height);
  await drawPhoto(pen, shape, facts.photo);
  if (facts.isSoldOut) drawRibbon(pen, shape, words.soldOut);
  drawTexts(pen, shape, facts, words);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/jpeg', 0.88),
  );
}

/** The photo fills its place; what stands over is cut off on both sides alike. */
async function drawPhoto(pen: CanvasRenderingContext2D, shape: Shape, photo: string | null): Promise<void> {
  pen.fillStyle = PALE ?? '';
  pen.fillRect(0, 0, shape.width, shape.photo);
  if (photo === null) return;
  const image = new Image();
  image.src = photo;
  await image.decode();
  const scale = Math.max(shape.width / image.naturalWidth, shape.photo / image.naturalHeight);
  const [width, height] = [shape.width / scale, shape.photo / scale];
  const [x, y] = [(image.naturalWidth - width) / 2, (image.naturalHeight - height) / 2];
  pen.drawImage(image, x, y, width, height, 0, 0, shape.width, shape.photo);
}

function drawRibbon(pen: CanvasRenderingContext2D, { width, photo, edge, size }: Shape, text: string): void {
  const height = size * 1.8;
  pen.fillStyle = 'rgb(42 33 27 / 82%)';
  pen.fillRect(0, photo - height - size, width, height);
  pen.fillStyle = '#ffffff';
  pen.font = `700 ${size}px ${FONT}`;
  pen.fillText(text, edge, photo - size * 1.55, width - 2 * edge);
}

/** A line as it is drawn, with its baseline below the photo's place (px). */
interface Line {
  text: string;
  font: string;
  colour: string;
  y: number;
}

/** The texts between photo and foot, every size times `scale`, and how high they are together. */
function layOut(
  pen: CanvasRenderingContext2D,
  shape: Shape,
  { facts, words, scale }: { facts: ShareFacts; words: StatusWords; scale: number },
): { drawn: Line[]; height: number } {
  const size = shape.size * scale;
  const drawn: Line[] = [];
  let y = shape.edge * 0.7 * scale;
  const write = (text: string, weight: number, px: number, colour = '', most = 1) => {
    const font = `${weight} ${px}px ${FONT}`;
    pen.font = font;
    for (const line of linesOf(text, shape.width - 2 * shape.edge, most, (part) => pen.measureText(part).width)) {
      y += px;
      drawn.push({ text: line, font, colour, y });
      y += px * 0.25;
    }
  };
  write(maskPhones(facts.village), 700, size * 0.55, TEAK);
  write(maskPhones(facts.name), 700, size, INK, shape.lines);
  y += size * 0.15;
  write(rupiah(facts.price, words.locale), 700, size * 1.05, facts.isSoldOut ? SOFT : LEAF);
  write(`/ ${unitText(facts, words.locale)}`, 400, size * 0.55, SOFT);
  return { drawn, height: y };
}

/** A long name makes all texts smaller, so that none stands on another. */
function drawTexts(pen: CanvasRenderingContext2D, shape: Shape, facts: ShareFacts, words: StatusWords): void {
  const { height, photo, edge, size } = shape;
  const foot = size * 0.46;
  const room = height - photo - edge - foot * 1.6;
  let scale = 1;
  let plan = layOut(pen, shape, { facts, words, scale });
  while (plan.height > room && scale > 0.4) {
    scale -= 0.05;
    plan = layOut(pen, shape, { facts, words, scale });
  }
  for (const { text, font, colour, y } of plan.drawn) {
    pen.font = font;
    pen.fillStyle = colour;
    pen.fillText(text, edge, photo + y);
  }
  pen.font = `400 ${foot}px ${FONT}`;
  pen.fillStyle = SOFT ?? '';
  pen.fillText(words.foot, edge, height - edge, shape.width - 2 * edge);
}
