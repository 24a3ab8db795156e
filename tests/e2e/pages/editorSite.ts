import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { EDITORS, type EditorPage, STRICT } from './editorKinds.ts';

const PACKAGES = join(import.meta.dirname, '../../../node_modules');
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const CSP = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; frame-src 'none'";

/** In public the site shows markup as markup. */
const SHOWN = '<p>Kerja bakti di balai desa berjalan lancar dan diikuti banyak warga.</p>';

/** An unknown CMS: a page per editor, a plain form that saves, and the articles as everybody reads them. */
export interface EditorSite {
  url: string;
  stop(): void;
}

export async function startEditorSite(): Promise<EditorSite> {
  const codemirror6 = await bundle();
  const articles: string[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const send = (body: string | Buffer, type = 'text/html') => {
      response.setHeader('content-type', `${type}; charset=utf-8`);
      response.end(body);
    };
    const [, room = '', name = ''] = pathname.split('/');
    if (pathname === '/codemirror6.js') return send(codemirror6, TYPES['.js']);
    if (room === 'npm') return send(fileOf(pathname.slice('/npm/'.length)), TYPES[extname(pathname)] ?? 'text/plain');
    if (room === 'setup') return send(`addEventListener('load', () => { ${pageOf(name).setup} });`, TYPES['.js']);
    if (pathname === '/simpan') {
      articles.push(new URLSearchParams(await bodyOf(request)).get('isi') ?? '');
      response.writeHead(303, { location: `/artikel/${articles.length}` });
      return response.end();
    }
    if (room === 'artikel' && articles[Number(name) - 1] !== undefined)
      return send(html(`<article>${articles[Number(name) - 1]}</article>`));
    if (pathname === '/')
      return send(html('<a href="/berita">Berita</a> <a href="/berita/kerja-bakti">Kerja bakti</a>'));
    if (room === 'berita') return send(html(`<article><h1>Kerja bakti</h1><div>${SHOWN}${SHOWN}</div></article>`));
    if (room === 'baca') return send(html('<p>Tidak ada yang ditulis di sini.</p>'));
    if (room !== 'tulis') {
      response.writeHead(404);
      return response.end();
    }
    if (name === 'strict') response.setHeader('content-security-policy', CSP);
    return send(editorHtml(name, pageOf(name)));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function pageOf(name: string): EditorPage {
  const pages: Record<string, EditorPage> = { ...EDITORS, strict: STRICT };
  const page = pages[name.replace(/\.js$/, '')];
  if (page === undefined) throw new Error(`no such editor: ${name}`);
  return page;
}

function editorHtml(name: string, { scripts = [], styles = [], body }: EditorPage): string {
  const src = (path: string) => (path.startsWith('/') ? path : `/npm/${path}`);
  const head = [
    ...styles.map((path) => `<link rel="stylesheet" href="${src(path)}">`),
    ...scripts.map((path) => `<script src="${src(path)}"></script>`),
    `<script src="/setup/${name}.js"></script>`,
  ];
  return html(`${head.join('')}<form method="post" action="/simpan">${body}<p><button>Simpan</button></p></form>`);
}

const html = (body: string) => `<!doctype html><html lang="id"><title>Desa Lain</title><body>${body}</body></html>`;

function fileOf(path: string): Buffer {
  const file = normalize(join(PACKAGES, path));
  if (!file.startsWith(PACKAGES)) throw new Error('outside');
  return readFileSync(file);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

async function bundle(): Promise<string> {
  const lib = {
    entry: join(import.meta.dirname, 'codemirror6.entry.ts'),
    formats: ['iife' as const],
    name: 'codemirror6',
  };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('CodeMirror did not build');
  return output.output[0].code;
}
