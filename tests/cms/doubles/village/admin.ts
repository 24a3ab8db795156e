import { type Addresses, addressesOf, matches } from './addresses.ts';
import { answerSave, answerToken } from './answers.ts';
import { type Answer, type Asked, asJson, redirect, type Sent, sentForm, sentJson } from './http.ts';
import { loginPage, type Page, toLogin } from './layout.ts';
import { formPage, listPage, removal } from './list.ts';
import { namesOf } from './names.ts';
import { uploadAnswer, uploadFirst } from './pictures.ts';
import { saveAll, saveArticle } from './save.ts';
import { isInside, refusedToken } from './sessions.ts';
import type { Session, VillageState } from './state.ts';
import { asData } from './values.ts';
import { esc, writtenDay } from './words.ts';

/** What may be asked of the admin. */
export type Deed = keyof Addresses;

const READS: readonly Deed[] = ['list', 'form', 'edit', 'remove', 'data', 'login'];
const WRITES: readonly Deed[] = ['remove', 'save', 'update', 'upload', 'login'];

/** Which of the admin's addresses a request means. */
export function deedOf({ options }: VillageState, asked: Asked): { deed: Deed; id: number | null } | null {
  if (asked.path === null) return null;
  const addresses = addressesOf(options);
  for (const deed of asked.method === 'GET' ? READS : WRITES) {
    // The API has a sign-in of its own.
    const path = deed === 'login' && asked.method !== 'GET' ? asked.path.replace(/^\/api/, '') : asked.path;
    const found = matches(addresses[deed], asked.url, path);
    if (found !== null) return { deed, id: found.id };
  }
  return null;
}

/** A page of the admin, or a deed there; null when the address is none of these. */
export function adminAnswer(state: VillageState, asked: Asked, session: Session): Answer | null {
  if (asked.path === '/keluar') {
    session.isSignedIn = false;
    return redirect(`${state.base}/`);
  }
  const found = deedOf(state, asked);
  if (found === null) return null;
  const page: Page = { state, asked, session };
  return asked.method === 'GET' ? answerRead(page, found) : answerWrite(page, found);
}

function answerRead(page: Page, { deed, id }: { deed: Deed; id: number | null }): Answer | null {
  const { state, asked, session } = page;
  const { options } = state;
  const isIn = isInside(state, asked, session);
  if (deed === 'login') return loginPage(page);
  if (deed === 'data') return isIn ? data(state, id ?? asked.url.searchParams.get('id')) : noKey(state);
  // The pages of `storageToken` are empty shells, the same for everybody: their script asks for what is in them.
  const isForAll =
    options.flavour === 'storageToken' ||
    (options.session === 'formPublic' && (deed === 'form' || (deed === 'list' && options.flavour === 'modal')));
  if (!isIn && !isForAll) return toLogin(state);
  if (deed === 'list') return listPage(page, isIn);
  if (deed === 'form') return formPage(page, isIn);
  const article = state.byId(id);
  if (article === undefined) return null;
  if (deed === 'edit') return formPage(page, isIn, { article });
  return options.takeDown === 'deleteGet' ? erased(page, article.id) : null;
}

function erased({ state, session }: Page, id: number | null): Answer {
  state.articles = state.articles.filter((one) => one.id !== id);
  session.flash = 'Berhasil dihapus';
  return redirect(state.base + addressesOf(state.options).list);
}

function answerWrite(page: Page, { deed, id }: { deed: Deed; id: number | null }): Answer {
  const { state, asked, session } = page;
  if (deed === 'login') return signIn(page);
  const token = refusedToken(state, asked, session);
  if (token !== null) return answerToken(state, token.status);
  if (!isInside(state, asked, session)) return state.options.flavour === 'storageToken' ? noKey(state) : toLogin(state);
  if (deed === 'upload') return upload(page);
  if (deed === 'remove') return erased(page, state.options.takeDown === 'deletePost' ? id : null);
  const { flavour } = state.options;
  if (flavour === 'whole') return answerSave(page, saveAll(state, asked.json?.articles), sentForm(asked.posted), null);
  const driven = flavour === 'driven' ? readSnapshot(page) : null;
  if (flavour === 'driven' && driven === null) return answerToken(state, 419);
  const sent = driven?.sent ?? (asked.json === null ? sentForm(asked.posted) : sentJson(asked.json));
  const hidden = Number(sent.text(namesOf(state.options, deed === 'save' ? 'create' : 'change').id)) || null;
  const meant = driven === null ? (id ?? hidden) : driven.id;
  return answerSave(page, saveArticle(state, sent, meant), sent, meant);
}

/** What a Livewire page sends: its state, which is taken once, and what was changed in it. */
function readSnapshot({ state, asked, session }: Page): { sent: Sent; id: number | null } | null {
  const { snapshot, updates } = asked.json ?? {};
  const checksum = /"checksum":"([\w-]+)"/.exec(String(snapshot))?.[1];
  const key = `${session.id} ${checksum}`;
  const known = state.snapshots.get(key);
  state.snapshots.delete(key);
  return known === undefined ? null : { sent: sentJson((updates ?? {}) as Record<string, unknown>), id: known.id };
}

function signIn({ state, session }: Page): Answer {
  if (state.options.flavour === 'storageToken') {
    const token = crypto.randomUUID().replaceAll('-', '');
    state.keys.add(token);
    return asJson({ token });
  }
  session.isSignedIn = true;
  return redirect(state.base + addressesOf(state.options).list);
}

function upload({ state, asked }: Page): Answer {
  const stored = uploadFirst(state, sentForm(asked.posted));
  const csrf = asked.posted.fields.get('new_token')?.[0];
  if (stored === null) return asJson({ message: 'Gambar harus JPG atau PNG, paling besar 1 MB', csrf }, 422);
  return uploadAnswer(state, stored, csrf);
}

const noKey = (state: VillageState): Answer =>
  state.options.flavour === 'storageToken' ? asJson({ message: 'Unauthenticated.' }, 401) : toLogin(state);

/** What the page's script reads: one article, or all of them, and as rows. */
function data(state: VillageState, id: number | string | null): Answer {
  const { options, base } = state;
  const names = namesOf(options, id === null ? 'create' : 'change');
  if (id !== null) {
    const article = state.byId(Number(id));
    return article === undefined ? asJson({ message: 'Not found' }, 404) : asJson(asData(state, names, article));
  }
  const { edit } = addressesOf(options);
  const rows = state.articles
    .toReversed()
    .map(
      (one) =>
        `<tr><td>${esc(one.title)}</td><td>${writtenDay(one.date, options.date)}</td><td><a href="${base}${edit.replace('{id}', String(one.id))}">Ubah</a> ${removal(state, one)}</td></tr>`,
    );
  return asJson({ articles: state.articles.map((one) => asData(state, names, one)), rows: rows.join('') });
}
