import { encode } from 'uqr';

/** A quarter of the squares may be damaged, and the border is as wide as readers of a printed sheet want it. */
const LOOK = { ecc: 'Q', border: 4 } as const;

/** An address as a QR code, drawn into the page: nothing is loaded for it, and it prints sharp at any size. */
export function Qr({ address, label }: { address: string; label: string }) {
  const { data, size } = encode(address, LOOK);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={data.map(rowPath).join('')} />
    </svg>
  );
}

/** The dark squares of one row, each run of them as one rectangle: a third of the letters of single squares. */
function rowPath(row: readonly boolean[], y: number): string {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x++) {
    const from = x;
    while (row[x]) x++;
    if (x > from) runs.push(`M${from} ${y}h${x - from}v1h-${x - from}z`);
  }
  return runs.join('');
}
