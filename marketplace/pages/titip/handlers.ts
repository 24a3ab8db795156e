import { readFileSync } from 'node:fs';
import { CONSIGNMENT_PHOTOS_MAX, type ConsignmentInput, PHOTO_BYTES_MAX } from '#contract';
import { CONSIGNMENT_LIMITS } from '#marketplace/consignments/limits.ts';
import { type FormVillage, villageOfLink } from '#marketplace/consignments/link.ts';
import { isFormUnderLoad } from '#marketplace/consignments/load.ts';
import { formPhotos, formThumbnails } from '#marketplace/consignments/photos.ts';
import { sendConsignment } from '#marketplace/consignments/send.ts';
import { clientIp } from '#marketplace/http/clientIp.ts';
import { limit, limitSender } from '#marketplace/http/limits.ts';
import { readMultipart } from '#marketplace/http/multipart.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { isSolution, proofOfWorkFor, readChallenge } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import type { Proof } from '#marketplace/inquiries/proofOfWork/spent.ts';
import { ProblemError } from '#marketplace/problem.ts';
import type { Issue } from '#marketplace/validate.ts';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { htmlPage, Page, SHARED } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { renderTitipDone } from './Done.tsx';
import { emptyTitipForm, readTitip, type TitipForm, typedForm } from './form.ts';
import { renderTitip } from './TitipPage.tsx';
import { takePhotos } from './takePhotos.ts';

/** The address is passed on among villagers, but no search engine, cache or other site is to have it. */
const OWN = { cache: 'own', noReferrer: true } as const;

/** Three photos as a phone's camera makes them: beyond what is taken they only go by, so that the form can say so. */
const SENT = { files: CONSIGNMENT_PHOTOS_MAX, fileBytes: PHOTO_BYTES_MAX, bytes: 32 * 1024 * 1024 };

const pathOf = ({ param }: PageRequest): string => `/titip/${param('token')}`;

/** What a challenge is made for: it opens nothing but this village's form. */
const purposeOf = ({ id }: FormVillage): string => `titip ${id}`;

/** The page of a link that has ended, or was never one. */
function closed({ view }: PageRequest): Page {
  const page = renderMessage(view, { title: view.t('titipClosedTitle'), text: view.t('titipClosedText') });
  return htmlPage(page, { ...OWN, status: 404 });
}

async function formPage(
  request: PageRequest,
  village: FormVillage,
  form: TitipForm,
  { issues, status }: { issues: Issue[]; status: number },
): Promise<Page> {
  const { deps, view } = request;
  const isPressed = await isFormUnderLoad(deps, village.id);
  const proof = isPressed ? proofOfWorkFor(deps, purposeOf(village), form.proof) : null;
  const thumbnails = await formThumbnails(deps.db, village.id, form.photos);
  const data = { village, path: pathOf(request), form: { ...form, proof }, issues, thumbnails, hasShrinker: true };
  const hasInlinePictures = thumbnails.length > 0;
  return htmlPage(renderTitip(view, data), { ...OWN, status, hasScript: true, hasInlinePictures });
}

export const titip: PageHandler = async (request) => {
  const village = await villageOfLink(request.deps, request.param('token'));
  if (village === null) return closed(request);
  return formPage(request, village, emptyTitipForm(), { issues: [], status: 200 });
};

/** Takes what was sent in, and leads to a page of its own; when anything is wrong, the form comes back as it was typed. */
export const titipSent: PageHandler = async (request) => {
  const { deps, c, view, param } = request;
  const village = await villageOfLink(deps, param('token'));
  if (village === null) return closed(request);
  const sent = await readMultipart(c, SENT);
  const form = typedForm(sent.fields);
  const again = (issues: Issue[], status = 422) => formPage(request, village, form, { issues, status });
  const whole = (code: string) => [{ path: '', code }];
  // Whoever pressed on another site's page may not have seen what it does; a second press, on ours, is enough.
  // Nobody else consents for the maker, or says under which number.
  if (isForeignPost(c, deps.config)) {
    Object.assign(form, { consent: false, phone: '' });
    return again(whole('send_again'));
  }
  const photoIssues = await takePhotos(request, village.id, sent, form);
  // Nobody sees the field `website`; some browsers fill it in all the same.
  if ((sent.fields.get('website')?.[0] ?? '') !== '') return again([...photoIssues, ...whole('send_again')]);
  const { input, issues } = readTitip(form);
  const wrong = [...photoIssues, ...issues.filter(({ code }) => code !== 'photos_missing' || photoIssues.length === 0)];
  if (input === null || wrong.length > 0) return again(wrong);
  const proof = await proofOf(request, village, form);
  if (proof === null) return again(whole('send_again_busy'));
  try {
    await limitSending(request, input);
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'too_many') return again(whole('too_many'), 429);
    throw error;
  }
  const sender = JSON.stringify([form.id, clientIp(c, deps.config), c.req.header('user-agent') ?? '']);
  const refused = await sendConsignment(deps, { villageId: village.id, input, form: sender, proof });
  if (refused === 'proof_spent') {
    form.proof = null;
    return again(whole('send_again_busy'));
  }
  if (refused === 'photos_missing') {
    const there = await formPhotos(deps.db, village.id, form.photos);
    form.photos = there.map(({ hash }) => hash);
    return again([{ path: 'photos', code: 'photos_gone' }]);
  }
  if (refused !== null) return again(whole(refused), 409);
  const location = link(view, `${pathOf(request)}/terkirim`);
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
};

/** Says that it has come in, and that nothing is public yet. */
export const titipDone: PageHandler = async (request) => {
  const { deps, view, param } = request;
  const village = await villageOfLink(deps, param('token'));
  if (village === null) return closed(request);
  return htmlPage(renderTitipDone(view, { village, path: pathOf(request) }), OWN);
};

/** As with a question: null when the form was made before the load, `missing` when its browser solved nothing. */
async function proofOf({ deps }: PageRequest, village: FormVillage, form: TitipForm): Promise<Proof | null> {
  if (!(await isFormUnderLoad(deps, village.id))) return 'unneeded';
  const challenge = readChallenge(deps, purposeOf(village), form.proof);
  return challenge && form.proof && !isSolution(form.proof) ? 'missing' : challenge;
}

/** In one transaction: what the number's limit refuses is not counted for the address either. */
function limitSending({ deps, c }: PageRequest, { producer }: ConsignmentInput): Promise<void> {
  return deps.db.transaction().execute(async (db) => {
    await limitSender({ ...deps, db }, CONSIGNMENT_LIMITS.sentPerAddress, c);
    await limit({ ...deps, db }, CONSIGNMENT_LIMITS.sentPerPhone, producer.phone);
  });
}

const SHRINKER = readFileSync(new URL('./shrink.js', import.meta.url), 'utf8');

/** The script that makes photos small before they are sent. */
export const shrinker: PageHandler = () => {
  const headers = new Headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': SHARED });
  return new Page(SHRINKER, headers, 200, true);
};
