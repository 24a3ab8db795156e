import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Props } from './QrCode.tsx';

/** The QR code of a link; the code that draws it is read when it is first wanted. */
export function LazyQr(props: Props) {
  const [view, setView] = useState<{ View: ComponentType<Props> } | null>(null);
  useEffect(() => void import('./QrCode.tsx').then(({ QrCode }) => setView({ View: QrCode })), []);
  return view === null ? null : <view.View {...props} />;
}
