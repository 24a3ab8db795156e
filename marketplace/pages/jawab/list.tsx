import { maskPlace } from '#contract/maskPlace.ts';
import { readTelling } from '#marketplace/notify/telling.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { privatePage } from '#marketplace/pages/thread/thread.ts';
import { revokeDevice } from '#marketplace/villages/devices.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { type Page, seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { phoneCookie, phoneToken } from './cookie.ts';
import { allList, hasHeld, waitingList } from './lists.ts';
import { jawabMessage, type PhoneRequest, phoneForm, phonePage } from './phone.ts';
import { EndPairing } from './views/EndPairing.tsx';
import { type ListKind, renderList } from './views/ListPage.tsx';
import { TellOfficial } from './views/TellOfficial.tsx';

export interface ListRefused {
  codes: string[];
  email: string;
}

/** The list, with what was refused in the form below it. */
export async function listPage(
  request: PhoneRequest,
  {
    kind = 'waiting',
    refused = null,
    status = 200,
  }: { kind?: ListKind; refused?: ListRefused | null; status?: number } = {},
): Promise<Page> {
  const { deps, c, view, j, actor, query } = request;
  const after = query('setelah');
  const list =
    kind === 'waiting'
      ? await waitingList(deps, actor.villageId, after)
      : await allList(deps, actor.villageId, { before: after, flagged: kind === 'held' });
  const hasOthers = kind !== 'held' && (await hasHeld(deps, actor.villageId));
  const telling = kind !== 'waiting' ? null : await readTelling(deps, actor.villageId, ['device_id', actor.deviceId]);
  const page = privatePage(
    renderList({
      view,
      j,
      village: maskPlace(actor.village).name,
      kind,
      hasHeld: hasOthers,
      list,
      foot: telling && (
        <>
          <TellOfficial view={view} j={j} telling={telling} refused={refused} />
          <EndPairing view={view} j={j} />
        </>
      ),
    }),
    status,
    { hasScript: telling !== null && telling.pushKey !== null },
  );
  // Whoever uses the phone keeps it paired; one that lies in a drawer for half a year is not.
  page.headers.append('set-cookie', phoneCookie(deps.config, phoneToken(c, deps.config)));
  return page;
}

export const jawabList: PageHandler = phonePage((request) => listPage(request));
export const jawabAll: PageHandler = phonePage((request) => listPage(request, { kind: 'all' }));
export const jawabHeld: PageHandler = phonePage((request) => listPage(request, { kind: 'held' }));

/** The phone ends its own pairing. */
export const endPairing: PageHandler = phoneForm(async (request, { form }) => {
  const { deps, j, actor, view } = request;
  if (field(form, 'yakin') === '') return seeOther(link(view, '/jawab'));
  await revokeDevice(deps, actor.villageId, actor.deviceId);
  const page = jawabMessage(request, { title: j('endedTitle'), text: j('endedText') }, 200);
  page.headers.append('set-cookie', phoneCookie(deps.config, null));
  return page;
});
