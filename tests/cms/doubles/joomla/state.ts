import { noFaults } from '#tests/cms/doubles/siteFaults.ts';
import type { Demand } from './demanded.ts';

export interface Options {
  /** What differs between 3 and 4/5: markup, media folder, a language that must be named. */
  version: 3 | 5;
  /** The folder Joomla stands in, `` or `/desa`. */
  prefix: string;
  /** Articles go through stages; the state itself is not offered. */
  workflow: boolean;
  /** The steps that the site has, all of Joomla's own when null. */
  steps: string[] | null;
  /** A template of the site's own leaves the state out of the list. */
  hidesState: boolean;
  /** The picture fields are in the form, as they are unless the administrator takes them out. */
  pictureFields: boolean;
  /** Before 3.9 the list does not know `content:`, nor, before 3.7, that of menus `link:`. */
  searchesText: boolean;
  /** The largest picture (bytes) that the media folder takes. */
  uploadLimit: number;
  /** An extension of the site's swallows entries of menus, and leads on as if they had been saved. */
  losesItems: boolean;
  /** A field of the village's own that articles and categories must have. */
  demands: Demand | null;
}

export const ROLES = ['admin', 'manager', 'author'] as const;
export type Role = (typeof ROLES)[number];

export interface User {
  id: number;
  role: Role;
  name: string;
}

/** What a role may, as Joomla names it. `admin` is a super user: nothing it writes is filtered. */
export const RIGHTS: Record<Role, { edit: boolean; editState: boolean; filtered: boolean }> = {
  admin: { edit: true, editState: true, filtered: false },
  manager: { edit: true, editState: true, filtered: true },
  author: { edit: false, editState: false, filtered: true },
};

export interface Article {
  id: number;
  title: string;
  alias: string;
  text: string;
  /** 1 published, 0 unpublished, 2 archived, -2 trashed. */
  state: number;
  catid: number;
  createdBy: number;
  checkedOut: number;
  note: string;
  images: Record<string, string>;
  publishUp: string;
}

/** One entry of a menu. */
export interface MenuItem {
  id: number;
  menu: string;
  title: string;
  alias: string;
  note: string;
  link: string;
  /** 1 shown, 0 hidden, -2 trashed. */
  published: number;
  checkedOut: number;
  home: boolean;
}

/** What a role may do with menus, which a standard installation gives to super users only. */
export interface MenuRights {
  manage: boolean;
  create: boolean;
  edit: boolean;
  editState: boolean;
}
const mayAll: MenuRights = { manage: true, create: true, edit: true, editState: true };
const mayNone: MenuRights = { manage: false, create: false, edit: false, editState: false };

export interface Session {
  user: User | null;
  token: string;
  /** The articles whose form this session may see: `task=article.edit` adds them. */
  editing: Set<number>;
  /** What a refused save left behind, shown by the next form of that article. */
  leftover: Map<number, URLSearchParams>;
  notice: { isError: boolean; text: string } | null;
  /** What was chosen or refused in the form of an entry, shown by the next form of one until it is closed or opened anew. */
  itemDraft: Partial<MenuItem> | null;
  /** The list's filters, one set for each layout it was asked in. */
  filters: Map<string, { search: string; published: string }>;
}

export class State {
  options: Options;
  readonly faults = noFaults();
  users: User[] = ROLES.map((role, index) => ({ id: 42 + index, role, name: `Pak ${role}` }));
  sessions = new Map<string, Session>();
  /** Set by a test: whether another page of the person's began before the request with this task and ends just after it. */
  isOvertaken: (task: string) => boolean = () => false;
  articles: Article[] = [];
  categories = new Map([[2, 'Uncategorised']]);
  /** How often an article's state was set past the site's stages. */
  statesPastStages = 0;
  lockedCategories = new Set<number>();
  /** Titles only: in no list, and yet in the way of a new one. */
  trashedCategories: string[] = [];
  menus = new Map([
    ['bawah', 'Menu bawah'],
    ['mainmenu', 'Menu utama'],
  ]);
  items: MenuItem[] = [
    {
      ...{
        id: 90,
        menu: 'bawah',
        title: 'Kontak',
        alias: 'kontak',
        note: '',
        published: 1,
        checkedOut: 0,
        home: false,
      },
      link: 'index.php?option=com_contact&view=featured',
    },
    {
      ...{
        id: 91,
        menu: 'mainmenu',
        title: 'Beranda',
        alias: 'beranda',
        note: '',
        published: 1,
        checkedOut: 0,
        home: true,
      },
      link: 'index.php?option=com_content&view=featured',
    },
  ];
  menuRights: Record<Role, MenuRights> = { admin: mayAll, manager: { ...mayNone }, author: mayNone };
  /** By path below the site, `images/a.jpg`. */
  files = new Map<string, Uint8Array>();
  #last = 100;

  constructor(options: Partial<Options>) {
    this.options = {
      ...{ version: 3, prefix: '', workflow: false, steps: null, hidesState: false },
      ...{ pictureFields: true, searchesText: true, uploadLimit: 10_000_000, losesItems: false, demands: null },
      ...options,
    };
  }

  nextId(): number {
    this.#last += 1;
    return this.#last;
  }

  newSession(): Session {
    const token = crypto.randomUUID().replaceAll('-', '');
    const rest = { editing: new Set<number>(), leftover: new Map<number, URLSearchParams>() };
    return { user: null, token, notice: null, itemDraft: null, filters: new Map(), ...rest };
  }

  /** Two articles of one category never have the same alias: the second gets a number. */
  alias(title: string, catid: number): string {
    const plain = title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const taken = new Set(this.articles.filter((found) => found.catid === catid).map(({ alias }) => alias));
    let alias = plain;
    for (let number = 2; taken.has(alias); number += 1) alias = `${plain}-${number}`;
    return alias;
  }
}

export const esc = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** As Joomla's default filter for everybody but super users: code goes, its words stay. */
export const filterText = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?(script|iframe|object|embed|style|form|link|meta)\b[^>]*>/gi, '')
    .replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '');
