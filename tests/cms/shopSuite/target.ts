import type { Driver, DriverContext } from '#utils/cms/types.ts';

/** A product as a person sees it in the shop's own list. */
export interface SeenGoods {
  id: string;
  name: string;
  price: number;
  isOn: boolean;
  /** The description as plain lines. */
  text: string;
  /** Stored names, the main one first. */
  pictures: string[];
}

/** `chief` and `helper` may change the shop, `nobody` may not. */
export type ShopRole = 'chief' | 'helper' | 'nobody';

/** A shop of one kind, started for one test, and what a person does in it beside the extension. */
export interface ShopSite {
  signIn(role: ShopRole): Promise<DriverContext>;
  /** Everything but what a person threw away. */
  goods(): SeenGoods[];
  /** A person makes a product. */
  put(goods: Pick<SeenGoods, 'name' | 'price' | 'text'>): void;
  /** A person changes everything there is; `text` is put in the place of the whole description. */
  change(over: Partial<Pick<SeenGoods, 'name' | 'price' | 'text' | 'isOn'>>): void;
  /** A person adds a line to every description. */
  addLine(line: string): void;
  /** A person puts a picture of theirs in the place of the main one. */
  swapPicture(): string;
  /** A person throws away all there is. */
  remove(): void;
  /** Removes all without a trace, so that the next attempt begins anew. */
  reset(): void;
  setReadOnly(): void;
  endSessions(): void;
  /** The answers to requests that change a product are lost from now on, or not any more; the changes are kept. */
  loseAnswers(areLost: boolean): void;
  close(): Promise<void>;
}

export interface ShopTarget {
  name: string;
  driver: Driver;
  start(): Promise<ShopSite>;
  /** What a host answers in place of the shop, with 200. */
  silence: { body: string; type: string };
  /** How our picture is called in the shop, whatever its print. */
  pictureName: RegExp;
  /** How many pictures of a product the shop has places for, where that is not every one. */
  pictures?: number;
  /** What the shop keeps of these words, where they are not the same. */
  kept?(words: string): string;
  /** False where whoever is signed in may do everything. */
  hasRoles?: boolean;
}
