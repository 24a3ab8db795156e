import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { roomListings } from '#marketplace/listings/service.ts';
import { field, readForm } from '#marketplace/pages/thread/form.ts';
import { privatePage } from '#marketplace/pages/thread/thread.ts';
import { endRoom, resetRoom } from '#marketplace/practice/close.ts';
import { formToken } from '#marketplace/practice/keys.ts';
import { articlesOf, progressOf } from '#marketplace/practice/overview.ts';
import { type Room, sheetsOf } from '#marketplace/practice/room.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { isSameSecret } from '#marketplace/secret.ts';
import { mountPage, type PageHandler, type PageRequest } from '#marketplace/web/page.ts';
import { type Page, seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { marketsRoom, trainersRoom } from './enter.ts';
import { renderMarket } from './Market.tsx';
import { renderSheets } from './Sheets.tsx';
import { renderTrainer } from './Trainer.tsx';

const pathOf = ({ param }: PageRequest): string => `/latihan/${param('secret')}`;

async function trainerPage(request: PageRequest, room: Room, isUnsure = false): Promise<Page> {
  const { deps, view } = request;
  const [seats, articles] = await Promise.all([progressOf(deps, room.id), articlesOf(deps, room.id)]);
  const data = { room, path: pathOf(request), seats, articles, formToken: formToken(deps, room.id), isUnsure };
  return privatePage(renderTrainer(view, data), isUnsure ? 422 : 200);
}

const trainer: PageHandler = async (request) => trainerPage(request, await trainersRoom(request));

const sheets: PageHandler = async (request) => {
  const room = await trainersRoom(request);
  return privatePage(renderSheets(request.view, await sheetsOf(request.deps, room)));
};

const market: PageHandler = async (request) => {
  const room = await marketsRoom(request);
  return privatePage(renderMarket(request.view, await roomListings(request.deps, room.id)));
};

/** A button of the trainer's screen: pressed there, and with its tick. */
function deed(act: (deps: Deps, room: Room) => Promise<unknown>): PageHandler {
  return async (request) => {
    const form = await readForm(request.c);
    const room = await trainersRoom(request);
    const isOurs = isSameSecret(field(form, 'izin'), formToken(request.deps, room.id));
    if (!isOurs || isForeignPost(request.c, request.deps.config)) throw new ProblemError('forbidden');
    if (field(form, 'yakin') === '') return trainerPage(request, room, true);
    await act(request.deps, room);
    return seeOther(link(request.view, pathOf(request)));
  };
}

/** Mounts the pages of practice rooms; each is reached by a link alone. */
export function mountLatihan(app: App, deps: Deps): void {
  mountPage(app, deps, 'GET', '/latihan/pasar/:room', market);
  mountPage(app, deps, 'GET', '/latihan/:secret', trainer);
  mountPage(app, deps, 'GET', '/latihan/:secret/lembar', sheets);
  mountPage(app, deps, 'POST', '/latihan/:secret/kosongkan', deed(resetRoom));
  mountPage(app, deps, 'POST', '/latihan/:secret/akhiri', deed(endRoom));
}
