import type { VillageOptions } from './axes.ts';

export const esc = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Where two titles end in the same slug, the site shows the older article under it. */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export const withoutTags = (html: string): string => html.replace(/<[^>]*>?/g, '');

/** Keeps a, img and p, of these the addresses and the picture's words. */
export function sanitised(html: string): string {
  return html.replace(/<(\/?)([a-z0-9]+)([^>]*)>/gi, (_, end: string, tag: string, rest: string) => {
    if (!/^(?:a|img|p)$/i.test(tag)) return '';
    const kept = [...rest.matchAll(/\s(?:href|src|alt)="(?!javascript:)[^"]*"/gi)].map(([attribute]) => attribute);
    return `<${end}${tag.toLowerCase()}${kept.join('')}>`;
  });
}

/** An old database keeps three bytes a character: what needs four becomes question marks. */
export const narrowed = (text: string): string => text.replace(/[\u{10000}-\u{10ffff}]/gu, '????');

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** A day (Y-m-d) as this site writes it. */
export function writtenDay(day: string, form: VillageOptions['date']): string {
  const [y = '', m = '', d = ''] = day.split('-');
  if (form === 'dmy') return `${d}-${m}-${y}`;
  return form === 'dmyText' ? `${Number(d)} ${MONTHS[Number(m) - 1]} ${y}` : day;
}

/** A day as it was written, as Y-m-d; null when it is written otherwise. */
export function readDay(text: string, form: VillageOptions['date']): string | null {
  const two = (part: string | number) => String(part).padStart(2, '0');
  const shapes = {
    none: /^$/,
    iso: /^(\d{4})-(\d\d)-(\d\d)$/,
    dmy: /^(\d\d)-(\d\d)-(\d{4})$/,
    dmyText: /^(\d\d?) (\p{L}+) (\d{4})$/u,
  };
  const [, one = '', month = '', three = ''] = shapes[form].exec(text) ?? [];
  if (form === 'none' || one === '') return null;
  if (form === 'iso') return text;
  if (form === 'dmy') return `${three}-${month}-${one}`;
  const at = MONTHS.indexOf(month);
  return at < 0 ? null : `${three}-${two(at + 1)}-${two(one)}`;
}
