import type { CmsPost, Store, Written } from '#utils/cms/engine.ts';
import { isLinkBack } from '#utils/cms/link.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { CmsError, type DriverContext, type LinkBackPost } from '#utils/cms/types.ts';
import type { Article } from './article.ts';
import { stepFor } from './fill.ts';
import { finderOf } from './finder.ts';
import { readerOf } from './reader.ts';
import { adminUrl, postTask, sessionOf, tokenOf } from './session.ts';
import { saveNew, saveOver, takeStep } from './write.ts';

/** Joomla's articles as the engine works with them. */
export function storeOf(context: DriverContext, toJpeg: ToJpeg): Store {
  const session = sessionOf(context);
  const reader = readerOf(context, session);
  const { search, lookAround } = finderOf(session, read);
  /** The article that was read back after a write, so that it is not read twice. */
  let readBack: Article | null = null;

  async function read(id: string): Promise<CmsPost | null> {
    const known = readBack;
    readBack = null;
    return known?.id === id ? known : reader.read(id);
  }

  async function write(current: CmsPost | null, post: LinkBackPost): Promise<Written> {
    if (current === null) return writeNew(post);
    const article = { ...(await reader.locked(current.id)), state: current.state };
    const written = await saveOver(session, article, post, toJpeg);
    readBack = await reader.opened(current.id);
    // The lists look alike after a save and after a refusal: what is stored now decides.
    if (!written.isIn(readBack)) throw new CmsError('refused');
    return written;
  }

  async function writeNew(post: LinkBackPost): Promise<Written> {
    const { article: shown, written, said } = await saveNew(session, post, toJpeg);
    const article = shown ?? (await justMade(post.link));
    if (article === null) throw new CmsError('refused', said);
    readBack = await reader.withState(article);
    // A form of a new article may offer no steps yet; then it starts in the first stage, which need not be a public one.
    if (!post.asDraft && readBack.state !== 'published' && stepFor(article, 'publish') !== null) {
      await takeStep(session, await reader.locked(article.id), 'publish');
      readBack = await reader.opened(article.id);
    }
    return { ...written, id: article.id };
  }

  /** What a first save has made, when Joomla did not show it; its lock is given back with that. */
  async function justMade(link: string): Promise<Article | null> {
    const made = (await search(link)).find(({ html }) => html !== null && isLinkBack(html, link));
    return made ? reader.lastSeen(made.id) : null;
  }

  /** Moves the article to the trash, from which it comes back under its own id. */
  async function unpublish({ id }: CmsPost): Promise<void> {
    const article = reader.lastSeen(id) ?? (await reader.look(id));
    if (article === null) throw new CmsError('no_permission', 'core.edit');
    const mayTrash = article.steps === null ? article.mayChangeState : stepFor(article, 'trash') !== null;
    if (!mayTrash) throw new CmsError('no_permission', 'core.edit.state');
    if (article.steps !== null) return takeStep(session, await reader.locked(id), 'trash');
    const url = adminUrl(session, { option: 'com_content', view: 'articles' });
    const fields = { task: 'articles.trash', 'cid[]': id, boxchecked: '1' };
    await postTask(session, url, tokenOf(article.form.page), fields);
  }

  return { read, search, lookAround, write, unpublish };
}
