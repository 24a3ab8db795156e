import { runsOf, type Weight, widthOf } from './fonts.ts';
import { Coverage } from './outline.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Text {
  /** Where the line begins, and the line on which its letters stand. */
  x: number;
  y: number;
  weight: Weight;
  size: number;
  colour: Colour;
}

/** Raw pixels that rectangles, letters and a photo are painted on. */
export class Canvas {
  readonly data: Buffer;

  constructor(
    readonly width: number,
    readonly height: number,
    background: Colour,
  ) {
    this.data = Buffer.alloc(width * height * 3, Buffer.from(background));
  }

  #blend(x: number, y: number, colour: Colour, share: number): void {
    if (share <= 0 || x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const at = (y * this.width + x) * 3;
    for (let index = 0; index < 3; index++) {
      const under = this.data[at + index] ?? 0;
      this.data[at + index] = Math.round(under + ((colour[index] ?? 0) - under) * share);
    }
  }

  rect({ x, y, width, height }: Box, colour: Colour, opacity = 1): void {
    if (opacity === 1) {
      const line = Buffer.alloc(width * 3, Buffer.from(colour));
      for (let row = y; row < y + height; row++) line.copy(this.data, (row * this.width + x) * 3);
      return;
    }
    for (let row = y; row < y + height; row++)
      for (let dot = x; dot < x + width; dot++) this.#blend(dot, row, colour, opacity);
  }

  /** Puts in raw pixels of three channels that have exactly the size of the box. */
  picture(box: Box, pixels: Uint8Array): void {
    for (let row = 0; row < box.height; row++) {
      const from = row * box.width * 3;
      this.data.set(pixels.subarray(from, from + box.width * 3), ((box.y + row) * this.width + box.x) * 3);
    }
  }

  /** Writes one line. */
  text(line: string, { x, y, weight, size, colour }: Text): void {
    const left = Math.floor(x - size);
    const top = Math.floor(y - size * 1.3);
    const field = new Coverage(Math.ceil(widthOf(line, weight, size) + 2 * size), Math.ceil(size * 1.8));
    let pen = x - left;
    for (const { font, text } of runsOf(line, weight)) {
      const scale = size / font.unitsPerEm;
      const { glyphs, positions } = font.layout(text);
      for (const [index, glyph] of glyphs.entries()) {
        const { xAdvance, xOffset, yOffset } = positions[index] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 };
        field.glyph(glyph.path.commands, pen + xOffset * scale, y - top - yOffset * scale, scale);
        pen += xAdvance * scale;
      }
    }
    const values = field.values();
    for (let at = 0; at < values.length; at++)
      this.#blend(left + (at % field.width), top + Math.floor(at / field.width), colour, values[at] ?? 0);
  }
}
