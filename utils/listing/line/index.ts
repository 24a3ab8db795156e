export { unitValues } from './prices.ts';
export { asides, readQuick } from './read.ts';
export type { Ask, QuickField, QuickReading, Span, SpanField } from './reading.ts';
export { unitOfCell } from './words.ts';
