import { file } from '#tests/cms/doubles/opensid/form.ts';
import { type Ctx, input, isTokenRight, userOf } from './web.ts';

/** True for a picture by its first bytes, as `getimagesize` does; Joomla 3 refuses WebP. */
function isPicture(bytes: Uint8Array): boolean {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return magic.startsWith('ffd8ff') || magic === '89504e47';
}

/** Those who may not open the media manager may upload when they name what the picture is for. */
const mayUpload = (c: Ctx): boolean => userOf(c).role !== 'author' || input(c, 'asset') === 'com_content';

/** Joomla 3: always 200; a file that is there is refused together with its place. */
export function uploadOld(c: Ctx): Response {
  if (!mayUpload(c)) return c.html('<body class="admin com_media">Error: 403</body>', 403);
  const refuse = (message: string, rest = {}) => c.json({ status: '0', message, error: message, ...rest });
  if (!isTokenRight(c)) return refuse('The most recent request was denied.');
  const chosen = file(c.get('form'), 'Filedata');
  if (chosen === null || chosen === 'empty' || !isPicture(chosen.bytes)) return refuse('Unable to upload file.');
  if (chosen.bytes.length > c.get('state').options.uploadLimit) return refuse('This file is too large to upload.');
  const path = `images/${chosen.name}`;
  const { files } = c.get('state');
  if (files.has(path)) return refuse('File already exists.', { location: `/${path}` });
  files.set(path, chosen.bytes);
  return c.json({ status: '1', message: `Upload Complete: /${path}`, location: `/${path}` });
}

/** Joomla 4 and later: the picture in JSON, the token too; a file that is there is a 409. */
export function mediaApi(c: Ctx): Response {
  const fail = (message: string, status: 403 | 404 | 409 | 413) =>
    c.json({ success: false, message, messages: null, data: null }, status);
  if (!mayUpload(c)) return fail('You are not authorised.', 403);
  const { files } = c.get('state');
  const answer = (name: string) => {
    const data = { type: 'file', name, path: `local-images:/${name}`, width: 1, height: 1, thumb_path: '' };
    return c.json({ success: true, message: null, messages: null, data });
  };
  if (c.req.method === 'GET') {
    const name = input(c, 'path').replace('local-images:/', '');
    if (name === '') return listed(c);
    return files.has(`images/${name}`) ? answer(name) : fail('File not found', 404);
  }
  const sent: Record<string, unknown> = JSON.parse(c.get('raw').toString());
  if (sent[c.get('session').token] !== '1') return fail('Invalid token.', 403);
  const name = String(sent.name);
  const bytes = Buffer.from(String(sent.content), 'base64');
  if (files.has(`images/${name}`)) return fail('File exists', 409);
  if (!isPicture(bytes)) return fail('Upload failed: not a valid image.', 403);
  if (bytes.length > c.get('state').options.uploadLimit) return fail('This file is too large to upload.', 413);
  files.set(`images/${name}`, bytes);
  return answer(name);
}

/** The first folder, with one of its own and one that Joomla brought along. */
function listed(c: Ctx): Response {
  const at = (path: string) => `${new URL(c.req.url).origin}${c.get('state').options.prefix}/${path}`;
  const folders = ['banners', 'sampledata'].map((name) => ({ type: 'dir', name, path: `local-images:/${name}` }));
  const files = [...c.get('state').files.keys()].map((path, index) => ({
    type: 'file',
    name: path.replace('images/', ''),
    path: path.replace('images', 'local-images:'),
    url: at(path),
    thumb_path: at(path),
    modified_date: new Date(1_700_000_000_000 + index * 1000).toISOString(),
  }));
  return c.json({ success: true, message: null, messages: null, data: [...folders, ...files] });
}

/** Joomla 3: the page from which an article's picture is chosen, by name. */
export function pickOld(c: Ctx): Response {
  if (!mayUpload(c)) return c.html('<body class="admin com_media">Error: 403</body>', 403);
  const { files, options } = c.get('state');
  const inFolder = input(c, 'folder') !== '';
  const pictures = inFolder ? [] : [...files.keys()].sort();
  const items = pictures.map(
    (
      path,
    ) => `<li class="imgOutline thumbnail"><a class="img-preview" href="javascript:ImageManager.populateFields('${path.replace('images/', '')}')">
<div class="imgThumbInside"><img src="${options.prefix}/${path}" alt=""></div></a></li>`,
  );
  const folder = `<li class="imgOutline thumbnail"><a href="index.php?option=com_media&amp;view=imagesList&amp;tmpl=component&amp;folder=banners&amp;asset=com_content"><span class="icon-folder-2"></span></a></li>`;
  return c.html(
    `<body class="contentpane component"><ul class="manager thumbnails">${inFolder ? '' : folder}${items.join('')}</ul></body>`,
  );
}
