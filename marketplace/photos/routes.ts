import * as z from 'zod/mini';
import { PHOTO_BYTES_MAX, PHOTO_EXTENSIONS, PHOTO_WIDTHS, Photo, PhotoHash } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { limit } from '#marketplace/http/limits.ts';
import { villageRoute } from '#marketplace/http/route.ts';
import { ProblemError, problemResponse } from '#marketplace/problem.ts';
import { findPhotos, keepPhoto } from './service.ts';

const PHOTOS_PER_DEVICE = { name: 'photos', max: 600, seconds: 3600 };
const params = z.object({ sha256: PhotoHash });

export const photoRoutes = [
  villageRoute({
    method: 'PUT',
    path: '/v1/photos/:sha256',
    summary: 'Keep a photo under the SHA-256 of its bytes (201 new, 200 known)',
    params,
    rawBody: 'image/*',
    bodyLimit: { bytes: PHOTO_BYTES_MAX, code: 'photo_too_large' },
    response: Photo,
    problems: ['photo_too_large', 'photo_not_an_image', 'photo_hash_mismatch'],
    async handle({ deps, c, params, actor }) {
      await limit(deps, PHOTOS_PER_DEVICE, `${actor.villageId}/${actor.deviceId}`);
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const { photo, isNew } = await keepPhoto(deps, params.sha256, bytes);
      c.status(isNew ? 201 : 200);
      return photo;
    },
  }),
  villageRoute({
    method: 'GET',
    path: '/v1/photos/:sha256',
    summary: 'Is this photo known? Saves sending it again',
    params,
    response: Photo,
    problems: ['not_found'],
    async handle({ deps, params }) {
      const [photo] = await findPhotos(deps, [params.sha256]);
      if (!photo) throw new ProblemError('not_found');
      return photo;
    },
  }),
];

const TYPES = { webp: 'image/webp', jpg: 'image/jpeg' } as const;
const File = z.object({ hash: PhotoHash, width: z.enum(PHOTO_WIDTHS.map(String)), ext: z.enum(PHOTO_EXTENSIONS) });

/** `GET /photos/:hash/:width.:ext`: for everybody, for ever; village sites embed them across origins. */
export function mountPhotoFiles(app: App, deps: Deps): void {
  app.get('/photos/:hash/:file', async (c) => {
    const [width, ext] = c.req.param('file').split('.');
    const file = File.safeParse({ hash: c.req.param('hash'), width, ext });
    if (!file.success) return problemResponse('not_found');
    const { hash, ext: kind } = file.data;
    const etag = `"${hash.slice(0, 16)}-${width}-${kind}"`;
    const headers = {
      etag,
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': TYPES[kind],
    };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    const bytes = await deps.photos.get(`${hash}/${width}.${kind}`);
    return bytes ? c.body(bytes, 200, headers) : problemResponse('not_found');
  });
}
