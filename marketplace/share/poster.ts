import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { encode } from 'uqr';
import { runsOf, type Weight } from './fonts.ts';
import { linesOf } from './lines.ts';

/** What an A4 poster says. */
export interface PosterText {
  head: string;
  place: string;
  title: string;
  price: string;
  unit: string;
  ribbon: string;
  /** Beside the code: what to do with it, and what happens then. */
  scan: string;
  how: string;
  /** The address in the code, also readable for whoever cannot scan. */
  url: string;
  language: string;
  changedAt: Date;
}

/** A4 in points, 1/72 inch. */
const PAGE = { width: 595.28, height: 841.89 };
const PHOTO = { width: PAGE.width, height: 400 };
/** Dots of the photo for a point of the page: 1,240 dots across are enough for a poster at arm's length. */
const DOTS = 1240 / PAGE.width;
const MARGIN = 42;
const WIDTH = PAGE.width - 2 * MARGIN;
const CODE = { size: 150, y: PAGE.height - MARGIN - 150 };

const INK = '#2a211b';
const SOFT = '#6b5d52';
const TEAK = '#7a3e12';
const LEAF = '#1f6b3a';
const PALE = '#f5e9da';

type Pdf = InstanceType<typeof PDFDocument>;
interface Line {
  x: number;
  /** The line on which the letters stand. */
  y: number;
  weight: Weight;
  size: number;
  colour: string;
}

/** One A4 page as PDF: photo, name, price, village, and a code that leads to the product's page. */
export async function drawPoster(text: PosterText, photo: Uint8Array | null): Promise<Buffer<ArrayBuffer>> {
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: true,
    lang: text.language,
    displayTitle: true,
    info: { Title: text.title, Author: text.head, CreationDate: text.changedAt },
  });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject));
  await drawPhoto(pdf, photo);
  drawRibbon(pdf, text.ribbon);
  drawText(pdf, text);
  drawCode(pdf, text);
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

async function drawPhoto(pdf: Pdf, photo: Uint8Array | null): Promise<void> {
  pdf.rect(0, 0, PHOTO.width, PHOTO.height).fill(PALE);
  if (photo === null) return;
  const [width, height] = [Math.round(PHOTO.width * DOTS), Math.round(PHOTO.height * DOTS)];
  const jpeg = await sharp(photo).resize(width, height).toColourspace('srgb').jpeg({ quality: 80 }).toBuffer();
  pdf.image(jpeg, 0, 0, PHOTO);
}

function drawRibbon(pdf: Pdf, ribbon: string): void {
  if (ribbon === '') return;
  pdf.rect(0, PHOTO.height - 90, PHOTO.width, 60).fill(INK);
  write(pdf, ribbon, { x: MARGIN, y: PHOTO.height - 49, weight: 700, size: 32, colour: '#ffffff' });
}

function drawText(pdf: Pdf, text: PosterText): void {
  let y = PHOTO.height + 22;
  const block = (value: string, weight: Weight, size: number, colour: string, lines: number) => {
    for (const line of linesOf(value, { weight, size, width: WIDTH, lines })) {
      y += size * 1.18;
      write(pdf, line, { x: MARGIN, y, weight, size, colour });
    }
    y += 4;
  };
  block([text.head, text.place].filter(Boolean).join(', '), 700, 15, TEAK, 1);
  block(text.title, 700, 34, INK, 2);
  block(text.price, 700, 46, text.ribbon === '' ? LEAF : SOFT, 1);
  y += 6;
  block(text.unit, 400, 18, SOFT, 1);
}

/** The code is drawn in lines of dark squares, as one shape with sharp edges at every size. */
function drawCode(pdf: Pdf, text: PosterText): void {
  const { data, size } = encode(text.url, { ecc: 'M', border: 0 });
  const dot = CODE.size / size;
  for (const [row, dots] of data.entries())
    for (const [column, isDark] of dots.entries())
      if (isDark) pdf.rect(MARGIN + column * dot, CODE.y + row * dot, dot, dot);
  pdf.fill('#000000');
  const x = MARGIN + CODE.size + 26;
  const width = PAGE.width - MARGIN - x;
  let y = CODE.y + 6;
  const block = (value: string, weight: Weight, size: number, colour: string, lines: number) => {
    for (const line of linesOf(value, { weight, size, width, lines })) {
      y += size * 1.3;
      write(pdf, line, { x, y, weight, size, colour });
    }
    y += 6;
  };
  block(text.scan, 700, 20, INK, 2);
  block(text.how, 400, 13, SOFT, 4);
  block(text.url.replace(/^https?:\/\//, ''), 400, 11, INK, 2);
}

function write(pdf: Pdf, line: string, { x, y, weight, size, colour }: Line): void {
  let pen = x;
  for (const run of runsOf(line, weight)) {
    pdf.font(run.file).fontSize(size).fillColor(colour);
    pdf.text(run.text, pen, y, { lineBreak: false, baseline: 'alphabetic' });
    pen += pdf.widthOfString(run.text);
  }
}
