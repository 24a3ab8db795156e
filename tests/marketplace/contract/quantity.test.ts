import { describe, expect, it } from 'vitest';
import { readQuantity } from '#contract/quantity.ts';
import type { Goods } from '#contract/unitWords.ts';

const PACK: Goods = { unit: 'bungkus', packSize: { amount: 250, measure: 'gram' } };
const PACK_OF_PIECES: Goods = { unit: 'bungkus', packSize: { amount: 12, measure: 'biji' } };
const PIECE: Goods = { unit: 'biji', packSize: null };
const KILO: Goods = { unit: 'kg', packSize: null };
const BOTTLE: Goods = { unit: 'botol', packSize: null };
const TAIL: Goods = { unit: 'biji', unitWord: 'ekor', packSize: null };

describe('a typed quantity', () => {
  it.each<[string, Goods, number]>([
    ['20', PACK, 20],
    [' 1.000 ', PACK, 1000],
    ['1 000 bungkus', PACK, 1000],
    ['10 bungkus', PACK, 10],
    ['10bks.', PACK, 10],
    ['10 Packs', PACK, 10],
    ['10 pcs', PACK, 10],
    ['5 buah', PIECE, 5],
    ['5 lembar', PIECE, 5],
    ['2 bottles', BOTTLE, 2],
    ['3 kilo', KILO, 3],
    ['2 ekor', TAIL, 2],
    ['2 lusin', { unit: 'lusin' }, 2],
  ])('%j is read', (typed, of, quantity) => expect(readQuantity(typed, of)).toBe(quantity));

  it.each<[string, Goods]>([
    ['10 kg', PACK],
    ['1 lusin', PACK],
    ['2 ton', PACK],
    ['10 sachet', PACK],
    ['12 pcs', PACK_OF_PIECES],
    ['1 lusin', PIECE],
    ['3 kodi', PIECE],
    ['1 gros', PIECE],
    ['2 kg', PIECE],
    ['5 ons', KILO],
    ['0,5 kg', KILO],
    ['1.5', KILO],
    ['2 galon', BOTTLE],
    ['2 kg', TAIL],
    ['banyak', PACK],
    ['10 bungkus besar', PACK],
  ])('%j of other goods is not guessed', (typed, of) => expect(readQuantity(typed, of)).toBeNaN());

  it('is none where nothing is typed', () => expect(readQuantity('  ', PACK)).toBeNull());
});
