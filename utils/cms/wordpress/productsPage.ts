import * as z from 'zod/mini';
import { formOf } from '#utils/cms/form.ts';
import { CmsError, type ProductsPage } from '#utils/cms/types.ts';
import { formCategory } from './formCategory.ts';
import { submit } from './formStore.ts';
import { EDIT_FORMS, visit } from './pages.ts';
import { refusal } from './refusal.ts';
import { type Rest, RestRefusedError } from './rest.ts';
import { findCategory } from './restStore.ts';
import { CATEGORY, stateOf, type WordPress } from './session.ts';

const Page = z.object({ id: z.int(), status: z.string(), link: z.string(), content: z.object({ raw: z.string() }) });
type Page = z.infer<typeof Page>;
const STATUSES = 'publish,future,draft,pending,private';
/** The block that lists a category's newest posts by itself, so that nobody has to maintain the page. */
const BLOCK = /<!-- wp:latest-posts (\{.*?\}) \/-->/;
const Settings = z.object({ categories: z.array(z.object({ id: z.int() })) });

/** The page "Produk Desa", found again by its address; `rest` is null where REST is closed. */
export function productsPage(session: WordPress, rest: Rest | null): Promise<ProductsPage> {
  return rest === null ? byForms(session) : byRest(rest);
}

async function byRest(rest: Rest): Promise<ProductsPage> {
  const may = (await rest.me).capabilities;
  if (may.edit_pages !== true) return seenByAll(rest);
  const mayPublish = may.publish_pages === true;
  const found = await pages(rest, { slug: CATEGORY.slug });
  const category = await findCategory(rest);
  if (category === null) throw new CmsError('no_permission', 'manage_categories');
  // A page that waits for an editor has no address yet; it is known by what it lists.
  const waiting = found.length > 0 ? [] : await pages(rest, { search: CATEGORY.name });
  const page = found[0] ?? waiting.find(({ content }) => lists(content.raw, category));
  if (page === undefined) {
    const slug = { slug: CATEGORY.slug, title: CATEGORY.name, content: contentFor(category) };
    return written(await save(rest, 'pages', { ...slug, status: mayPublish ? 'publish' : 'pending' }));
  }
  const isStale = BLOCK.test(page.content.raw) && !lists(page.content.raw, category);
  const isHidden = stateOf(page.status) !== 'published' && mayPublish;
  if (!isStale && !isHidden) return { url: page.link, state: page.status === 'publish' ? 'there' : 'pending' };
  const content = page.content.raw.replace(BLOCK, () => blockFor(category));
  const changes = { ...(isStale && { content }), ...(isHidden && { status: 'publish' }) };
  return written(await save(rest, `pages/${page.id}`, changes));
}

/** A role that may not make pages is still told of the one that is there. */
async function seenByAll(rest: Rest): Promise<ProductsPage> {
  const answer = await rest.call('GET', 'pages', { slug: CATEGORY.slug });
  const seen = z.array(z.object({ link: z.string() })).safeParse(answer.body);
  const [page] = seen.success ? seen.data : [];
  if (page === undefined) throw new CmsError('no_permission', 'edit_pages');
  return { url: page.link, state: 'there' };
}

async function pages(rest: Rest, query: Record<string, string>): Promise<Page[]> {
  const answer = await rest.call('GET', 'pages', { ...query, status: STATUSES, context: 'edit' });
  const list = z.array(Page).safeParse(answer.body);
  if (answer.code !== null) throw refusal(answer);
  if (!list.success) throw new RestRefusedError('pages');
  return list.data;
}

async function save(rest: Rest, route: string, fields: Record<string, string>): Promise<Page> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const answer = await rest.call('POST', route, {}, body);
  if (answer.code !== null) throw refusal(answer);
  const page = Page.safeParse(answer.body);
  if (!page.success) throw new RestRefusedError('page');
  return page.data;
}

function written({ link, status }: Page): ProductsPage {
  return { url: link, state: status === 'publish' ? 'made' : 'pending' };
}

function lists(html: string, category: string): boolean {
  const [, json] = BLOCK.exec(html) ?? [];
  try {
    const settings = Settings.safeParse(JSON.parse(json ?? 'null'));
    return settings.success && settings.data.categories.some(({ id }) => String(id) === category);
  } catch {
    return false;
  }
}

function blockFor(category: string): string {
  const settings = {
    categories: [{ id: Number(category) }],
    postsToShow: 60,
    displayPostContent: true,
    excerptLength: 20,
    displayFeaturedImage: true,
    featuredImageSizeSlug: 'medium',
    addLinkToFeaturedImage: true,
    postLayout: 'grid',
  };
  return `<!-- wp:latest-posts ${JSON.stringify(settings)} /-->`;
}

function contentFor(category: string): string {
  const intro = 'Produk warga desa kami. Buka salah satu untuk melihat harga hari ini, bertanya, atau menawar.';
  return `<!-- wp:paragraph --><p>${intro}</p><!-- /wp:paragraph -->\n\n${blockFor(category)}`;
}

/**
 * Makes or finds the page by WordPress's forms. The list of pages tells a page's address in the data for quick editing.
 */
async function byForms(session: WordPress): Promise<ProductsPage> {
  const there = await listed(session);
  if (there !== null) return { url: addressOf(session), state: there === 'publish' ? 'there' : 'pending' };
  const category = await formCategory(session);
  if (category === null) throw new CmsError('no_permission', 'manage_categories');
  const page = await visit(session, 'post-new.php?post_type=page');
  if (page === null) throw new CmsError('no_permission', 'edit_pages');
  const selector = EDIT_FORMS.find((candidate) => page.document.querySelector(candidate)) ?? EDIT_FORMS.join();
  const { data } = formOf(page, selector);
  const fields = { post_title: CATEGORY.name, content: contentFor(category), post_name: CATEGORY.slug };
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  data.set('post_status', 'publish');
  data.set('publish', '1');
  await submit(session, { action: new URL(`${session.siteUrl}/wp-admin/post.php`), data });
  const status = await listed(session);
  if (status === null) throw new CmsError('not_read_back');
  return { url: addressOf(session), state: status === 'publish' ? 'made' : 'pending' };
}

/** The status of our page in WordPress's word; null when there is no such page. */
async function listed(session: WordPress): Promise<string | null> {
  const query = new URLSearchParams({ post_type: 'page', s: CATEGORY.name });
  const page = await visit(session, `edit.php?${query}`);
  if (page === null) throw new CmsError('no_permission', 'edit_pages');
  const names = [...page.document.querySelectorAll('.post_name')];
  const ours = names.find((name) => name.textContent?.trim() === CATEGORY.slug);
  return ours?.parentElement?.querySelector('._status')?.textContent?.trim() ?? null;
}

/** The page's address, in the form that works with every permalink setting. */
function addressOf({ siteUrl }: WordPress): string {
  return `${siteUrl}/?pagename=${CATEGORY.slug}`;
}
