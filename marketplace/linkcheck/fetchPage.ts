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
import { isChallenge, LinkError, reasonOfStatus } from './failure.ts';
import { within } from './within.ts';

export interface PageRules {
  /** Whether this address may be asked at all; also checked for every redirect. */
  isOurs: (url: URL) => boolean;
  allowed?: AddressRule;
  resolve?: Resolve;
  timeoutMs?: number;
  maxBytes?: number;
  /** Ends the look early. */
  signal?: AbortSignal;
  userAgent: string;
}

export interface FetchedPage {
  html: string;
  /** Where it was found after redirects. */
  url: URL;
  /** False when it is longer than `maxBytes`: `html` is its beginning. */
  isWhole: boolean;
  contentType: string;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_REDIRECTS = 5;

/**
 * The text at an address of a village's site, within the time of the rules whatever the site does. Throws LinkError and
 * nothing else.
 */
export async function fetchPage(address: string, rules: PageRules): Promise<FetchedPage> {
  const limit = AbortSignal.timeout(rules.timeoutMs ?? TIMEOUT_MS);
  const signal = rules.signal ? AbortSignal.any([limit, rules.signal]) : limit;
  try {
    return await within(signal, follow(new URL(address), rules, signal));
  } catch (error) {
    if (signal.aborted) throw new LinkError('timeout');
    throw error instanceof LinkError ? error : new LinkError('unreachable');
  }
}

async function follow(first: URL, rules: PageRules, signal: AbortSignal): Promise<FetchedPage> {
  let url = first;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    if (!rules.isOurs(url)) throw new LinkError('host_foreign');
    const response = await ask(url, rules, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      url = new URL(headers.location, url);
      continue;
    }
    if (statusCode < 200 || statusCode > 299 || isChallenge(statusCode, headers)) {
      response.destroy();
      throw new LinkError(reasonOfStatus(statusCode, headers), statusCode);
    }
    const read = await readBody(response, rules.maxBytes ?? MAX_BYTES, signal);
    return { ...read, url, contentType: headers['content-type'] ?? '' };
  }
  throw new LinkError('status');
}

function ask(url: URL, rules: PageRules, signal: AbortSignal): Promise<IncomingMessage> {
  const allowed = rules.allowed ?? isPublicAddress;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new LinkError('host_foreign');
  checkLiteral(url, allowed);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asking = request(url, {
      // There is no keep-alive agent, so that a connection which was checked for one name is not used for another.
      agent: false,
      lookup: guardedLookup(rules.resolve ?? resolveByDns, allowed),
      signal,
      headers: { 'user-agent': rules.userAgent, accept: 'text/html,*/*;q=0.8', 'accept-encoding': 'gzip, br' },
    });
    asking.on('response', resolve).on('error', reject);
    // Nobody asked for another protocol. Without a listener Node closes the connection and tells nobody.
    asking.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new LinkError('status'));
    });
    asking.end();
  });
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = { gzip: createGunzip, br: createBrotliDecompress, deflate: createInflate }[
    response.headers['content-encoding'] ?? ''
  ];
  return unpack ? response.pipe(unpack()) : response;
}

/**
 * Reads at most `maxBytes`, counted after unpacking, because a small answer may unpack to a large page. Throws when the
 * time is over: a body without a length ends then as if it were whole.
 */
async function readBody(
  response: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Pick<FetchedPage, 'html' | 'isWhole'>> {
  const parts: Buffer[] = [];
  let size = 0;
  const body = unpacked(response);
  // `pipe` does not pass on an error of its source, nor that the connection was cut.
  response.on('error', (error) => body.destroy(error));
  body.on('error', () => {});
  response.on('close', () => {
    if (!response.complete) body.destroy(new LinkError('unreachable'));
  });
  try {
    for await (const part of body) {
      parts.push(part);
      size += part.length;
      if (size > maxBytes) break;
    }
  } finally {
    response.destroy();
  }
  signal.throwIfAborted();
  return { html: Buffer.concat(parts).toString('utf8', 0, maxBytes), isWhole: size <= maxBytes };
}
