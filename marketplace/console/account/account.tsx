import { dateWib } from '#contract/format.ts';
import { cookie } from '#marketplace/console/cookies.ts';
import { FormToken, renderConsole, Sure } from '#marketplace/console/Frame.tsx';
import { type ConsoleRequest, consoleForm, consolePage } from '#marketplace/console/page.ts';
import { KeyButton } from '#marketplace/console/signIn/KeyButton.tsx';
import { record } from '#marketplace/operators/audit.ts';
import { passkeyDomain, passkeysOf, removePasskey } from '#marketplace/operators/passkeys.ts';
import { endOtherSessions, endSession, endSessions } from '#marketplace/operators/sessions.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';

/** One's own passkeys and sessions. A passkey opens the door, so this page asks for a proof. */
export const account = consolePage(
  async (r) => {
    const { deps, view, operator, k } = r;
    const keys = await passkeysOf(deps, operator.id);
    const day = (at: Date) => dateWib(at, view.locale);
    const canAdd = passkeyDomain(deps.config) !== null;
    return renderConsole(
      r,
      { title: k('accountTitle'), current: '/pengelola/akun', hasScript: canAdd },
      <>
        <h2>{k('keysTitle')}</h2>
        {keys.length === 0 && <p>{k('keysNone')}</p>}
        <ul class="console-list narrow">
          {keys.map((key) => (
            <li class="card console-row" key={key.id}>
              <span>
                <b>{key.name}</b>
                <br />
                <small>
                  {k('keySince', day(key.createdAt))},{' '}
                  {key.usedAt === null ? k('keyUnused') : k('keyUsed', day(key.usedAt))}
                </small>
              </span>
              <Sure ask={k('keyRemove')} text={k('keyRemoveSure')}>
                <form method="post" action={link(view, '/pengelola/akun/hapus')}>
                  <FormToken r={r} />
                  <input type="hidden" name="kunci" value={key.id} />
                  <button class="btn btn-danger" type="submit">
                    {k('keyRemoveYes')}
                  </button>
                </form>
              </Sure>
            </li>
          ))}
        </ul>
        {canAdd ? <NewKey r={r} /> : <p class="hint">{k('keyNowhere')}</p>}
        <form class="card pad stack narrow" method="post" action={link(view, '/pengelola/keluar-semua')}>
          <FormToken r={r} />
          <h2>{k('everywhereTitle')}</h2>
          <p class="hint">{k('everywhereText')}</p>
          <button class="btn btn-large" type="submit">
            {k('everywherePress')}
          </button>
        </form>
      </>,
    );
  },
  { fresh: true },
);

function NewKey({ r }: { r: ConsoleRequest }) {
  const { view, k, session } = r;
  return (
    <div class="card pad stack narrow">
      <div class="field">
        <label for="isi-kunci">{k('keyNew')}</label>
        <input id="isi-kunci" maxLength={40} autocomplete="off" />
      </div>
      <KeyButton
        k={k}
        deed="tambah"
        label={k('keyAdd')}
        to={link(view, '/pengelola/akun')}
        again={link(view, '/pengelola/masuk', { ke: '/pengelola/akun', lagi: '1' })}
        formToken={session.formToken}
      />
    </div>
  );
}

export const keyRemoved = consoleForm(
  async ({ deps, view, operator, session }, form) => {
    const keys = await passkeysOf(deps, operator.id);
    const key = keys.find(({ id }) => id === field(form, 'kunci'));
    if (key && (await removePasskey(deps, operator.id, key.id))) {
      // The phone that is lost may still be in.
      await endOtherSessions(deps, operator.id, session.tokenHash);
      await record(deps, operator, { action: 'key_removed', subject: key.name });
    }
    return seeOther(link(view, '/pengelola/akun'));
  },
  { fresh: true, anyRole: true },
);

const gone = ({ deps, view }: ConsoleRequest) =>
  seeOther(link(view, '/pengelola/masuk'), { 'set-cookie': cookie('session', deps.config, null) });

export const signedOut = consoleForm(
  async (r) => {
    await endSession(r.deps, r.session.tokenHash);
    return gone(r);
  },
  { anyRole: true },
);

export const signedOutEverywhere = consoleForm(
  async (r) => {
    await endSessions(r.deps, r.operator.id);
    await record(r.deps, r.operator, { action: 'signed_out_everywhere' });
    return gone(r);
  },
  { anyRole: true },
);
