import type { RecipeForm } from '#contract';
import { DAY } from '#contract/time.ts';

/** The ways in which village forms write a day, each with what it looks like. */
const DAYS: readonly [RecipeForm, RegExp, (part: Record<string, string>) => string][] = [
  ['Y-m-d', /^(?<Y>\d{4})-(?<m>\d\d)-(?<d>\d\d)$/, ({ Y, m, d }) => `${Y}-${m}-${d}`],
  ['d-m-Y', /^(?<d>\d\d?)-(?<m>\d\d?)-(?<Y>\d{4})$/, ({ Y, m, d }) => `${d}-${m}-${Y}`],
  ['d/m/Y', /^(?<d>\d\d?)\/(?<m>\d\d?)\/(?<Y>\d{4})$/, ({ Y, m, d }) => `${d}/${m}/${Y}`],
  ['d F Y', /^(?<d>\d\d?) (?<F>\p{L}+) (?<Y>\d{4})$/u, ({ Y, F, d }) => `${d} ${F} ${Y}`],
  ['Y-m-d H:i', /^(?<Y>\d{4})-(?<m>\d\d)-(?<d>\d\d)[ T]\d\d:\d\d/, ({ Y, m, d, H, i }) => `${Y}-${m}-${d}T${H}:${i}`],
  ['d-m-Y H:i', /^(?<d>\d\d)-(?<m>\d\d)-(?<Y>\d{4}) \d\d:\d\d/, ({ Y, m, d, H, i }) => `${d}-${m}-${Y} ${H}:${i}`],
];

const MONTHS = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(' ');
const nameOf = (month: string): string => month.charAt(0).toUpperCase() + month.slice(1);

/** How far (ms) a written day may lie from today and still mean it: village computers' clocks are wrong by a day. */
const NEAR = 2 * DAY;

/** The way in which a text writes today; null when it is no day, or another one. */
export function dayForm(text: string, now: number): RecipeForm | null {
  for (const [form, shape] of DAYS) {
    const { Y, m, d, F = '' } = shape.exec(text)?.groups ?? {};
    if (Y === undefined) continue;
    const month = m === undefined ? MONTHS.indexOf(F.toLowerCase()) : Number(m) - 1;
    const day = new Date(Number(Y), month, Number(d)).getTime();
    if (Math.abs(now - day) <= NEAR) return form;
  }
  return null;
}

/** Today (`now` in ms) in a form's own way. */
export function writeDay(form: RecipeForm | undefined, now: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = new Date(now);
  const part = {
    Y: String(date.getFullYear()),
    m: two(date.getMonth() + 1),
    d: two(date.getDate()),
    F: nameOf(MONTHS[date.getMonth()] ?? ''),
    H: two(date.getHours()),
    i: two(date.getMinutes()),
  };
  const write = DAYS.find(([name]) => name === form)?.[2] ?? DAYS[0]?.[2];
  return write?.(part) ?? '';
}
