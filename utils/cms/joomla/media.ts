import { assertIn, send } from '#utils/cms/form.ts';
import { jsonIn } from '#utils/cms/json.ts';
import { attemptsOf, nameFor, type Picture, type ToJpeg } from '#utils/cms/picture.ts';
import { type Article, field } from './article.ts';
import { adminUrl, type Joomla, tokenOf } from './session.ts';

/** Stands in the page's options from Joomla 4 on: the site's full address, which 3 does not write. */
const MODERN = /"rootFull"\s*:/;

/**
 * Brings a picture into the site's media folder, where it may be already, and answers what the article's picture field
 * wants: a path, in 4 and later with where it came from and how large it is. A picture that is refused is tried once
 * more, smaller; null when Joomla or the role refuses that too.
 */
export async function upload(
  session: Joomla,
  article: Article,
  picture: Picture,
  toJpeg: ToJpeg,
): Promise<string | null> {
  const options = article.form.page.document.querySelector('script.joomla-script-options')?.textContent ?? '';
  const put = MODERN.test(options) ? uploadModern : uploadOld;
  for await (const blob of attemptsOf(picture.blob, toJpeg)) {
    const attempt = { ...picture, blob, name: nameFor(picture.name, blob) };
    const value = await put(session, tokenOf(article.form.page), attempt);
    if (value !== null) return value;
  }
  return null;
}

/** The `images/a.jpg` in a picture field's value; from Joomla 4 on the value goes on behind a `#`. */
export function pathOf(value: string): string {
  return value.replace(/#.*$/, '').replace(/^\/+/, '');
}

async function uploadOld(session: Joomla, token: string, { blob, name }: Picture): Promise<string | null> {
  // With `asset`, people who may write articles may upload, even if they may not open the media manager.
  const query = { option: 'com_media', task: 'file.upload', format: 'json', asset: 'com_content', [token]: '1' };
  const body = new FormData();
  body.set('Filedata', blob, name);
  const answer = await ask(session, adminUrl(session, query), { method: 'POST', body });
  // Joomla refuses a name that is taken and tells where that file lies; by the fingerprint in it, it is this picture.
  return typeof answer?.location === 'string' ? `images/${name}` : null;
}

async function uploadModern(session: Joomla, token: string, { blob, name }: Picture): Promise<string | null> {
  const files = (path: string) =>
    adminUrl(session, { option: 'com_media', format: 'json', task: 'api.files', asset: 'com_content', path });
  const content = toBase64(new Uint8Array(await blob.arrayBuffer()));
  const made = await ask(session, files('local-images:/'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, content, [token]: '1' }),
  });
  // Joomla also refuses a picture that is there already; by the fingerprint in its name it is this very picture.
  const found = made?.success === true ? made : await ask(session, files(`local-images:/${name}`));
  const { path, width, height } = (found?.data ?? {}) as Record<string, unknown>;
  if (found?.success !== true || path !== `local-images:/${name}`) return null;
  return `images/${name}#joomlaImage://local-images/${name}?width=${Number(width)}&height=${Number(height)}`;
}

/**
 * Asks for JSON; null when there is none: a server that broke down over the picture says nothing, and the article's own
 * requests tell whether it is down.
 */
async function ask(session: Joomla, url: URL, init: RequestInit = {}): Promise<Record<string, unknown> | null> {
  const reply = await send(session, url, init);
  assertIn(session, reply);
  const json = jsonIn(reply.text);
  return typeof json === 'object' ? (json as Record<string, unknown> | null) : null;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Where the theme draws an article's picture: in lists, and above the article. */
export const PICTURE_FIELDS = ['image_intro', 'image_fulltext'].map((name) => `jform[images][${name}]`);

/** The picture field's value; null where the administrator took the picture fields out of the form. */
export function storedPicture({ form }: Article): string | null {
  return field<HTMLInputElement>(form, PICTURE_FIELDS[0] ?? '')?.value ?? null;
}
