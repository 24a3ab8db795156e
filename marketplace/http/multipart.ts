import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { ProblemError } from '#marketplace/problem.ts';
import type { AppContext } from './appTypes.ts';

export interface MultipartLimits {
  /** Files beyond the number are not kept, and neither is one with more bytes. */
  files: number;
  fileBytes: number;
  /** Of the whole form; what comes behind goes by unread, and beyond three times as much nothing more is taken. */
  bytes: number;
}

export interface Multipart {
  /** Every value of a text field, in the order sent. */
  fields: Map<string, string[]>;
  files: Uint8Array[];
  /** A file had more bytes than are taken; its bytes went by unkept. */
  hasLarge: boolean;
  /** There were more files than are taken. */
  hasMany: boolean;
}

/** A text field holds at most a description of the widest characters. */
const FIELD_BYTES = 32 * 1024;
const FIELDS_MAX = 40;
/** Three photos of the largest cameras. */
const GONE_BY = 3;

/**
 * A form with files, read as it comes in: of what is too large or too much nothing stays in memory, and what was typed is there all
 * the same. Throws `malformed` for anything else, `too_large`.
 */
export async function readMultipart(
  c: AppContext,
  { files: most, fileBytes, bytes: mostBytes }: MultipartLimits,
): Promise<Multipart> {
  const type = c.req.header('content-type') ?? '';
  const body = c.req.raw.body;
  if (!/^multipart\/form-data\s*;/i.test(type) || body === null) throw new ProblemError('malformed');
  const read: Multipart = { fields: new Map(), files: [], hasLarge: false, hasMany: false };
  const limits = { fileSize: fileBytes, fieldSize: FIELD_BYTES, fields: FIELDS_MAX, files: most };
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new ProblemError('malformed'));
    try {
      const parser = new Busboy({ headers: { 'content-type': type }, limits });
      parser.on('field', (name, value) => read.fields.set(name, [...(read.fields.get(name) ?? []), value]));
      parser.on('file', (_, stream) => keepFile(stream, read));
      parser.on('filesLimit', () => {
        read.hasMany = true;
      });
      parser.on('finish', resolve);
      parser.on('error', fail);
      const source = Readable.fromWeb(body as ReadableStream).on('error', fail);
      let bytes = 0;
      source.on('data', (chunk: Uint8Array) => {
        bytes += chunk.length;
        if (bytes <= mostBytes) return;
        // Browsers show no answer before they have sent all, so the rest is let go by: what was typed came first.
        if (bytes - chunk.length <= mostBytes) source.unpipe(parser).resume();
        read.hasLarge = true;
        if (bytes <= GONE_BY * mostBytes) return;
        reject(new ProblemError('too_large'));
        source.destroy();
      });
      source.on('end', () => bytes > mostBytes && resolve());
      source.pipe(parser);
    } catch {
      fail();
    }
  });
  return read;
}

function keepFile(stream: Readable & { truncated: boolean }, read: Multipart): void {
  const chunks: Uint8Array[] = [];
  // A body that ends in the midst of a file: the parser says so too, but an error that nobody hears would end the process.
  stream.on('error', () => {
    chunks.length = 0;
  });
  stream.on('limit', () => {
    chunks.length = 0;
    read.hasLarge = true;
  });
  stream.on('data', (chunk: Uint8Array) => {
    if (!stream.truncated) chunks.push(chunk);
  });
  stream.on('end', () => {
    // A field of files that nobody chose comes as one file without a byte.
    const bytes = Buffer.concat(chunks);
    if (bytes.length > 0) read.files.push(new Uint8Array(bytes));
  });
}
