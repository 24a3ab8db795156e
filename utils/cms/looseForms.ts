/**
 * Gives the forms of a parsed page what a browser counts to them. A form that begins between the cells of a table is left
 * empty, and its fields lie behind it: those of a page that is shown belong to it all the same, those of a page that is
 * only parsed to none.
 */
export function joinLoose(document: Document): Document {
  const forms = [...document.forms];
  // Pages repeat their ids, and a field called "id" hides the form's own: so it is named anew, by its attribute.
  let name: string | null = null;
  for (const element of document.querySelectorAll<HTMLElement>('form, input, select, textarea, button')) {
    if (element instanceof HTMLFormElement) {
      const isEmpty = element.childElementCount === 0 && element.getAttribute('method')?.toLowerCase() === 'post';
      name = isEmpty ? `dodolan-loose-${forms.indexOf(element)}` : null;
      if (name !== null) element.setAttribute('id', name);
    } else if (name !== null && (element as HTMLInputElement).form === null) element.setAttribute('form', name);
  }
  return document;
}
