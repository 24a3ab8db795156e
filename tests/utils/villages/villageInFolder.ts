import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LinkBackPost } from '#utils/cms/types.ts';
import type { SiteTabs } from '#utils/outbox/deps.ts';

interface Post {
  path: string;
  html: string;
  link: string;
}

/** One host, a village in each of its folders: a multisite with a signed-in tab for each. Its pages are really served. */
export class Folders {
  posts: Post[] = [];
  #server: Server;

  constructor(readonly names: readonly string[]) {
    this.#server = createServer((request, response) => {
      const post = this.posts.find(({ path }) => request.url === path);
      response.writeHead(post ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(post ? `<!doctype html>${post.html}` : 'Tidak ada');
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  urlOf(name: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${name}`;
  }

  /** The folders in which a link to this listing stands. */
  foldersWith(listingId: string): string[] {
    return this.posts.filter(({ link }) => link.endsWith(listingId)).map(({ path }) => path.split('/')[1] ?? '');
  }

  hands(): SiteTabs {
    return {
      of: async (siteUrl) =>
        this.names
          .map((name, at) => ({ tabId: at, siteUrl: this.urlOf(name) }))
          .filter((tab) => tab.siteUrl === siteUrl)
          .map(({ tabId }) => ({
            tabId,
            page: { cms: 'wordpress', siteUrl, version: null, siteName: null, openPost: null },
          })),
      anyOf: async () => [],
      prepare: async (tabId) => `writer ${tabId}`,
      save: async (tabId, post) => this.#save(this.names[tabId] ?? '', post),
      unpublish: async () => null,
    };
  }

  #save(name: string, { link, html }: LinkBackPost) {
    const known = this.posts.find((post) => post.link === link && post.path.startsWith(`/${name}/`));
    const post = known ?? { path: `/${name}/${this.posts.length + 1}`, link, html };
    if (known === undefined) this.posts.push(post);
    post.html = html;
    const url = this.urlOf(name).replace(`/${name}`, post.path);
    return { postId: post.path, url, state: 'published' as const, editedMark: '', imageId: null, imageUrl: null };
  }
}
