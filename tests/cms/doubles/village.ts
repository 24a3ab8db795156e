import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressesOf } from './village/addresses.ts';
import { adminAnswer } from './village/admin.ts';
import { databaseError } from './village/answers.ts';
import type { VillageOptions } from './village/axes.ts';
import { CLIENT } from './village/client.ts';
import { type FaultKind, Faults, type When } from './village/faults.ts';
import { type Answer, type Asked, asJson, readRequest, sendAnswer } from './village/http.ts';
import { withTraits } from './village/possible.ts';
import { type ProductAddresses, productAddresses } from './village/products/addresses.ts';
import { productAnswer } from './village/products/answer.ts';
import type { ProductOptions } from './village/products/options.ts';
import type { ProductTable } from './village/products/table.ts';
import { type PublicPaths, publicPage, publicPaths } from './village/public.ts';
import { newSession, sessionOf } from './village/sessions.ts';
import { type Article, VillageState } from './village/state.ts';

/** A request as the site's log has it: `status` is null when the line fell. */
export interface Logged {
  method: string;
  /** Path and question, with the site's folder. */
  path: string;
  status: number | null;
}

export interface VillageSite {
  /** No slash at the end; with the site's folder where it lies in one. */
  url: string;
  options: VillageOptions;
  /** Where the admin pages lie, below `url`; `{id}` stands for an article's number. */
  admin: ReturnType<typeof addressesOf>;
  publicPaths: PublicPaths;
  /** The product table of a site that was started with one, and where it lies below `url`. */
  table(): ProductTable;
  products: ProductAddresses | null;
  /** Every article, drafts and what others wrote too. */
  articles(): Article[];
  /** Everything that was asked so far, oldest first. */
  requests: Logged[];
  /** A session of its own, as the `Cookie` header; a page in a browser signs in by the form, with any words. */
  signIn(): string;
  /** What `storageToken` keeps in the page's storage under `token`. */
  signInKey(): string;
  failNext(kind: FaultKind, when?: When): void;
  /** From now on the page of the form for a new article runs this script, too, with `form` at hand. */
  changeForm(script: string): void;
  /** Whether the three articles of others, and their pictures, are as they were. */
  foreignUntouched(): boolean;
  /** How many times the subscribers were written to. */
  mails(): number;
  /** How many pictures the site holds that others did not send. */
  pictures(): number;
  /** A person writes an article without our doing. */
  write(parts: Partial<Omit<Article, 'id'>>): Article;
  /** A person changes an article without our doing. */
  edit(id: number, parts: Partial<Omit<Article, 'id'>>): void;
  erase(id: number): void;
  endSessions(): void;
  /** The admin's list shows this many articles on a page, and leads to the next one. */
  page(rows: number): void;
  stop(): Promise<void>;
}

/**
 * A small village site of nobody's making, with an article admin that behaves as those of real villages do. What is not
 * said of it is as simple as it can be.
 */
export async function startVillageSite(
  traits: Partial<VillageOptions> = {},
  products: Partial<ProductOptions> | null = null,
): Promise<VillageSite> {
  const options = withTraits(traits);
  const state = new VillageState(options, options.public === 'subfolder' ? '/desa' : '', products);
  const faults = new Faults(state);
  const requests: Logged[] = [];
  let more = '';
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = await readRequest(request, state.base);
    const logged: Logged = { method: asked.method, path: asked.url.pathname + asked.url.search, status: null };
    requests.push(logged);
    const fault = faults.take(asked);
    const answer = fault === 'drop_request' ? null : answerWith(state, asked, fault);
    if (answer === null || fault === 'drop_answer') return void request.socket.destroy();
    logged.status = answer.status;
    const isForm = asked.method === 'GET' && asked.path === addressesOf(options).form && answer.status === 200;
    sendAnswer(response, isForm && more !== '' ? { ...answer, body: `${answer.body}${more}` } : answer, asked);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const seeded = state.uploads.size;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${state.base}`,
    options,
    admin: addressesOf(options),
    publicPaths: publicPaths(options),
    table() {
      if (state.table === null) throw new Error('This site has no product table.');
      return state.table;
    },
    products: state.table && productAddresses(options, state.table.options),
    articles: () => structuredClone(state.articles),
    requests,
    signIn: () => newSession(state, true).cookie,
    signInKey() {
      const key = crypto.randomUUID().replaceAll('-', '');
      state.keys.add(key);
      return key;
    },
    failNext: (kind, when) => faults.add(kind, when),
    changeForm(script) {
      more = `<script>{ const form = document.querySelector('#judul').form; ${script} }</script>`;
    },
    foreignUntouched: () => state.isForeignUntouched(),
    mails: () => state.mails,
    pictures: () => state.uploads.size - seeded,
    write: (parts) => structuredClone(state.add({ author: 'Bu Carik', ...parts })),
    edit: (id, parts) => void Object.assign(state.byId(id) ?? {}, parts),
    erase(id) {
      state.articles = state.articles.filter((article) => article.id !== id);
    },
    endSessions: () => endSessions(state),
    page(rows) {
      state.rowsOnPage = rows;
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function endSessions(state: VillageState): void {
  state.sessions.clear();
  state.keys.clear();
}

function answerWith(state: VillageState, asked: Asked, fault: FaultKind | null): Answer {
  if (fault === '500') return databaseError;
  if (fault === '419')
    return { status: 419, body: '<!doctype html><title>Page Expired</title><h1>419 Page Expired</h1>' };
  if (fault === '413') return { status: 413, body: '<h1>413 Request Entity Too Large</h1>' };
  if (fault === 'said200') return asJson({ success: false, message: 'Gagal mengunggah, coba lagi 12' });
  if (fault === 'noName') return asJson({ success: true });
  const notFound = { status: 404, body: '<!doctype html><title>404</title><h1>404</h1>' };
  if (asked.path === null) return notFound;
  const file = state.uploads.get(asked.path);
  if (file !== undefined) return { status: 200, headers: { 'content-type': 'image/jpeg' }, body: file };
  if (asked.path === '/assets/admin.js')
    return { status: 200, headers: { 'content-type': 'text/javascript' }, body: CLIENT };
  const session = sessionOf(state, asked);
  if (fault === 'logout') {
    // The session goes on, with its token, and nobody is signed in in it.
    for (const one of state.sessions.values()) one.isSignedIn = false;
    state.keys.clear();
  }
  const products = productAnswer(state, asked, session);
  if (products !== null) return products;
  return adminAnswer(state, asked, session) ?? publicPage(state, asked.path, session) ?? notFound;
}
