import sharp from 'sharp';
import { type Box, Canvas, type Colour } from './canvas.ts';
import { layOut } from './layout.ts';
import { linesOf } from './lines.ts';
import { type CardText, drawnAs, SHAPES, type Shape, type ShapeName } from './shapes.ts';

// The colours of components/theme.css, which a picture cannot read.
const PAPER: Colour = [251, 246, 236];
const INK: Colour = [42, 33, 27];
const TEAK_PALE: Colour = [245, 233, 218];
const WHITE: Colour = [255, 255, 255];

const QUALITY = 82;

/** Draws a card as JPEG. `photos` are files that we made ourselves; the first is the largest. */
export async function drawCard(name: ShapeName, text: CardText, photos: Uint8Array[]): Promise<Buffer<ArrayBuffer>> {
  const shape = drawnAs(name);
  const canvas = new Canvas(shape.width, shape.height, PAPER);
  await drawPhotos(canvas, shape.photo, photos);
  drawRibbon(canvas, shape, text.ribbon);
  for (const { text: line, ...place } of layOut(shape, text)) canvas.text(line, place);
  const { width, height } = canvas;
  return sharp(canvas.data, { raw: { width, height, channels: 3 } })
    .resize(SHAPES[name].width, SHAPES[name].height)
    .jpeg({ quality: QUALITY, mozjpeg: false })
    .toBuffer();
}

/** One photo fills the place, two share it, of three the first takes the upper half. */
function places(box: Box, count: number): Box[] {
  const half = Math.floor(box.height / 2);
  const upper = { ...box, height: half };
  const lower = { ...box, y: box.y + half, height: box.height - half };
  if (count < 2) return [box];
  if (count === 2) return [upper, lower];
  const left = Math.floor(box.width / 2);
  return [upper, { ...lower, width: left }, { ...lower, x: box.x + left, width: box.width - left }];
}

async function drawPhotos(canvas: Canvas, box: Box, photos: Uint8Array[]): Promise<void> {
  canvas.rect(box, TEAK_PALE);
  for (const [index, place] of places(box, photos.length).entries()) {
    const bytes = photos[index];
    if (!bytes) continue;
    const { width, height } = place;
    const pixels = await sharp(bytes).resize(width, height).toColourspace('srgb').removeAlpha().raw().toBuffer();
    canvas.picture(place, pixels);
  }
}

function drawRibbon(canvas: Canvas, { photo, sizes }: Shape, ribbon: string): void {
  if (ribbon === '') return;
  const size = sizes.title;
  const height = Math.round(size * 1.8);
  const y = photo.y + photo.height - height - size;
  canvas.rect({ x: photo.x, y, width: photo.width, height }, INK, 0.82);
  const [line = ''] = linesOf(ribbon, { weight: 700, size, width: photo.width - size, lines: 1 });
  canvas.text(line, { x: photo.x + size * 0.7, y: y + size * 1.25, weight: 700, size, colour: WHITE });
}
