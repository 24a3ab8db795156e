import { noFaults } from '#tests/cms/doubles/siteFaults.ts';

/** What the double holds, and how Drupal 7, Drupal 9 and Backdrop keep it (seen on running ones). */

export type Generation = 'drupal7' | 'drupal' | 'backdrop';

export interface Role {
  /** `own`: what it wrote itself; `any`: everybody's. */
  edits: 'own' | 'any';
  deletes: 'none' | 'own' | 'any';
  /** "administer nodes": the field "published" is in the form. */
  publishes: boolean;
  aliases: boolean;
  overview: boolean;
  /** "administer menu". */
  menus: boolean;
  /** May look at the list of tags, and make one. */
  tags: boolean;
  formats: string[];
  creates: string[];
  /** "create image media". */
  media?: boolean;
  /** "access files overview", which an editor of the standard installation has too. */
  files?: boolean;
  /** "access media overview". */
  items?: boolean;
}

export interface Node {
  id: number;
  type: string;
  title: string;
  body: string;
  format: string;
  published: boolean;
  alias: string | null;
  autoAlias: boolean;
  langcode?: string;
  tags: string;
  picture: { name: string; alt: string } | null;
  /** The items in its Media field. */
  media?: number[];
  author: string;
  /** A clock that goes on by one with every save. */
  changed: number;
}

/** A thing in Media Library. */
export interface MediaItem {
  id: number;
  name: string;
  file: string;
}

export interface Term {
  id: number;
  name: string;
  alias: string | null;
}

/** One entry of a menu; `path` is Drupal's own, `taxonomy/term/3`. */
export interface Link {
  id: number;
  menu: string;
  title: string;
  path: string;
  shown: boolean;
}

export interface Type {
  name: string;
  hasBody: boolean;
  hasImage: boolean;
}

const TYPES: Record<string, Type> = {
  article: { name: 'article', hasBody: true, hasImage: true },
  post: { name: 'post', hasBody: true, hasImage: true },
  page: { name: 'page', hasBody: true, hasImage: false },
  poll: { name: 'poll', hasBody: false, hasImage: false },
};

export interface Options {
  generation: Generation;
  /** The folder that the site lives in, '' or '/desa-dagan'. */
  folder: string;
  /** What addresses of this language begin with: `/id`. The form without it is of the default language (`en`), as on 10 and 11. */
  prefix: string;
  /** Media Library's widget stands in the place of the picture field, as many sites of 9 to 11 have it. */
  mediaField: boolean;
  /** That field must not stay empty. */
  mediaDemanded: boolean;
  /** How many items that field may hold. */
  mediaHolds: number;
  /** The editor of the standard formats takes pictures into the text. */
  inlinePictures: boolean;
  /** Types of post that have a field of the village's own which must be filled. */
  demanding: string[];
  /** Without rewriting every address is `?q=…` (7, Backdrop) or behind `index.php/` (8 and newer). */
  rewrites: boolean;
  types: string[];
  /** Posts can be tagged. */
  tags: boolean;
  /** The module with which menus are managed. */
  menuModule: boolean;
  /** A module of the site's swallows what is saved in menus, and leads on as if it had been. */
  losesLinks: boolean;
  /** A workflow takes the place of the field "published" (8 and newer). */
  workflow: boolean;
  /** A field of the village's own that must be filled; its label. */
  demands: string | null;
  /** The lists of files and of pictures: there, another page in their place, or switched off. */
  lists: 'all' | 'other' | 'none';
  /** PHP's upload_max_filesize. */
  uploadLimit: number;
  /** Changes what each role may. */
  roles: Partial<Record<string, Partial<Role>>>;
}

/** The roles of a standard installation, and an author as sites make one: writes, and no more. */
function rolesOf(generation: Generation): Record<string, Role> {
  const basic = generation === 'drupal' ? 'basic_html' : 'filtered_html';
  const all = [basic, 'full_html', 'plain_text'];
  const none = {
    edits: 'own',
    deletes: 'none',
    publishes: false,
    aliases: false,
    overview: false,
    menus: false,
    tags: false,
  } as const;
  const own = { ...none, deletes: 'own', overview: true } as const;
  const creates = ['article', 'post', 'page', 'poll'];
  const every = { edits: 'any', deletes: 'any', publishes: true, aliases: true, overview: true } as const;
  return {
    admin: { ...every, menus: true, tags: true, formats: all, creates, media: true, files: true, items: true },
    editor:
      generation === 'backdrop'
        ? { ...own, edits: 'any', publishes: true, tags: true, formats: [basic], creates }
        : { ...own, aliases: true, formats: [basic], creates, files: true },
    author: { ...none, formats: [basic], creates },
  };
}

export class State {
  readonly faults = noFaults();
  nodes: Node[] = [];
  terms: Term[] = [];
  links: Link[] = [];
  /** Session cookie → whose it is. */
  sessions = new Map<string, string>();
  files = new Map<string, Uint8Array>();
  media: MediaItem[] = [];
  /** What the Media field holds in forms in which a button of it was pressed, by the form's number. */
  builds = new Map<string, number[]>();
  readonly options: Options;
  readonly types: Type[];
  readonly roles: Record<string, Role>;
  private seconds = 0;
  private lastId = 0;

  constructor(options: Partial<Options> & { generation: Generation }) {
    const main = options.generation === 'backdrop' ? 'post' : 'article';
    this.options = {
      folder: '',
      prefix: '',
      mediaField: false,
      mediaHolds: 1,
      mediaDemanded: false,
      inlinePictures: true,
      demanding: [],
      rewrites: true,
      types: [main, 'page'],
      tags: true,
      menuModule: true,
      losesLinks: false,
      workflow: false,
      demands: null,
      lists: 'all',
      uploadLimit: 2_000_000,
      roles: {},
      ...options,
    };
    this.types = this.options.types.flatMap((name) => TYPES[name] ?? []);
    const roles = Object.entries(rolesOf(options.generation));
    this.roles = Object.fromEntries(roles.map(([name, role]) => [name, { ...role, ...this.options.roles[name] }]));
  }

  now(): number {
    this.seconds += 1;
    return this.seconds;
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  node(id: string | number): Node | undefined {
    return this.nodes.find((node) => String(node.id) === String(id));
  }

  /** Free tagging: a tag that is new is made when the post is saved, or by its own form, where it may be there twice. */
  makeTerm(name: string): Term {
    const term = { id: this.nextId(), name, alias: null };
    this.terms.push(term);
    return term;
  }

  /** Backdrop's own addresses follow the title. */
  autoAlias(title: string, own: number): string {
    const slug = title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    let alias = `posts/${slug}`;
    for (let n = 0; this.nodes.some((node) => node.alias === alias && node.id !== own); n += 1) {
      alias = `posts/${slug}-${n}`;
    }
    return alias;
  }

  addMedia(name: string, bytes: Uint8Array): MediaItem {
    const item = { id: this.nextId(), name, file: this.keep(name, bytes) };
    this.media.push(item);
    return item;
  }

  /** A file of a name that is taken gets another. */
  keep(name: string, bytes: Uint8Array): string {
    let free = name;
    for (let n = 0; this.files.has(free); n += 1) free = name.replace(/(\.\w+)$/, `_${n}$1`);
    this.files.set(free, bytes);
    return free;
  }
}

/** The path at which the field for tags asks for proposals. */
export const PROPOSALS = 'entity_reference_autocomplete/taxonomy_term/default/k3y';

export const esc = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
