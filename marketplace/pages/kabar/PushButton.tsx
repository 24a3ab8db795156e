import type { Locale } from '#contract';
import { NOTIFY } from '#marketplace/words/index.ts';

interface Props {
  locale: Locale;
  pushKey: string;
  /** The worker's own address, and the pages that it is for. */
  worker: string;
  scope: string;
  /** Where the browser's subscription is sent. */
  action: string;
  /** How many browsers are told already. */
  browsers: number;
  /** There is no other way to be told. */
  isAlone: boolean;
}

/** Hidden until the script finds that the browser can be told; without script there is nothing to press. */
export function PushButton({ locale, pushKey, worker, scope, action, browsers, isAlone }: Props) {
  const n = NOTIFY[locale];
  const data = {
    'data-kabar': pushKey,
    'data-pekerja': worker,
    'data-lingkup': scope,
    'data-kirim': action,
    'data-jumlah': browsers,
    'data-ya': n('tellPushOn'),
    'data-tidak': n('tellPushNo'),
    'data-gagal': n('tellPushFailed'),
  };
  return (
    <>
      <div class="stack tell-push" hidden {...data}>
        <button class="btn" type="button">
          {n('tellPush')}
        </button>
        <p role="status" hidden />
      </div>
      <script src="/kabar.js" defer />
      {isAlone && (
        <noscript>
          <p>{n('tellPushScript')}</p>
        </noscript>
      )}
    </>
  );
}
