import type { DraftForm } from '#utils/model/draft.ts';

/** Members of the form that a line may fill. */
export type QuickField = Extract<
  keyof DraftForm,
  | 'name'
  | 'price'
  | 'unit'
  | 'packAmount'
  | 'availability'
  | 'stock'
  | 'category'
  | 'description'
  | 'producerName'
  | 'producerPhone'
  | 'terms'
>;
/** What a piece of the line was understood to be. `flagship` has no text of its own. */
export type SpanField = QuickField | 'flagship';

/** Characters `start`–`end` of the line (UTF-16, end exclusive) became `field`. */
export interface Span {
  field: SpanField;
  start: number;
  end: number;
}

type Values = Partial<Record<SpanField, string>>;

/** A private-use character: no letter, digit or space, so that no pattern runs over a piece that is taken. */
const TAKEN = '\ue000';

/**
 * The line while it is being read. Every pattern takes its pieces out of a copy of the same length, so that positions
 * stay those of the typed text and no character is understood twice.
 */
export class LineScanner {
  readonly spans: Span[] = [];
  readonly values: Values = {};

  constructor(private text: string) {}

  /**
   * Reads every match of `pattern` (flags g, i, u, d; a group is named by the field it becomes). `read` gets the groups and
   * answers the fields' values, or null to leave the piece alone. A field that is known already is not overwritten.
   */
  match(pattern: RegExp, read: (groups: Record<string, string | undefined>) => Values | null): void {
    for (const match of this.text.matchAll(pattern)) {
      const values = read(match.groups ?? {});
      const fields = Object.keys(values ?? {}) as SpanField[];
      if (values === null || fields.some((field) => field !== 'terms' && field in this.values)) continue;
      for (const field of fields) {
        const [start, end] = match.indices?.groups?.[field] ?? [match.index, match.index + match[0].length];
        this.spans.push({ field, start, end });
        this.values[field] = field in this.values ? `${this.values[field]}, ${values[field]}` : (values[field] ?? '');
      }
      this.blank(match.index, match.index + match[0].length);
    }
  }

  /** The pieces of the line that no pattern took, line by line, each with its place. */
  rest(): { text: string; start: number; line: number }[] {
    let start = 0;
    return this.text.split('\n').flatMap((whole, line) => {
      const pieces = [...whole.matchAll(/[^\ue000]+/g)].map((piece) => trimmed(piece[0], start + piece.index, line));
      start += whole.length + 1;
      return pieces.filter((piece) => /[\p{L}\d]/u.test(piece.text));
    });
  }

  span(field: SpanField, value: string, start: number): void {
    this.spans.push({ field, start, end: start + value.length });
    this.values[field] = value;
  }

  private blank(start: number, end: number): void {
    this.text = this.text.slice(0, start) + TAKEN.repeat(end - start) + this.text.slice(end);
  }
}

function trimmed(text: string, start: number, line: number) {
  const lead = /^[^\p{L}\d("“]*/u.exec(text)?.[0].length ?? 0;
  return { text: text.slice(lead).replace(/[\s,;:|/–—@&+-]+$/, ''), start: start + lead, line };
}
