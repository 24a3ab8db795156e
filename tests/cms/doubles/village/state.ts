import type { VillageOptions } from './axes.ts';
import { type ProductOptions, withProductTraits } from './products/options.ts';
import { ProductTable } from './products/table.ts';
import { slugOf } from './words.ts';

export interface Article {
  id: number;
  title: string;
  /** As the site keeps it; how it is shown, the editor's axis says. */
  body: string;
  /** What `otherField` takes and shows nowhere. */
  unseen: string;
  link: string;
  /** Its address, from the site's own on or of another host; null when there is none. */
  picture: string | null;
  /** Its name; '' where the site has none. */
  category: string;
  isPublished: boolean;
  /** Y-m-d */
  date: string;
  author: string;
  /** Which of the side-effect switches were on. */
  switches: string[];
}

export interface Session {
  id: string;
  isSignedIn: boolean;
  /** Stands as long as the session does, as Laravel's. */
  token: string;
  /** Said once, on the next admin page. */
  flash: string | null;
}

/** Numbers of the categories that the village has in a table. */
export const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['1', 'Berita Desa'],
  ['2', 'Pengumuman'],
  ['3', 'Produk Desa'],
]);
export const OTHER_CATEGORY = 'lainnya';

const SEEDS = ['Kerja bakti hari Minggu', 'Jadwal posyandu balita', 'Musyawarah desa tahun depan'];

/** Everything that the site holds. */
export class VillageState {
  articles: Article[] = [];
  sessions = new Map<string, Session>();
  /** Tokens of `storageToken`. */
  keys = new Set<string>();
  /** Files by their address below the site. */
  uploads = new Map<string, Uint8Array>();
  /** Livewire's snapshots that were not used yet. */
  snapshots = new Map<string, { id: number | null }>();
  /** How many times the subscribers were written to. */
  mails = 0;
  /** How many rows the admin's list shows on a page; null for all of them. */
  rowsOnPage: number | null = null;
  private lastId = 0;
  /** The site's own product table; null where it has none. */
  readonly table: ProductTable | null;
  private readonly seeded: string;

  constructor(
    readonly options: VillageOptions,
    readonly base: string,
    products: Partial<ProductOptions> | null = null,
  ) {
    for (const title of SEEDS) {
      const picture = `/uploads/${slugOf(title)}.jpg`;
      this.uploads.set(picture, Buffer.from(`ÿØÿà ${title}`, 'latin1'));
      const link = options.editor === 'urlOnly' ? 'https://kabupaten.example/berita' : '';
      const category = options.category === 'none' ? '' : 'Berita Desa';
      this.add({ title, body: `${title} berjalan lancar.`, link, category, picture, author: 'Bu Carik' });
    }
    this.table = products === null ? null : new ProductTable(withProductTraits(products), this.uploads);
    this.seeded = this.foreign();
  }

  add(parts: Partial<Article>): Article {
    this.lastId += 1;
    const empty = { title: '', body: '', unseen: '', link: '', picture: null, category: '', isPublished: true };
    const rest = { date: '2026-11-20', author: 'admin', switches: [] };
    const article: Article = { ...empty, ...rest, ...parts, id: this.lastId };
    this.articles.push(article);
    return article;
  }

  byId(id: number | null): Article | undefined {
    return this.articles.find((article) => article.id === id);
  }

  nextFile(): number {
    return this.uploads.size + 1;
  }

  /** Whether what others wrote is still as it was, their pictures too. */
  isForeignUntouched(): boolean {
    return this.foreign() === this.seeded;
  }

  private foreign(): string {
    const seeds = this.articles.filter(({ id }) => id <= SEEDS.length).toSorted((a, b) => a.id - b.id);
    const files = seeds.map(({ picture }) => String(this.uploads.get(picture ?? '')));
    return JSON.stringify([seeds.map((article) => Object.entries(article).sort()), files]);
  }
}
