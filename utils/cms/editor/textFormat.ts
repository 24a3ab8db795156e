/** What Drupal (7 to 11) and Backdrop put on the page of a post's form. */
const FORM = 'form.node-form, script[data-drupal-selector="drupal-settings-json"]';
/** The text format of a field: a choice, or a hidden field for a person who has no choice. */
const FORMAT = 'select[name$="[format]"], input[type="hidden"][name$="[format]"], [data-editor-for]';
/** The only format of Drupal's own that lets pictures of other hosts through. */
const ALL_PICTURES = 'full_html';

/**
 * False where the page's text format may show a red "Image removed" to visitors instead of a picture of another host. A
 * page does not say which filters its formats have, so any other than `full_html` counts as one that does, and so does a
 * format that is not found. `place` is the editor's element; null asks for the page as a whole.
 */
export function showsForeignPictures(document: Document, place: Element | null): boolean {
  if (document.querySelector(FORM) === null) return true;
  const formats = formatsAround(place);
  return formats.length > 0 && formats.every((format) => format === ALL_PICTURES);
}

/** The formats of the field that an editor stands in: in the smallest part of the page around it that has any. */
function formatsAround(place: Element | null): string[] {
  for (let around = place?.parentElement ?? null; around !== null; around = around.parentElement) {
    const fields = [...around.querySelectorAll<HTMLSelectElement | HTMLInputElement>(FORMAT)];
    if (fields.length > 0) return fields.map(({ value }) => value);
  }
  return [];
}
