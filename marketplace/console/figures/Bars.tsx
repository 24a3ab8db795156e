import type { VNode } from 'preact';

const WIDTH = 320;
const HEIGHT = 140;
const BOTTOM = 22;
const TOP = 16;
const LEFT = 4;

/** The smallest round number (1, 2 or 5 with zeros behind) that is not below `most`. */
export function roundTop(most: number): number {
  if (most <= 1) return 1;
  const ten = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * ten).find((step) => step >= most) ?? most;
}

export interface Bar {
  /** `Nov` */
  label: string;
  /** Null where nothing is known: there is no bar then, which is not the same as a bar of no height. */
  value: number | null;
  /** As a reader says it: `November 2026: 1.200`. */
  said: string;
}

/** Bars of the months beside each other, drawn by us: no script, no style but the page's own, numbers in the title of each. */
export function Bars({
  title,
  bars,
  topText,
}: {
  title: string;
  bars: Bar[];
  topText: (top: number) => string;
}): VNode {
  const most = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const top = roundTop(most);
  const step = Math.floor((WIDTH - LEFT) / bars.length);
  const high = HEIGHT - BOTTOM - TOP;
  return (
    <figure class="bars">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title}. ${bars.map(({ said }) => said).join('. ')}`}
      >
        <line class="bars-line" x1={LEFT} x2={WIDTH} y1={TOP} y2={TOP} />
        <line class="bars-line" x1={LEFT} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
        <text class="bars-text" x={LEFT} y={most === 0 ? HEIGHT - BOTTOM - 4 : TOP - 4}>
          {topText(most === 0 ? 0 : top)}
        </text>
        {bars.map(({ label, value, said }, at) => {
          const x = LEFT + at * step;
          const height = Math.round(((value ?? 0) / top) * high);
          return (
            <g key={label + String(at)}>
              <title>{said}</title>
              {value === null ? (
                <text class="bars-text bars-middle" x={x + step / 2} y={HEIGHT - BOTTOM - 4}>
                  ?
                </text>
              ) : (
                <rect class="bars-bar" x={x + 2} width={step - 4} y={HEIGHT - BOTTOM - height} height={height} />
              )}
              {(bars.length - 1 - at) % 3 === 0 && (
                <text class="bars-text bars-middle" x={x + step / 2} y={HEIGHT - 6}>
                  {label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
