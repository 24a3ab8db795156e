/** Arrow down and Enter go to the same column of the next row, arrow up to the one before, as in a spreadsheet. */
export function moveInColumn(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
  const cell = event.target;
  if (step === undefined || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (!(cell instanceof HTMLInputElement) || cell.type !== 'text') return;
  const [, column, index] = /^list-([a-zA-Z]+)-(\d+)$/.exec(cell.id) ?? [];
  if (column === undefined) return;
  const next = document.getElementById(`list-${column}-${Number(index) + step}`);
  if (!(next instanceof HTMLInputElement)) return;
  event.preventDefault();
  next.focus();
  next.select();
}
