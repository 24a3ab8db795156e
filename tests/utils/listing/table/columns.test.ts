import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessColumns } from '#utils/listing/table/columns.ts';
import { productsOf, separatorOf } from '#utils/listing/table/products.ts';

const cells = (text: string, separator = '\t') => text.split('\n').map((line) => line.split(separator));

describe('a table’s columns', () => {
  it('are guessed by the names above them, whatever their order', () => {
    const rows = cells(
      'No\tNama Barang\tHarga\tSatuan\tStok\tPembuat\tNo HP\n1\tGula semut 250 gr\t25000\tbungkus\t40\tBu Siti\t081234567890',
    );
    expect(guessColumns(rows)).toEqual({
      hasHeader: true,
      columns: ['none', 'name', 'price', 'unit', 'stock', 'producerName', 'producerPhone'],
    });
  });

  it('are guessed by what is in them, where nothing names them', () => {
    const rows = cells('Keripik pisang;15000;20\nGula aren;20.000;5\nKopi bubuk;35rb;', ';');
    expect(guessColumns(rows)).toEqual({ hasHeader: false, columns: ['name', 'price', 'stock'] });
  });

  it('never get the same meaning twice, and never fail', () => {
    const cell = fc.constantFrom(
      '',
      'Nama',
      'Harga',
      '25000',
      '25rb',
      'Gula',
      '081234567890',
      'kg',
      '3',
      'foto.jpg',
      '=A1+B1',
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const { columns } = guessColumns(rows);
        const meant = columns.filter((column) => column !== 'none');
        expect(new Set(meant).size).toBe(meant.length);
        productsOf(rows, columns);
      }),
    );
  });
});

describe('a table’s rows', () => {
  it('become products; what a cell says and no field takes stays as words', () => {
    const [product] = productsOf(
      [['Tikar', '75rb', 'gulung besar', '2 x 3 m', 'pandan']],
      ['name', 'price', 'unit', 'pack', 'category'],
    );
    expect(product?.fields).toMatchObject({ name: 'Tikar', price: '75rb', unitWord: 'gulung besar' });
    expect(product?.fields.description).toBe('2 x 3 m\npandan');
  });

  it('say their contents in the name where no column does', () => {
    const [product] = productsOf([['Gula semut 250 gr', '25000']], ['name', 'price']);
    expect(product?.fields).toMatchObject({
      name: 'Gula semut',
      packAmount: '250',
      packMeasure: 'gram',
      price: '25000',
    });
  });

  it('without a name are none', () => expect(productsOf([['', '25000']], ['name', 'price'])).toEqual([]));
});

it.each([
  ['Gula\t25rb\nMadu\t90rb', '\t'],
  ['Gula | 25rb\nMadu | 90rb', '|'],
  ['Gula semut 25rb\nMadu 90rb', null],
  ['Gula\t25rb', null],
])('a pasted text is a table or none: %j', (text, separator) => expect(separatorOf(text)).toBe(separator));
