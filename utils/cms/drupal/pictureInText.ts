import { assertIn, send } from '#utils/cms/form.ts';
import { jsonIn } from '#utils/cms/json.ts';
import type { NodeForm } from './nodeForm.ts';
import { settingsText } from './recognise.ts';
import type { Drupal } from './session.ts';

/** A picture of the site's own in a post's text. */
export interface TextPicture {
  src: string;
  /** The stored file's number, by which Drupal keeps it: what no text names is deleted after some hours. */
  uuid: string | null;
}

/** The picture of ours that stands in a text: its file name holds `print`. */
export function pictureIn(html: string, print: string): TextPicture | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const image = [...body.querySelectorAll('img')].find((one) => one.getAttribute('src')?.includes(print));
  return image ? { src: image.getAttribute('src') ?? '', uuid: image.getAttribute('data-entity-uuid') } : null;
}

/**
 * Brings a picture into the site by the way that its editor (CKEditor 5, Drupal 9.3 and later) takes pictures into a text,
 * for posts that have no picture field that we can fill. Null where a format's editor takes none, or the site refuses it.
 */
export async function uploadForText(
  session: Drupal,
  { page }: NodeForm,
  formats: readonly (string | null)[],
  { blob, name }: { blob: Blob; name: string },
): Promise<TextPicture | null> {
  const address = formats.map((format) => uploadUrl(page.document, format)).find((found) => found !== null);
  const url = address && URL.parse(address, page.url);
  if (!url || url.hostname !== page.url.hostname) return null;
  const body = new FormData();
  body.set('upload', blob, name);
  const reply = await send(session, new URL(url.pathname + url.search, page.url.origin), { method: 'POST', body });
  assertIn(session, reply);
  const { url: src, uuid } = (jsonIn(reply.text) ?? {}) as Record<string, unknown>;
  // A new file is answered with 201.
  if (reply.status >= 300 || typeof src !== 'string') return null;
  const stored = URL.parse(src, page.url);
  // A picture of another host would be no better than the marketplace's own.
  if (stored?.hostname !== page.url.hostname) return null;
  return { src: stored.pathname, uuid: typeof uuid === 'string' ? uuid : null };
}

/** Where the editor of a text format sends pictures, as the page's settings say. */
function uploadUrl(document: Document, format: string | null): string | null {
  const settings = jsonIn(settingsText(document)) as {
    editor?: {
      formats?: Record<string, { editorSettings?: { config?: { drupalImageUpload?: { uploadUrl?: unknown } } } }>;
    };
  } | null;
  const formats = settings?.editor?.formats ?? {};
  const found = formats[format ?? Object.keys(formats)[0] ?? '']?.editorSettings?.config?.drupalImageUpload?.uploadUrl;
  return typeof found === 'string' ? found : null;
}
