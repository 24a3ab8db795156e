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
/** What a piece of the line was understood to be. `flagship` has no text of its own; `aside` goes nowhere and is shown. */
export type SpanField = QuickField | 'flagship' | 'aside';

/** Characters `start`–`end` of the line (UTF-16, end exclusive) became `field`. */
export interface Span {
  field: SpanField;
  start: number;
  end: number;
}

/** What the line does not say for sure. Each choice is what one press writes; with none, the person types it. */
export interface Ask {
  field: QuickField | 'aside';
  start: number;
  end: number;
  choices: Partial<DraftForm>[];
}

export interface QuickReading {
  /** What goes into the form, as it would have been typed there. What is asked is not in it. */
  fields: Partial<DraftForm>;
  /** All of the line, in order: put together, the spans give it back. */
  spans: Span[];
  asks: Ask[];
  /** Fields that no character says outright; the person should glance at them. */
  guessed: QuickField[];
}
