/**
 * The id of the listing to edit, which comes as the frame's fragment; null for a new product. The fragment is removed
 * from the address, so that the same listing may be asked for again.
 */
export function takeListingId(): string | null {
  const id = location.hash.slice(1);
  if (id === '') return null;
  history.replaceState(null, '', location.pathname + location.search);
  return id;
}
