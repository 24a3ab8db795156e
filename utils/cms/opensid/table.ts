import { CmsError } from '#utils/cms/types.ts';
import { assertLanded, fetchJson, type Opensid } from './session.ts';

/** What one of the admin's tables is asked for: its newest rows, or those that hold `value` in `column`. */
export interface Asked {
  path: string;
  /** The table's own questions (`cat`, `parent`). */
  own: Record<string, string | number>;
  column: string;
  value: string;
  start: number;
  length: number;
}

/** The rows of a table of the admin pages, the newest first, and how many there are in all. */
export async function tableRows(session: Opensid, asked: Asked): Promise<{ data: unknown[]; total: number }> {
  const url = tableUrl(session, asked);
  const { reply, json } = await fetchJson(session, url);
  assertLanded(reply, url);
  const { data, recordsFiltered } = (json ?? {}) as { data?: unknown; recordsFiltered?: unknown };
  if (!Array.isArray(data)) throw new CmsError('markup_changed', asked.path);
  return { data, total: Number(recordsFiltered) || 0 };
}

/** Ordering needs the name of every column that it speaks of: without, the table's question to the database is wrong. */
function tableUrl(session: Opensid, { path, own, column, value, start, length }: Asked): URL {
  const url = new URL(path, session.base);
  const ask = (name: string, text: string | number) => url.searchParams.set(name, String(text));
  for (const [name, text] of Object.entries(own)) ask(name, text);
  ask('draw', 1);
  ask('start', start);
  ask('length', length);
  for (const [index, name] of [column, 'id'].entries()) {
    ask(`columns[${index}][data]`, name);
    ask(`columns[${index}][name]`, name);
    ask(`columns[${index}][searchable]`, String(index === 0));
    ask(`columns[${index}][orderable]`, 'true');
    ask(`columns[${index}][search][value]`, '');
  }
  ask('search[value]', value);
  ask('order[0][column]', 1);
  ask('order[0][dir]', 'desc');
  return url;
}
