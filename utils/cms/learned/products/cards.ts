import { TABLE_CELLS_MAX, TABLE_ROWS_MAX } from '#contract/recipeProducts.ts';
import { type Cell, cellOf, type Listed, type Row } from './cell.ts';
import { fieldsHolding } from './fields.ts';
import { editPath } from './links.ts';

const CARD = '.card, article, li, .item, .list-group-item, .product, .produk';
const HEADING = 'h1, h2, h3, h4, h5, h6';
/** Parts of a card that say nothing of its product. */
const ASIDE = 'a, button, form, script, style, template, dialog, .modal, [role=dialog]';
const LABEL = /^(\p{L}[\p{L}. /]{1,24}):\s*/u;

interface Part {
  label: string;
  cell: Cell;
}

/**
 * Products that a list shows as cards. What a card says stands in lines of its own, most of them with a label ("Harga: Rp
 * 25.000"); a line that one card lacks leaves its place empty.
 */
export function cardsIn(document: Document, page: URL, siteUrl: string): Listed | null {
  const cards = [...document.querySelectorAll(CARD)].filter(
    (card) => card.querySelector(HEADING) !== null && card.querySelector(CARD) === null && card.closest('nav') === null,
  );
  const read = cards
    .slice(0, TABLE_ROWS_MAX)
    .map((card) => ({ card, parts: partsOf(card), edit: editPath(card, page, siteUrl) }))
    .filter(({ card, parts, edit }) => edit !== null || isPriced(parts) || hasForm(card, page, parts));
  const heads: string[] = [];
  for (const { parts } of read)
    for (const { label } of parts) if (!heads.includes(label) && heads.length < TABLE_CELLS_MAX) heads.push(label);
  const rows: Row[] = read.map(({ card, parts, edit }) => ({
    cells: heads.map((head) => parts.find(({ label }) => label === head)?.cell ?? { text: '', first: '', image: null }),
    edit,
    element: card,
  }));
  return rows.length === 0 ? null : { heads: heads.map((head) => head.replace(/^#\s*\d*/, '')), rows };
}

/** Pages are full of cards with a heading: a product's has a price, or is changed from there. */
const isPriced = (parts: readonly Part[]): boolean => parts.some(({ cell }) => /^rp\.? ?\d/i.test(cell.text));

function hasForm(card: Element, page: URL, parts: readonly Part[]): boolean {
  return (
    fieldsHolding(
      card,
      page,
      parts.map(({ cell }) => cell.text),
    ) !== null
  );
}

/** A card's parts in their order, each under a label that no other one of the card has. */
function partsOf(card: Element): Part[] {
  const parts: Part[] = [];
  const add = (label: string, cell: Cell) => {
    const times = parts.filter((part) => part.label.startsWith(label)).length;
    parts.push({ label: times === 0 ? label : `${label} ${times + 1}`, cell });
  };
  const walk = (element: Element): void => {
    const isPicture = element.matches('img');
    if (isPicture || element.matches(HEADING)) add(isPicture ? '#Foto' : '#Nama', cellOf(element));
    else if (hasOwnWords(element)) addLine(cellOf(element));
    else for (const child of element.children) if (!child.matches(ASIDE)) walk(child);
  };
  const addLine = (cell: Cell) => {
    const label = LABEL.exec(cell.text);
    const text = cell.text.slice(label?.[0].length ?? 0);
    add(label?.[1] ?? '#', { ...cell, text, first: label === null ? cell.first : text });
  };
  walk(card);
  return parts;
}

const hasOwnWords = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '');
