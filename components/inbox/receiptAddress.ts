const ADDRESS = /^#nota-([0-9a-z]{16})$/;

/** Address of the popup's page that shows the receipt of a deal; it opens in a tab. */
export const receiptAddress = (inquiryId: string) => `popup.html#nota-${inquiryId}`;

/** The inquiry whose receipt an address asks for; null for the popup itself. */
export function receiptAsked(hash: string): string | null {
  return ADDRESS.exec(hash)?.[1] ?? null;
}
