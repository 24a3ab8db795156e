import { Id } from '#contract';
import { newId } from '#contract/newId.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import { line } from '#contract/text.ts';
import { limitSender } from '#marketplace/http/limits.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { field, readForm } from '#marketplace/pages/thread/form.ts';
import { privatePage } from '#marketplace/pages/thread/thread.ts';
import { findPairing, redeemPairing } from '#marketplace/villages/phones.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { JAWAB } from '#marketplace/words/index.ts';
import { phoneCookie } from './cookie.ts';
import { jawabMessage } from './phone.ts';

const WRONG_CODES = { name: 'pair-wrong', max: 60, seconds: 600 };
const DeviceName = line('device_name', { min: 1, max: 60 });

async function bad(request: PageRequest) {
  await limitSender(request.deps, WRONG_CODES, request.c);
  const j = JAWAB[request.view.locale];
  return jawabMessage(request, { title: j('pairBadTitle'), text: j('pairBadText') }, 404);
}

/** The page behind the QR code: it says what pairing means, and pairs nothing before it is pressed. */
export const pairPage: PageHandler = async (request) => {
  const { deps, view, param } = request;
  const village = await findPairing(deps, param('code'));
  if (village === null) return bad(request);
  const j = JAWAB[view.locale];
  const html = renderPage(
    view,
    { title: j('pairTitle'), canonical: null, hideSearch: true, isOffice: true },
    <section class="block narrow">
      <h1>{j('pairTitle')}</h1>
      <p>{j('pairText', maskPhones(village.name))}</p>
      <form method="post" action={link(view, `/jawab/pasang/${param('code')}`)} class="stack card pad">
        <input type="hidden" name="id" value={newId()} />
        <div class="field">
          <label for="isi-nama">{j('pairName')}</label>
          <input id="isi-nama" name="name" maxLength={60} autocomplete="off" value={j('pairNameDefault')} />
        </div>
        <button class="btn btn-primary btn-large" type="submit">
          {j('pairPress')}
        </button>
      </form>
    </section>,
  );
  return privatePage(html);
};

export const pairSent: PageHandler = async (request) => {
  const { deps, c, view, param } = request;
  if (isForeignPost(c, deps.config)) return pairPage(request);
  const form = await readForm(c);
  const id = Id.safeParse(field(form, 'id'));
  const typed = DeviceName.safeParse(field(form, 'name'));
  const name = typed.success ? typed.data : JAWAB[view.locale]('pairNameDefault');
  const token = id.success ? await redeemPairing(deps, { code: param('code'), id: id.data, name }) : null;
  if (token === null) return bad(request);
  return seeOther(link(view, '/jawab'), { 'set-cookie': phoneCookie(deps.config, token) });
};
