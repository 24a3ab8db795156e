/**
 * The part of the page that a form takes up. A form that begins between the cells of a table is left empty by the
 * browser: its fields belong to it and lie beside it, with the editors around them. The form itself where all of it is
 * inside, or where others' fields lie between.
 */
export function areaOf(form: HTMLFormElement): Element {
  const fields = [...form.elements];
  if (fields.every((field) => form.contains(field))) return form;
  let area = fields[0]?.parentElement ?? null;
  while (area !== null && !fields.every((field) => area?.contains(field))) area = area.parentElement;
  const others = [...(area?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? [])];
  return area === null || others.some((field) => field.form !== form) ? form : area;
}

/** The form in which something stands, in its tree or in its part of the page. */
export function formAround(element: Element): HTMLFormElement | null {
  const around = element.closest('form');
  if (around !== null) return around;
  return [...element.ownerDocument.forms].find((form) => areaOf(form).contains(element)) ?? null;
}
