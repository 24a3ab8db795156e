const WIB_MS = 7 * 3_600_000;

/** `2026-03`: the month it is in Java. WIB is UTC+7 all year (Keppres 41/1987). */
export function monthOf(at: Date): string {
  return new Date(at.getTime() + WIB_MS).toISOString().slice(0, 7);
}

/** The first moment of a month in WIB, and that of the next. */
export function monthBounds(month: string): { from: Date; to: Date } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: new Date(Date.UTC(year, number - 1, 1) - WIB_MS), to: new Date(Date.UTC(year, number, 1) - WIB_MS) };
}
