import type { Output } from '#utils/messages.ts';
import type { ShopProduct } from '#utils/model/cms.ts';
import type { MakerNames } from '#utils/model/maker.ts';

/** What became of a person of the site's own table. */
export interface TakenMaker {
  product: ShopProduct;
  name: string;
  end: Output<'table/makers'>[number];
}

interface PeopleDeps {
  /** The line with what its own form says; null where that was not found. */
  whole(product: ShopProduct): Promise<ShopProduct | null>;
  put(draftId: string, makers: MakerNames[]): Promise<Output<'table/makers'>>;
  /** Which line is read now, counted from 1. */
  at(count: number): void;
}

/** Puts the owners of businesses into the address book; a business without a named owner goes in by its own name. */
export async function takePeople(
  picked: readonly ShopProduct[],
  draftId: string,
  deps: PeopleDeps,
): Promise<TakenMaker[]> {
  const people: { product: ShopProduct; names: MakerNames }[] = [];
  for (const [index, product] of picked.entries()) {
    deps.at(index + 1);
    const isThin = (product.producer?.phone ?? null) === null && product.form !== undefined;
    const { name, producer } = (isThin ? await deps.whole(product) : null) ?? product;
    people.push({ product, names: { name: producer?.name || name, phone: producer?.phone ?? '' } });
  }
  const ends = await deps.put(
    draftId,
    people.map(({ names }) => names),
  );
  return people.map(({ product, names }, at) => ({ product, name: names.name, end: ends[at] ?? 'unreadable' }));
}
