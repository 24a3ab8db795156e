import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { needChromium } from '#stack/system.ts';

const ENTRY = join(import.meta.dirname, 'photoLab.entry.ts');

/** Serves a bare page on loopback (hashing wants a secure context) that has our photo code and nothing else. */
export async function servePhotoLab(): Promise<{ url: string; close(): void }> {
  const script = await bundle();
  const server = createServer((request, response) => {
    const isScript = request.url === '/lab.js';
    response.setHeader('content-type', `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`);
    response.end(isScript ? script : '<!doctype html><title>lab</title><script src="/lab.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** That page in a Chromium of its own. */
export async function openPhotoLab(): Promise<{ page: Page; close(): Promise<void> }> {
  const { url, close: end } = await servePhotoLab();
  const browser: Browser = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(url);
  const close = async () => {
    await browser.close();
    end();
  };
  return { page, close };
}

async function bundle(): Promise<string> {
  const lib = { entry: ENTRY, formats: ['iife' as const], name: 'lab' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, minify: false, lib } });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('the photo code did not build');
  return output.output[0].code;
}
