import { createHash } from 'node:crypto';

import { kept, noFaults } from '#tests/cms/doubles/siteFaults.ts';
import { Store } from './goods.ts';
import type { SitePage } from './pages.ts';

/** `shop` is WooCommerce's shop manager. */
export type Role = 'admin' | 'editor' | 'author' | 'contributor' | 'shop';
export type Status = 'publish' | 'pending' | 'draft' | 'auto-draft' | 'trash';

export interface Options {
  /**
   * `writes-blocked`: a firewall lets reading through and answers every POST with its own page. `503`: a guard answers
   * so to REST alone.
   */
  rest: 'open' | 'forbidden' | 'html' | 'writes-blocked' | '503';
  editor: 'block' | 'classic';
  /** EMPTY_TRASH_DAYS is 0 on some hosts: then there is no trash at all. */
  hasTrash: boolean;
  /** PHP's upload_max_filesize. */
  uploadLimit: number;
  /**
   * What the theme makes of a post's featured picture: most draw it above the text, some do not know it (`plain`), in some
   * the post's own page shows it in the list of the newest posts alone (`newest`), and some draw it in archives only, with
   * the whole text (`archives`). `soon`: visitors see a page that says so in the place of every page.
   */
  theme: 'draws' | 'plain' | 'newest' | 'archives' | 'soon';
  /**
   * What a plugin wants of every post: a parameter or a property of REST's own (`parameter`, `property`; the forms know
   * nothing of these), or something that it says in words: as REST's refusal or in red on the editor's page (`words`), or by
   * ending the request (`dies`).
   */
  demands: 'parameter' | 'property' | 'words' | 'dies' | null;
  /** A plugin leaves every new post to an editor, whoever publishes it. */
  holdsBack: boolean;
  /** Ajax is closed to everybody but the administrator; REST and the forms are not. */
  ajaxClosed: boolean;
}

export interface Post {
  id: number;
  author: number;
  title: string;
  content: string;
  status: Status;
  slug: string;
  /** Where it stood before it went into the trash. */
  before: { status: Status; slug: string } | null;
  categories: number[];
  featured: number;
}

export interface Media {
  id: number;
  slug: string;
  file: string;
  alt: string;
  bytes: Uint8Array;
}

export const USER_IDS: Record<Role, number> = { admin: 1, editor: 2, author: 3, contributor: 4, shop: 5 };

const CAPABILITIES: Record<Role, string> = {
  contributor: 'edit_posts delete_posts read',
  author: 'edit_posts delete_posts read upload_files publish_posts edit_published_posts delete_published_posts',
  editor:
    'edit_posts delete_posts read upload_files publish_posts edit_published_posts delete_published_posts edit_others_posts delete_others_posts manage_categories unfiltered_html edit_pages publish_pages',
  admin: '',
  shop: '',
};
CAPABILITIES.admin = `${CAPABILITIES.editor} manage_options`;
CAPABILITIES.shop = `${CAPABILITIES.editor} manage_woocommerce`;

export function capabilitiesOf(role: Role): Record<string, true> {
  return Object.fromEntries(CAPABILITIES[role].split(' ').map((name) => [name, true]));
}

/** One site's database. Ids are shared by posts and media, as in WordPress. */
export class State {
  readonly options: Options = {
    rest: 'open',
    editor: 'block',
    hasTrash: true,
    uploadLimit: 2_000_000,
    ajaxClosed: false,
    theme: 'draws',
    demands: null,
    holdsBack: false,
  };
  readonly faults = noFaults();
  readonly sessions = new Map<string, Role>();
  readonly posts: Post[] = [];
  readonly media: Media[] = [];
  readonly pages: SitePage[] = [];
  readonly store = new Store();
  readonly categories = [{ id: 1, name: 'Uncategorized', slug: 'uncategorized' }];
  private lastId = 3;

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** Whether WordPress's search finds the post. */
  isFound({ title, content }: Post, words: string): boolean {
    return (this.faults.searchesTitles ? title : `${title} ${content}`).includes(words);
  }

  can(role: Role, capability: string): boolean {
    return capability in capabilitiesOf(role);
  }

  canTouch(role: Role, post: Post, verb: 'edit' | 'delete'): boolean {
    const stood = post.status === 'trash' ? post.before?.status : post.status;
    if (post.author !== USER_IDS[role]) return this.can(role, `${verb}_others_posts`);
    return this.can(role, stood === 'publish' ? `${verb}_published_posts` : `${verb}_posts`);
  }

  insert(role: Role, fields: Partial<Post>): Post {
    const blank = {
      title: '',
      content: '',
      status: 'draft' as const,
      slug: '',
      before: null,
      categories: [1],
      featured: 0,
    };
    const post: Post = { ...blank, id: this.nextId(), author: USER_IDS[role] };
    this.posts.push(post);
    this.update(role, post, fields);
    return post;
  }

  /** What cannot be published is handed in; out of the trash it gets its old address back. */
  update(role: Role, post: Post, fields: Partial<Post>): void {
    if (fields.title !== undefined) post.title = this.filter(role, fields.title);
    if (fields.content !== undefined) post.content = kept(this.faults, this.filter(role, fields.content));
    if (fields.categories) post.categories = fields.categories;
    if (fields.featured !== undefined) post.featured = Math.max(0, fields.featured);
    if (fields.status && fields.status !== post.status) {
      if (post.status === 'trash' && post.before) post.slug = post.before.slug;
      post.before = null;
      post.status = fields.status === 'publish' && this.options.holdsBack ? 'pending' : fields.status;
    }
    if (post.status === 'publish') post.slug ||= this.freeSlug(post.title || String(post.id));
    if (post.status === 'pending') post.slug = '';
  }

  trash(post: Post): void {
    post.before = { status: post.status, slug: post.slug };
    Object.assign(post, { status: 'trash', slug: `${post.slug}__trashed` });
  }

  remove(id: number): void {
    this.posts.splice(0, this.posts.length, ...this.posts.filter((post) => post.id !== id));
  }

  freeSlug(title: string): string {
    const base = title
      .replace(/<[^>]*>|&#?\w+;/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const taken = new Set([...this.posts, ...this.media].map(({ slug }) => slug));
    let slug = base;
    for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`;
    return slug;
  }

  /** Authors and below lose the tags of scripts and handlers; the words between the tags stay. */
  private filter(role: Role, html: string): string {
    if (this.can(role, 'unfiltered_html')) return html;
    return html
      .replace(/<\/?(script|style|iframe)\b[^>]*>|<!--[\s\S]*?-->/g, '')
      .replace(/ (on\w+|style|class|data-[\w-]+)=("[^"]*"|[^ >]*)/g, '');
  }
}

/** WordPress's nonces: ten hex digits, good for one session and one purpose. */
export function nonceFor(session: string, action: string): string {
  return createHash('sha256').update(`${session}|${action}`).digest('hex').slice(0, 10);
}
