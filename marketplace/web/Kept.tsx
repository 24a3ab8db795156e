import type { View } from './view.ts';

/** What somebody typed into a form that led to a page without that form: to be copied, so that it is not lost. */
export function Kept({ view, typed }: { view: View; typed: URLSearchParams | undefined }) {
  const of = (name: string) => typed?.get(name)?.trim() ?? '';
  const words = [of('text'), [of('price'), of('quantity')].filter(Boolean).join(' × ')].filter(Boolean).join('\n');
  if (words === '') return null;
  return (
    <div class="field">
      <label for="isi-tadi">{view.t('keptLabel')}</label>
      <textarea id="isi-tadi" rows={4} readOnly value={words} />
    </div>
  );
}
