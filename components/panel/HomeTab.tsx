import { Code, useCode } from '#components/background/code.ts';
import { isFramed } from '#utils/runtime/frame.ts';

const windowCode = new Code(() => import('./HomeOfWindow.tsx'));

/** In a window of its own the panel works for a CMS tab: says so when that tab is gone or signed out. */
export function HomeTab() {
  return isFramed() ? null : <OfWindow />;
}

function OfWindow() {
  const code = useCode(windowCode);
  return code && <code.HomeOfWindow />;
}
