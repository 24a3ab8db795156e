import type { Reply } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { type MediaToPutIn, withMedia } from './fillMedia.ts';
import { isSameText, NODE_FORM, type NodeForm, nodeFormOn } from './nodeForm.ts';
import { pictureField } from './pictureField.ts';
import { press } from './press.ts';
import { askedField } from './requiredField.ts';
import { type Drupal, post, refusalOn, visit } from './session.ts';

/** What the post shall say in Drupal; null leaves a part as it is. */
export interface Wanted {
  title: string;
  html: string;
  publish: boolean;
  /** It is new, and made unpublished where this role may choose. */
  isDraft: boolean;
  picture: { blob: Blob; name: string; alt: string } | null;
  /** What is put into the Media field. */
  media: MediaToPutIn | null;
  /** The same picture smaller, for a site that refuses it as it is; null when there is none. */
  smaller(): Promise<Wanted['picture']>;
  alias: string | null;
  tag: string | null;
}

/** The fields that validation has marked as wrong. */
const FAULTY = '.error[name], [aria-invalid="true"][name], .has-error [name], .form-item--error [name]';

/**
 * Saves a form and answers the page that Drupal leads to. Drupal says no with 200 and the form again, be it for the
 * token, the picture or another thing. A fresh form is then filled with a smaller picture and without the other parts
 * that were marked, and at last, step by step, without every part that can be missed. Throws `refused` in Drupal's words,
 * `field_required`, `no_permission`, `edited_by_hand` when somebody saved meanwhile, `not_read_back` for any other answer.
 */
export async function saveNode(
  session: Drupal,
  first: NodeForm,
  format: string | null,
  wanted: Wanted,
): Promise<Reply> {
  let form = first;
  let parts = wanted;
  for (let attempt = 1; ; attempt += 1) {
    if (parts.media !== null) form = await withMedia(session, form, parts.media);
    fill(form, format, parts);
    const reply = await post(session, form);
    if (reply.status === 403) throw new CmsError('no_permission', refusalOn(reply));
    if (reply.document.querySelector(NODE_FORM) === null) {
      if (!reply.redirected) throw new CmsError('not_read_back');
      return reply;
    }
    if (attempt > 2 && parts.picture === null) throw refusal(form, reply);
    parts = attempt === 1 ? await withoutFaulty(form, parts, reply) : await withLess(parts, wanted);
    form = nodeFormOn(await visit(session, first.page.url));
    if (!isSameText(form, first)) throw new CmsError('edited_by_hand');
  }
}

/** Why Drupal does not save: it demands a field that only a person can fill, or else what it says itself. */
function refusal(form: NodeForm, reply: Reply): CmsError {
  const field = askedField(form);
  return field === null ? new CmsError('refused', refusalOn(reply)) : new CmsError('field_required', field);
}

function fill(
  node: NodeForm,
  format: string | null,
  { title, html, publish, isDraft, picture, alias, tag }: Wanted,
): void {
  const { data, names, body, formatName, tagsName, moderation } = node;
  data.set(names.title, title);
  data.set(body.name, html);
  if (formatName !== null && format !== null) data.set(formatName, format);
  if (publish && node.hasStatus) data.set(names.status, '1');
  if (isDraft) keepDraft(node);
  if (publish && moderation?.querySelector('[value="published"]')) data.set(moderation.name, 'published');
  if (tag !== null && tagsName !== null && !data.get(tagsName)) data.set(tagsName, tag);
  if (alias !== null && node.hasAlias) {
    data.set(names.alias, names.aliasRoot + alias);
    data.delete(names.autoAlias);
  }
  const field = picture && pictureField(node);
  if (picture && field) {
    data.set(field.fileName, picture.blob, picture.name);
    data.set(field.altName, picture.alt);
  }
  press(node);
}

function keepDraft({ form, data, names, moderation }: NodeForm): void {
  if (moderation?.querySelector('[value="draft"]')) data.set(moderation.name, 'draft');
  // One CMS has a box to tick, the other a choice of one.
  const isChoice = form.querySelector(`input[type="radio"][name="${names.status}"][value="0"]`) !== null;
  if (isChoice) data.set(names.status, '0');
  else data.delete(names.status);
}

/**
 * What is left to try when Drupal says no and marks nothing: without address and tag, and with a smaller picture, because a
 * body over PHP's limit arrives empty; then without any.
 */
async function withLess(parts: Wanted, wanted: Wanted): Promise<Wanted> {
  const isWhole = parts.picture !== null && parts.picture === wanted.picture;
  return { ...parts, picture: isWhole ? await parts.smaller() : null, alias: null, tag: null };
}

async function withoutFaulty(node: NodeForm, parts: Wanted, { document }: Reply): Promise<Wanted> {
  const faulty = [...document.querySelectorAll(`${NODE_FORM} :is(${FAULTY})`)].map((field) =>
    field.getAttribute('name'),
  );
  const isFaulty = (name: string | null | undefined) => name !== undefined && faulty.includes(name);
  const field = pictureField(node);
  const isPicture = isFaulty(field?.fileName) || isFaulty(field?.altName);
  return {
    ...parts,
    picture: isPicture && parts.picture !== null ? await parts.smaller() : parts.picture,
    alias: isFaulty(node.names.alias) ? null : parts.alias,
    tag: isFaulty(node.tagsName) ? null : parts.tag,
  };
}
