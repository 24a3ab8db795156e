import { FormToken, renderConsole, Sure } from '#marketplace/console/Frame.tsx';
import { type ConsoleRequest, consoleForm, consolePage } from '#marketplace/console/page.ts';
import type { OperatorRole } from '#marketplace/db/tables/operators.ts';
import { type AccountFault, addOperator, endOperator, operators } from '#marketplace/operators/account.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';

const ROLES = ['operator', 'viewer'] as const;

interface Refused {
  fault: AccountFault;
  name: string;
  email: string;
  role: OperatorRole;
}

async function page(r: ConsoleRequest, refused: Refused | null = null) {
  const { deps, view, k, query } = r;
  const all = await operators(deps);
  const made = all.find(({ id }) => id === query('baru'));
  const isLast = all.filter(({ role }) => role === 'operator').length === 1;
  return renderConsole(
    r,
    { title: k('operatorsTitle'), current: '/pengelola/pengelola', status: refused ? 422 : 200 },
    <>
      <p>{k('operatorsText')}</p>
      {made && <p class="notice">{k('operatorAdded', made.name)}</p>}
      {query('akhir') === '1' && <p class="notice">{k('operatorEnded')}</p>}
      {query('akhir') === '0' && <p class="notice notice-warn">{k('operatorLast')}</p>}
      <ul class="console-list">
        {all.map(({ id, name, role, email, keys }) => (
          <li class="card console-row" key={id}>
            <span>
              <b>{name}</b> {id === r.operator.id && <small>({k('operatorYou')})</small>}
              <br />
              <small>
                {k(`role_${role}`)} · {k('operatorKeys', keys)}
                {email !== null && ` · ${email}`}
              </small>
            </span>
            {!(role === 'operator' && isLast) && (
              <Sure ask={k('operatorEnd')} text={k('operatorEndSure', name)}>
                <form method="post" action={link(view, '/pengelola/pengelola/akhiri')}>
                  <FormToken r={r} />
                  <input type="hidden" name="akun" value={id} />
                  <button class="btn btn-danger" type="submit">
                    {k('operatorEndYes')}
                  </button>
                </form>
              </Sure>
            )}
          </li>
        ))}
      </ul>
      <NewOperator r={r} refused={refused} />
    </>,
  );
}

function NewOperator({ r, refused }: { r: ConsoleRequest; refused: Refused | null }) {
  const { view, k } = r;
  const isMail = refused?.fault === 'email_malformed';
  const wrong = (is: boolean) =>
    refused && is ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'ket-akun' } : {};
  return (
    <form class="card pad stack narrow" method="post" action={link(view, '/pengelola/pengelola')}>
      <FormToken r={r} />
      <h2>{k('operatorAdd')}</h2>
      {refused && (
        <p class="error" id="ket-akun" role="alert">
          {k(`issue_${refused.fault}`)}
        </p>
      )}
      <div class="field">
        <label for="isi-nama">{k('operatorName')}</label>
        <input
          id="isi-nama"
          name="nama"
          maxLength={60}
          autocomplete="off"
          value={refused?.name ?? ''}
          {...wrong(!isMail)}
        />
      </div>
      <div class="field">
        <label for="isi-surel">{k('operatorMail')}</label>
        <input
          id="isi-surel"
          name="surel"
          type="email"
          maxLength={120}
          autocomplete="off"
          value={refused?.email ?? ''}
          {...wrong(isMail)}
        />
      </div>
      <fieldset class="field">
        <legend>{k('operatorRole')}</legend>
        {ROLES.map((role) => (
          <label class="check" key={role}>
            <input type="radio" name="peran" value={role} checked={role === (refused?.role ?? 'viewer')} />
            <span>{k(`role_${role}`)}</span>
          </label>
        ))}
      </fieldset>
      <button class="btn btn-primary btn-large" type="submit">
        {k('operatorSave')}
      </button>
    </form>
  );
}

/** Who runs the market: seeing it asks for a proof, because an account made here opens the door to everything. */
export const operatorList = consolePage((r) => page(r), { role: 'operator', fresh: true });

export const operatorAdded = consoleForm(
  async (r, form) => {
    const name = field(form, 'nama').trim();
    const email = field(form, 'surel').trim();
    const role = ROLES.find((one) => one === field(form, 'peran')) ?? 'viewer';
    const made = await addOperator(r.deps, { name, role, email: email === '' ? null : email }, r.operator);
    if (typeof made === 'string') return page(r, { fault: made, name, email, role });
    return seeOther(link(r.view, '/pengelola/pengelola', { baru: made.id }));
  },
  { fresh: true },
);

export const operatorEnded = consoleForm(
  async (r, form) => {
    const ended = (await operators(r.deps)).find(({ id }) => id === field(form, 'akun'));
    const isDone = ended !== undefined && (await endOperator(r.deps, ended, r.operator));
    // An account that is gone already is one that has ended.
    return seeOther(link(r.view, '/pengelola/pengelola', { akhir: isDone || ended === undefined ? '1' : '0' }));
  },
  { fresh: true },
);
