import type { ListingInput } from './listing.ts';

/** Where a member of a listing goes. Each station takes its names from here, so one that is forgotten does not compile. */
interface Stations {
  /** In what is typed (`DraftForm`); none for what no field of the form holds. */
  form: readonly string[];
  /** In the table `listings`. */
  columns: readonly string[];
  /** What anybody may know of it (`PublicListing`); null for what never leaves the village's own answers. */
  public: string | null;
  /** Whether it stands on the product page, and so in the form's preview (`ProductView`). */
  page: boolean;
}

/** One line for each member; docs/add-a-listing-field.md leads through what is left to do after the line is written. */
export const STATIONS = {
  rev: { form: [], columns: ['rev'], public: null, page: false },
  name: { form: ['name'], columns: ['name'], public: 'name', page: true },
  price: { form: ['price'], columns: ['price'], public: 'price', page: true },
  unit: { form: ['unit'], columns: ['unit'], public: 'unit', page: true },
  unitWord: { form: ['unitWord'], columns: ['unit_word'], public: 'unitWord', page: true },
  packSize: {
    form: ['packAmount', 'packMeasure'],
    columns: ['pack_amount', 'pack_measure'],
    public: 'packSize',
    page: true,
  },
  availability: { form: ['availability'], columns: ['availability'], public: 'availability', page: true },
  stock: { form: ['stock'], columns: ['stock'], public: 'stock', page: true },
  category: { form: ['category'], columns: ['category'], public: 'category', page: false },
  description: { form: ['description'], columns: ['description'], public: 'description', page: true },
  photos: { form: [], columns: ['photos'], public: 'photos', page: true },
  producer: {
    form: ['producerName', 'producerPhone', 'consent'],
    columns: ['producer_name', 'producer_phone'],
    public: 'producerName',
    page: true,
  },
  flagship: { form: ['flagship'], columns: ['flagship'], public: 'flagship', page: true },
  terms: { form: ['terms'], columns: ['terms'], public: 'terms', page: true },
  exchange: { form: ['exchange'], columns: ['exchange'], public: 'exchange', page: true },
  floor: { form: ['floorPrice', 'floorBelow'], columns: ['floor_price', 'floor_below'], public: null, page: false },
  permits: {
    form: ['pirt', 'pirtUntil', 'bpom', 'bpomUntil', 'halal', 'halalUntil', 'nib'],
    columns: ['permits'],
    public: 'permits',
    page: true,
  },
  siteUrl: { form: [], columns: ['site_url'], public: null, page: false },
  state: { form: [], columns: ['state'], public: 'state', page: false },
} as const satisfies Record<keyof ListingInput, Stations>;

type Line = (typeof STATIONS)[keyof ListingInput];

export type FormMember = Line['form'][number];
export type ListingColumn = Line['columns'][number];
export type PublicMember = NonNullable<Line['public']>;
export type PageMember = Extract<Line, { page: true }>['public'];

/** An object that has at least these members. */
export type Holds<Member extends string> = Record<Member, unknown> & Record<string, unknown>;

/** `T` with every member written down, optional ones as well (they may be undefined). */
export type EveryMember<T> = { [Member in keyof Required<T>]: T[Member] };
