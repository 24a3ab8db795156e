import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import {
  type AddressRule,
  checkLiteral,
  guardedLookup,
  isPublicAddress,
  type Resolve,
  resolveByDns,
} from './address.ts';
import { LinkError } from './failure.ts';

export interface PageRules {
  /** Whether this address may be asked at all; also checked for every redirect. */
  isOurs: (url: URL) => boolean;
  allowed?: AddressRule;
  resolve?: Resolve;
  timeoutMs?: number;
  maxBytes?: number;
  userAgent: string;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_REDIRECTS = 5;

/**
 * The HTML of a village's page, and the address at which it was found after redirects. Throws LinkError and nothing
 * else.
 */
export async function fetchPage(address: string, rules: PageRules): Promise<{ html: string; url: URL }> {
  const signal = AbortSignal.timeout(rules.timeoutMs ?? TIMEOUT_MS);
  try {
    let url = new URL(address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      if (!rules.isOurs(url)) throw new LinkError('host_foreign');
      const response = await ask(url, rules, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location) {
        response.destroy();
        url = new URL(headers.location, url);
        continue;
      }
      if (statusCode < 200 || statusCode > 299) {
        response.destroy();
        throw new LinkError('status', statusCode >= 500 || statusCode === 429);
      }
      return { html: await read(response, rules.maxBytes ?? MAX_BYTES), url };
    }
    throw new LinkError('status');
  } catch (error) {
    if (error instanceof LinkError) throw error;
    throw new LinkError(signal.aborted ? 'timeout' : 'unreachable');
  }
}

function ask(url: URL, rules: PageRules, signal: AbortSignal): Promise<IncomingMessage> {
  const allowed = rules.allowed ?? isPublicAddress;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new LinkError('host_foreign');
  checkLiteral(url, allowed);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(url, {
      // There is no keep-alive agent, so that a connection which was checked for one name is not used for another.
      agent: false,
      lookup: guardedLookup(rules.resolve ?? resolveByDns, allowed),
      signal,
      headers: { 'user-agent': rules.userAgent, accept: 'text/html', 'accept-encoding': 'gzip, br' },
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = { gzip: createGunzip, br: createBrotliDecompress, deflate: createInflate }[
    response.headers['content-encoding'] ?? ''
  ];
  return unpack ? response.pipe(unpack()) : response;
}

/** Reads at most `maxBytes`, counted after unpacking, because a small answer may unpack to a large page. */
async function read(response: IncomingMessage, maxBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  const body = unpacked(response);
  // `pipe` does not pass on an error of its source.
  response.on('error', (error) => body.destroy(error));
  try {
    for await (const part of body) {
      parts.push(part);
      size += part.length;
      if (size > maxBytes) throw new LinkError('too_large');
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(parts).toString('utf8');
}
