import type { Role, Status } from './state.ts';
import { type Ctx, fault, fieldsOf, origin, textIn } from './web.ts';

/** A static page; another kind of post in WordPress, kept apart here because no other trait of posts is asked of it. */
export interface SitePage {
  id: number;
  slug: string;
  title: string;
  content: string;
  status: Status;
}

/** Only editors and above have pages; to others, asking for anything but published ones is a wrong parameter (400). */
export async function pages(c: Ctx, method: string, id: string | undefined, role: Role): Promise<Response> {
  const state = c.get('state');
  const mayEdit = state.can(role, 'edit_pages');
  const json = ({ content, title, ...page }: SitePage) => ({
    ...page,
    link: page.status === 'publish' ? `${origin(c)}/${page.slug}/` : `${origin(c)}/?page_id=${page.id}`,
    title: { raw: title, rendered: title },
    content: mayEdit ? { raw: content, rendered: content } : { rendered: content },
  });
  if (method === 'GET') {
    const { slug, search = '', status = 'publish' } = c.req.query();
    if (status !== 'publish' && !mayEdit) return fault(c, 400, 'rest_invalid_param');
    const found = state.pages.filter(
      (page) =>
        status.split(',').includes(page.status) &&
        (slug === undefined || page.slug === slug) &&
        page.title.includes(search),
    );
    return c.json(found.map(json));
  }
  if (!mayEdit) return fault(c, 403, 'rest_cannot_create');
  const fields = await fieldsOf(c);
  const there = state.pages.find((page) => String(page.id) === id);
  const page = there ?? { id: state.nextId(), slug: '', title: '', content: '', status: 'draft' as Status };
  const status = (textIn(fields, 'status') as Status | undefined) ?? page.status;
  if (status === 'publish' && !state.can(role, 'publish_pages')) return fault(c, 403, 'rest_cannot_publish');
  Object.assign(page, {
    status,
    title: textIn(fields, 'title') ?? page.title,
    content: textIn(fields, 'content') ?? page.content,
    // Who may not publish may not choose an address either.
    slug: status === 'pending' ? '' : (textIn(fields, 'slug') ?? page.slug),
  });
  if (there === undefined) state.pages.push(page);
  return c.json(json(page), there ? 200 : 201);
}
