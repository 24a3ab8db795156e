/** What the double holds, and how a real OpenSID keeps it (observed on running ones). */

/**
 * Versions that differ in what a driver meets. 2410: Lapak's "off" is 2, and its switch does what the address says. 2501:
 * "off" is 0, and the switch turns a product over whatever the address says. 2603: the menu's form asks whether the entry is
 * on and proposes "no", lists write that as a coloured label, pictures change their name and kind, and every page sends
 * today's headers.
 */
export type Version = 2410 | 2501 | 2603;

import { noFaults } from '#tests/cms/doubles/siteFaults.ts';
import type { GalleryPicture } from './gallery.ts';

export type Role = 'admin' | 'operator' | 'redaksi' | 'kontributor';

/** Rights over articles as the installation sets them: only an admin deletes, a kontributor has no other module. */
export const RIGHTS: Record<Role, { remove: boolean; manage: boolean; identity: boolean }> = {
  admin: { remove: true, manage: true, identity: true },
  operator: { remove: false, manage: true, identity: true },
  redaksi: { remove: false, manage: true, identity: false },
  kontributor: { remove: false, manage: false, identity: false },
};

export interface Article {
  id: number;
  judul: string;
  isi: string;
  slug: string;
  gambar: string | null;
  enabled: 0 | 1;
  id_kategori: number | null;
  id_user: number;
  /** Local time of the village, as the edit form writes it: `d-m-Y H:i:s`. */
  tgl_upload: string;
  link_dokumen: string;
}

export interface Product {
  id: number;
  nama: string;
  harga: number;
  satuan: string;
  tipe_potongan: 1 | 2;
  potongan: number;
  deskripsi: string;
  foto: string[] | null;
  /** 1 is on sale; off is 2 in 2410, 0 since 2501. */
  status: 0 | 1 | 2;
  id_pelapak: number;
  id_produk_kategori: number;
  pelapak: string;
  telepon: string;
}

/** Who sells in the shop: a resident, with the number that buyers call. `status` 2 is switched off. */
export interface Seller {
  id: number;
  pelapak: string;
  telepon: string;
  status: 1 | 2;
}

export interface Session {
  role: Role;
  userId: number;
  /** Shown once, on the next admin page. */
  flash: { kind: 'success' | 'danger'; text: string } | null;
}

export interface Options {
  version: Version;
  /** PHP's upload_max_filesize, in bytes: a bigger picture is dropped and the article saved without it. */
  uploadLimit: number;
  /** PHP's post_max_size, in bytes: a bigger body arrives empty, so the token is missing: 500 with an empty body. */
  postLimit: number;
  /** Part of every path: '' when the server rewrites, '/index.php' when it does not; may have a sub-folder before it. */
  prefix: string;
  /** The Lapak module has no active seller yet: its list redirects. */
  noSeller: boolean;
  /** A group of the village's own that may look into Lapak and change nothing there. */
  lapakReadsOnly: boolean;
  /** Answers that are written although PHP died after the write (500, empty), for the next this-many POSTs. */
  dieAfterWrite: number;
  /** The admin must change the factory password first: every page lands on /pengguna. */
  forcedPassword: boolean;
  /** As in 2509: an article's address by its number, and one of no article, end in PHP's error for every visitor. */
  deadNumbers: boolean;
  /** Just installed, the village's name and code not filled in: every page lands on /identitas_desa, which says so. */
  unnamedVillage: boolean;
  /**
   * What the village's own change of OpenSID wants of every article: a field of the form (`field`, and `filled` where the form
   * brings it filled and all is refused), or something that it says in words (`words`).
   */
  demands: 'field' | 'filled' | 'words' | null;
  /** Articles may be searched by any column; switched off to see the driver walk the list instead. */
  searchable: boolean;
  /** Whose the gallery is: this person's too, another group's alone; or its list ends in an error for everybody. */
  galleryOf: 'all' | 'others' | 'nobody';
  /** As a version of tomorrow might: lists say whether something is on in a way that nobody has seen yet. */
  unknownStates: boolean;
}

export class State {
  readonly faults = noFaults();
  articles: Article[] = [];
  categories: { id: number; kategori: string }[] = [{ id: 1, kategori: 'Berita Desa' }];
  products: Product[] = [];
  /** The head of the village and where its office stands; '' where nobody has said it. */
  office = { head: '', lat: '', lng: '' };
  sellers: Seller[] = [{ id: 1, pelapak: 'Bu Sri', telepon: '081234567890', status: 1 }];
  /** Lapak's own categories. */
  goods: { id: number; kategori: string }[] = [{ id: 1, kategori: 'Makanan' }];
  /** The main menu; `enabled` 0 is an entry that nobody sees. */
  menu: { id: number; nama: string; link: string; link_tipe: number; enabled: 0 | 1 }[] = [];
  gallery: GalleryPicture[] = [];
  sessions = new Map<string, Session>();
  /** Files by their path under the site. */
  uploads = new Map<string, Uint8Array>();
  village = {
    kode_desa: '3303012001',
    nama_desa: 'Dagan',
    nama_kecamatan: 'Bobotsari',
    nama_kabupaten: 'Purbalingga',
    website: 'http://dagan.desa.id',
    telepon: '',
  };
  options: Options = {
    version: 2410,
    uploadLimit: 2_000_000,
    postLimit: 8_000_000,
    prefix: '/index.php',
    noSeller: false,
    lapakReadsOnly: false,
    dieAfterWrite: 0,
    forcedPassword: false,
    deadNumbers: false,
    unnamedVillage: false,
    demands: null,
    searchable: true,
    galleryOf: 'all',
    unknownStates: false,
  };
  private lastId = 0;
  private seconds = 0;

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** Five letters, another five each time. */
  letters(): string {
    return this.nextId()
      .toString(26)
      .padStart(5, '0')
      .replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? 'q');
  }

  /** A clock of its own: one second passes with each reading, so that "newest first" has one right answer. */
  now(): string {
    this.seconds += 1;
    const two = (n: number) => String(n).padStart(2, '0');
    return `24-11-2026 09:${two(Math.floor(this.seconds / 60))}:${two(this.seconds % 60)}`;
  }

  /** `unique_slug`: the title in plain letters, with `-1`, `-2`… while another article has it. */
  slug(judul: string, own: number | null): string {
    const base = judul
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    let slug = base;
    for (let n = 1; this.articles.some((a) => a.slug === slug && a.id !== own); n += 1) slug = `${base}-${n}`;
    return slug;
  }
}

/** Laravel's `encrypt()`: another text for the same id every time it is drawn, readable only by the server. */
export function encrypt(id: number): string {
  const mac = crypto.randomUUID().replaceAll('-', '');
  return btoa(JSON.stringify({ iv: mac.slice(0, 16), value: btoa(String(id)), mac, tag: '' }));
}

/** Null where the real one throws (and answers 500 with an empty body). */
export function decrypt(text: string): number | null {
  try {
    const { value } = JSON.parse(atob(decodeURIComponent(text))) as { value: string };
    return Number(atob(value));
  } catch {
    return null;
  }
}

export const esc = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
