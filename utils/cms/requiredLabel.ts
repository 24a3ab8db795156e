/** What a form calls a field that must be filled, without the star beside it. */
export function requiredLabel(label: Element): string {
  return (label.textContent ?? '')
    .replace(/\s*\*\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
