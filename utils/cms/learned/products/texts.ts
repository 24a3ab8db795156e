import type { RecipeProducts, TableRole } from '#contract';
import type { Row } from './cell.ts';
import { type Field, ownImage } from './fields.ts';

/** What a row, or a form, says of a product, part by part. */
export interface Said {
  texts: Partial<Record<TableRole, string>>;
  images: string[];
}

/** What the columns of a row say. */
export function saidInRow(row: Row, { columns }: RecipeProducts, page: URL): Said {
  const texts: Said['texts'] = {};
  const images: string[] = [];
  for (const { role, at } of columns) {
    const cell = row.cells[at];
    if (cell === undefined) continue;
    const image = role === 'picture' ? (ownImage(cell.image, page) ?? imageNamed(cell.text, page)) : null;
    if (image !== null) images.push(image);
    const said = role === 'name' || role === 'seller' ? cell.first : cell.text;
    if (role !== 'picture' && said !== '') texts[role] = said;
  }
  return { texts, images };
}

/** What a form says over what its row said: the form has it whole. */
export function withForm(said: Said, fields: readonly Field[], way: RecipeProducts, page: URL): Said {
  const texts = { ...said.texts };
  const images: string[] = [];
  for (const { role, name } of way.fields) {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) continue;
    if (role !== 'picture') {
      if (field.value !== '') texts[role] = field.value;
      continue;
    }
    const named = imageNamed(field.value, page);
    images.push(...field.images, ...(named === null ? [] : [named]));
  }
  return { texts, images: [...new Set([...images, ...said.images])] };
}

/** A picture that is written as an address: a mere file name says nothing of where it lies. */
function imageNamed(text: string, page: URL): string | null {
  return /^(?:https?:\/\/|\/)\S+\.(?:jpe?g|png|webp|gif)$/i.test(text) ? ownImage(text, page) : null;
}
