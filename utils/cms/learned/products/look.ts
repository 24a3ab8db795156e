import type { Session } from '#utils/cms/form.ts';
import { learnedSession } from '#utils/cms/learned/session.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import type { TableLook } from '#utils/model/ownTable.ts';
import type { Cell, Row } from './cell.ts';
import { type Field, fieldsHolding } from './fields.ts';
import { formOfRow } from './form.ts';
import { shapeOfAll } from './links.ts';
import { listPath, readPages } from './pages.ts';
import { mayHoldProducts } from './rows.ts';

/** How many rows are shown while the person says what the columns are. */
const SAMPLES = 5;
/** How many rows' forms are opened at most. */
const TRIES = 3;

/**
 * Looks at the list that the person has open. Read only: the list itself, and one row's form where its link is recognisably
 * that. Null where the open page shows no list, or may do something when it is opened again.
 */
export async function lookAtTable(context: DriverContext, address: URL): Promise<TableLook | null> {
  const { siteUrl } = context.page;
  const list = listPath(address, siteUrl);
  if (list === null) return null;
  const session = learnedSession(context);
  const read = await readPages(session, siteUrl, list, 1);
  const [first] = read?.rows ?? [];
  if (read === null || first === undefined || !mayHoldProducts(read)) return null;
  const edits = read.rows.flatMap(({ edit }) => edit ?? []);
  const edit = shapeOfAll(edits);
  const inForm = edit === null ? null : await someForm(session, siteUrl, read.rows);
  const fields = inForm ?? fieldsHolding(read.first.document, read.first.url, wordsOf(first)) ?? [];
  return {
    list,
    cells: first.cells.length,
    heads: read.heads,
    samples: read.rows.slice(0, SAMPLES).map(({ cells }) => cells.map(asSample)),
    edit: inForm === null ? null : edit,
    fields: fields.map(asShown),
  };
}

/** The form of one of the first rows: a single row's link may lead elsewhere. */
async function someForm(session: Session, siteUrl: string, rows: readonly Row[]): Promise<Field[] | null> {
  for (const row of rows.filter(({ edit }) => edit !== null).slice(0, TRIES)) {
    const fields = await formOfRow(session, siteUrl, row.edit ?? '', wordsOf(row));
    if (fields !== null) return fields;
  }
  return null;
}

const wordsOf = ({ cells }: Row): string[] => cells.flatMap(({ text, first }) => [text, first]);

/** A picture beside words does not make a picture of the cell. */
const asSample = ({ text, image }: Cell): string | true => (image !== null && text === '' ? true : text);

const asShown = ({ name, label, value, images }: Field) => ({
  name,
  label,
  value: value.slice(0, 120),
  isPicture: images.length > 0,
});
