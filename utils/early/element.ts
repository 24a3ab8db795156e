type Child = Node | string | null;

/** An element with these attributes and children; null is no child. */
export function element(
  name: string,
  className: string,
  attributes: Record<string, string>,
  ...children: Child[]
): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  for (const [key, value] of Object.entries(attributes)) {
    // An attribute of style is what our pages' policy forbids; setting the style is not.
    if (key === 'style') made.style.cssText = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}
