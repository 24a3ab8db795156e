/** What crosses the wire. Imports nothing but zod/mini; the extension imports nothing of the marketplace but this. */
export * from './consignment.ts';
export * from './i18n/locales.ts';
export * from './ids.ts';
export * from './inquiry.ts';
export * from './labels.ts';
export * from './listing.ts';
export * from './maker.ts';
export * from './permits.ts';
export * from './photo.ts';
export * from './problem.ts';
export * from './replies.ts';
export * from './saidOver.ts';
export * from './site.ts';
export * from './siteProof.ts';
export * from './siteRequest.ts';
export * from './text.ts';
export * from './village.ts';
