/** Sets styles through CSSOM, which no content security policy blocks, and as important. */
export function setStyle(element: HTMLElement, properties: Record<string, string>): void {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value, 'important');
}
