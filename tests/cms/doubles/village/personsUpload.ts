import type { VillageSite } from '#tests/cms/doubles/village.ts';
import type { SentRequest } from '#utils/cms/learned/observeRequest.ts';
import { namesOf } from './names.ts';
import { CI_FIELD } from './sessions.ts';

/** An upload as the page's script makes it, and what that script puts into the form afterwards. */
export interface PersonsUpload {
  /** What the picture is called in the form; empty when the site did not take it. */
  value: string;
  /** CodeIgniter's next token; empty where none is said. */
  csrf: string;
  /** As the page's own world would tell of it. */
  told: SentRequest;
}

/** Chooses a picture where it is sent at once. */
export async function sendsPicture(
  { options, url, admin }: Pick<VillageSite, 'options' | 'url' | 'admin'>,
  fetch: typeof globalThis.fetch,
  { headers, csrf, picture }: { headers: Headers; csrf: string | undefined; picture: File },
): Promise<PersonsUpload> {
  const field = options.picture === 'filepond' ? namesOf(options, 'create').picture : 'file';
  const form: Record<string, string[]> = {
    ...(csrf !== undefined && { [CI_FIELD]: [csrf] }),
    ...(options.picture === 'filepond' && { [field]: ['{}'] }),
  };
  const body = new FormData();
  for (const [name, [value = '']] of Object.entries(form)) body.append(name, value);
  body.append(field, picture);
  const address = url + admin.upload;
  const response = await fetch(address, { method: 'POST', headers, body });
  const answer = await response.text();
  const told = {
    url: new URL(address),
    method: 'POST',
    headers: [...headers.keys()],
    form,
    files: [field],
    ...(response.ok && { answer }),
  };
  if (options.picture === 'filepond')
    return { value: response.ok ? answer : '', csrf: response.headers.get('x-csrf') ?? '', told };
  const json = JSON.parse(answer);
  const value = { uploadUrl: json.data?.link, dropzone: json.name }[options.picture as 'dropzone'] ?? json.value;
  return { value: response.ok ? value : '', csrf: json.csrf ?? '', told };
}

/** What the site's file manager puts into its line: a picture that lies there already. */
export const managedPicture = (site: Pick<VillageSite, 'url'>): string =>
  `${new URL(site.url).pathname.replace(/\/$/, '')}/uploads/kerja-bakti-hari-minggu.jpg`;
