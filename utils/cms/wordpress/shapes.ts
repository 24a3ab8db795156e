import * as z from 'zod/mini';
import type { CmsPost } from '#utils/cms/engine.ts';
import { stateOf } from './session.ts';

/** `raw` is there only for people who may edit the post. */
const Source = z.object({ raw: z.optional(z.string()), rendered: z.optional(z.string()) });

/** A post as REST tells it, and as the block editor's page brings it along. */
export const RestPost = z.object({
  id: z.int(),
  status: z.string(),
  link: z.string(),
  title: Source,
  content: Source,
  excerpt: z.optional(Source),
  featured_media: z.optional(z.int()),
  _links: z.optional(z.record(z.string(), z.unknown())),
});
/** Among a post's links for those who may publish it. */
const PUBLISH = 'wp:action-publish';

export type RestPost = z.infer<typeof RestPost>;

export function fromRest({ id, status, link, title, content, _links }: RestPost): CmsPost {
  return {
    id: String(id),
    title: title.raw ?? title.rendered ?? '',
    html: content.raw ?? content.rendered ?? null,
    state: stateOf(status),
    url: link,
    readOnly: content.raw === undefined,
    mayPublish: _links !== undefined && PUBLISH in _links,
  };
}
