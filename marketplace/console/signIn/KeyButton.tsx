import type { ConsoleWords } from '#marketplace/words/index.ts';

/**
 * A button that asks this browser for a passkey, with its script and the words that this may need. It shows itself only where
 * the browser knows passkeys. `to` is where it leads then, `again` where an old proof has to be given once more.
 */
export function KeyButton(props: {
  k: ConsoleWords;
  deed: 'masuk' | 'tambah';
  label: string;
  to: string;
  again?: string;
  formToken?: string;
}) {
  const { k, deed, label, to, again, formToken } = props;
  return (
    <>
      <button
        class="btn btn-primary btn-large"
        type="button"
        hidden
        data-kunci={deed}
        data-ke={to}
        data-lagi={again}
        data-izin={formToken}
        data-gagal={k('keyFailed')}
        data-putus={k('keyOffline')}
        data-banyak={k('keyTooMany')}
        data-penuh={k('keyFull')}
        data-nama={k('keyNeedsName')}
      >
        {label}
      </button>
      <p class="hint" data-kunci-tanpa>
        {k('keyNeedsScript')}
      </p>
      <p class="error" role="alert" data-kunci-kata hidden />
      <script src="/pengelola/webauthn.js" defer />
      <script src="/pengelola/kunci.js" defer />
    </>
  );
}
