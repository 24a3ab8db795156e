import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wordsMark } from '#utils/cms/learned/wordsMark.ts';
import { LINK_STRIPPED } from '#utils/cms/link.ts';
import { unwritten } from '#utils/cms/traces.ts';
import { CmsError, type CmsErrorCode, type CmsPage, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import { type SiteTabs, TabLostError } from '#utils/outbox/deps.ts';

interface Post {
  id: string;
  title: string;
  html: string;
  isPublic: boolean;
}

export interface Tab {
  id: number;
  writer: string;
  openPost: string | null;
}

/** A village site whose posts are really served, so that the real marketplace can look at them. */
export class VillageSite {
  posts: Post[] = [];
  tabs: Tab[] = [{ id: 1, writer: 'writer-1', openPost: null }];
  /**
   * The next writes fail with these, in order: a code before anything was written; `saved` answers 504 although the CMS
   * has written; `lost` is a tab that goes away although it has.
   */
  faults: (CmsErrorCode | CmsError | 'lost' | 'saved' | 'stripped')[] = [];
  /** Whether posts of this account wait for an editor. */
  isContributor = false;
  /** Nobody outside can read the site. */
  isDown = false;
  /** What is asked of it when it cannot be read: whether the official alone can. */
  isClosed = false;
  /** A guard in front lets browsers in and answers 503 to the marketplace's checker. */
  isGuarded = false;
  /** Its articles show an address as words, and never as a link. */
  mentions = false;
  saves = 0;
  /** What each write was told. */
  told: LinkBackPost[] = [];
  /** What each write was told of a person's edits. */
  overwrites: boolean[] = [];
  /** Which writes were told that none was before them. */
  firsts: boolean[] = [];
  #server: Server;
  /** Writers of the origin take turns, as the drivers do by a lock. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#server = createServer((request, response) => {
      const post = this.posts.find(({ id, isPublic }) => isPublic && request.url === `/post/${id}`);
      const isChecker = request.headers['user-agent']?.startsWith('Dodolan link check');
      if (this.isDown || (this.isGuarded && isChecker)) {
        response.writeHead(503).end();
        return;
      }
      response.writeHead(post ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      const html = this.mentions ? post?.html.replace(/<a [^>]*href="([^"]*)"[^>]*>/g, '$1 ') : post?.html;
      response.end(post ? `<!doctype html><title>${post.title}</title>${html}` : 'Tidak ada');
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Posts that hold this link and have not been taken down. */
  withLink(link: string): Post[] {
    return this.posts.filter(({ html }) => html.includes(`"${link}"`));
  }

  hands(): SiteTabs {
    return {
      of: async (siteUrl) =>
        siteUrl === this.url ? this.tabs.map((tab) => ({ tabId: tab.id, page: this.#page(tab) })) : [],
      anyOf: async (siteUrl) => (siteUrl === this.url ? this.tabs.map(({ id }) => id) : []),
      prepare: async (tabId) => this.#tab(tabId).writer,
      save: (tabId, post, recipe) =>
        this.#inTurn(tabId, async () => {
          this.told.push(post);
          const ref = await this.#save(post);
          const wrote = { title: post.title, mark: wordsMark(post.html), image: post.image?.fileName ?? null };
          return recipe === undefined ? ref : { ...ref, wrote, ...(this.mentions && { mentioned: true as const }) };
        }),
      unpublish: (tabId, post) =>
        this.#inTurn(tabId, async () => {
          const gone = this.#retire(post.link) ?? (post.former ? this.#retire(post.former) : null);
          const wrote = post.known?.wrote;
          return gone && wrote ? { ...gone, wrote } : gone;
        }),
    };
  }

  #tab(tabId: number): Tab {
    const tab = this.tabs.find(({ id }) => id === tabId);
    if (tab === undefined) throw new TabLostError();
    return tab;
  }

  #page({ openPost }: Tab): CmsPage {
    return { cms: 'wordpress', siteUrl: this.url, version: null, siteName: 'Desa Dagan', openPost };
  }

  async #inTurn<T>(tabId: number, work: () => Promise<T>): Promise<T> {
    this.#tab(tabId);
    const before = this.#turn;
    const run = before.then(work, work);
    this.#turn = run.catch(() => undefined);
    return run;
  }

  async #save(post: LinkBackPost): Promise<PostRef> {
    const fault = this.faults.shift();
    if (fault instanceof CmsError) throw fault;
    this.overwrites.push(post.overwriteEdits);
    this.firsts.push(post.isFirst === true);
    if (fault === 'stripped')
      throw new CmsError('not_read_back', LINK_STRIPPED, null, [{ postId: '7', editedMark: 'mark' }]);
    if (fault !== undefined && fault !== 'lost' && fault !== 'saved') throw unwritten(new CmsError(fault));
    // A real driver asks first, then writes: whoever does not take turns writes twice here.
    const found = post.isFirst ? undefined : this.withLink(post.link)[0];
    await new Promise((resolve) => setImmediate(resolve));
    const written = found ?? { id: String(this.posts.length + 1), title: '', html: '', isPublic: !this.isContributor };
    Object.assign(written, { title: post.title, html: post.html });
    if (found === undefined) this.posts.push(written);
    this.saves += 1;
    if (fault === 'lost') throw new TabLostError();
    if (fault === 'saved') throw new CmsError('site_down', 'HTTP 504');
    const state = written.isPublic ? 'published' : 'pending';
    const imageId = post.image && 'image-1';
    return {
      postId: written.id,
      url: `${this.url}/post/${written.id}`,
      state,
      editedMark: 'mark',
      imageId,
      imageUrl: null,
    };
  }

  #retire(link: string): PostRef | null {
    const fault = this.faults.shift();
    if (fault instanceof CmsError) throw fault;
    if (fault !== undefined && fault !== 'lost' && fault !== 'saved')
      throw new CmsError(fault === 'stripped' ? 'refused' : fault);
    const [found] = this.withLink(link);
    if (found === undefined) return null;
    this.posts = this.posts.filter((post) => post !== found);
    const gone = { state: 'gone' as const, editedMark: 'mark', imageId: null, imageUrl: null };
    return { postId: found.id, url: `${this.url}/post/${found.id}`, ...gone };
  }
}
