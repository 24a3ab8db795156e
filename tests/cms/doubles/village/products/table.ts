import type { ProductOptions } from './options.ts';

export interface Product {
  id: number;
  name: string;
  /** As the site keeps it: digits, or what somebody wrote. '' in a profile. */
  price: string;
  description: string;
  stock: string;
  unit: string;
  /** Its name. */
  category: string;
  seller: string;
  phone: string;
  /** From the site's own address on; null when there is none. */
  picture: string | null;
  isShown: boolean;
}

/** Numbers of the categories. */
export const PRODUCT_CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['1', 'Makanan'],
  ['2', 'Minuman'],
  ['3', 'Kerajinan'],
]);

const SEEDS: Partial<Product>[] = [
  { name: 'Keripik Pisang', price: '25000', stock: '12', unit: 'bungkus', category: 'Makanan', seller: 'Bu Sari' },
  { name: 'Kopi Bubuk', price: '40000', stock: '5', unit: 'kg', category: 'Minuman', seller: 'Pak Joko' },
  { name: 'Tikar Pandan', price: '150000', stock: '0', unit: 'lembar', category: 'Kerajinan', seller: 'Bu Rini' },
];
const WORDS: Record<string, string> = { '12': 'Tersedia', '5': 'Terbatas', '0': 'Habis' };

/** The site's own table of products, or of businesses. */
export class ProductTable {
  products: Product[] = [];
  private lastId = 0;
  private readonly seeded: string;

  constructor(
    readonly options: ProductOptions,
    private readonly uploads: Map<string, Uint8Array>,
  ) {
    for (const [index, seed] of SEEDS.entries()) {
      const picture = options.picture === 'none' ? null : `/uploads/produk-${index + 1}.jpg`;
      if (picture !== null) uploads.set(picture, Buffer.from(`ÿØÿà ${seed.name}`, 'latin1'));
      const phone = `0812000000${index + 1}`;
      const stock = options.stock === 'words' ? (WORDS[seed.stock ?? ''] ?? '') : seed.stock;
      const description = `${seed.name} buatan warga.`;
      const profile = options.kind === 'profiles' ? { name: `Usaha ${seed.name}`, price: '', stock: '', unit: '' } : {};
      this.add({ ...seed, phone, picture, description, ...(stock !== undefined && { stock }), ...profile });
    }
    this.seeded = this.foreign();
  }

  add(parts: Partial<Product>): Product {
    this.lastId += 1;
    const empty = { name: '', price: '', description: '', stock: '', unit: '', category: '', seller: '', phone: '' };
    const product = { ...empty, picture: null, isShown: true, ...parts, id: this.lastId };
    this.products.push(product);
    return product;
  }

  /** Puts a file where the site shows its pictures, and answers its place. */
  keepPicture(name: string, bytes: Uint8Array): string {
    const path = `/uploads/${name}`;
    this.uploads.set(path, bytes);
    return path;
  }

  byId(id: number | null): Product | undefined {
    return this.products.find((product) => product.id === id);
  }

  erase(id: number | null): void {
    this.products = this.products.filter((product) => product.id !== id);
  }

  /** Products that were not there from the start. */
  added(): Product[] {
    return structuredClone(this.products.filter(({ id }) => id > SEEDS.length));
  }

  /** Whether the three products of others, and their pictures, are as they were. */
  isForeignUntouched(): boolean {
    return this.foreign() === this.seeded;
  }

  private foreign(): string {
    const seeds = this.products.filter(({ id }) => id <= SEEDS.length).toSorted((a, b) => a.id - b.id);
    const files = seeds.map(({ picture }) => String(this.uploads.get(picture ?? '')));
    return JSON.stringify([seeds.map((product) => Object.entries(product).sort()), files]);
  }
}
