import { dateTimeWib } from '#contract/format.ts';
import { renderConsole } from '#marketplace/console/Frame.tsx';
import { consolePage } from '#marketplace/console/page.ts';
import { auditLines } from '#marketplace/operators/audit.ts';
import { link } from '#marketplace/web/view.ts';
import { CONSOLE_KEYS, type ConsoleWord, type ConsoleWords } from '#marketplace/words/index.ts';

const LINES = 50;

/** What was done, in words; the bare name where this version has none for it (a newer one wrote the line). */
function actionText(k: ConsoleWords, action: string): string {
  const key = `act_${action}`;
  return CONSOLE_KEYS.has(key) ? k(key as ConsoleWord) : action;
}

function detailText(k: ConsoleWords, name: string, value: string | number): string {
  const key = `detail_${name}_${value}`;
  return CONSOLE_KEYS.has(key) ? k(key as ConsoleWord) : String(value);
}

/** The log of everything that operators did. */
export const audit = consolePage(
  async (r) => {
    const { deps, view, k, query } = r;
    const before = /^\d{1,18}$/.test(query('sebelum')) ? query('sebelum') : null;
    const lines = await auditLines(deps, before, LINES + 1);
    const shown = lines.slice(0, LINES);
    return renderConsole(
      r,
      { title: k('auditTitle'), current: '/pengelola/catatan' },
      <>
        <p>{k('auditText')}</p>
        {shown.length === 0 ? (
          <p>{k('auditNone')}</p>
        ) : (
          <table class="cards">
            <thead>
              <tr>
                <th scope="col">{k('auditWhen')}</th>
                <th scope="col">{k('auditWho')}</th>
                <th scope="col">{k('auditWhat')}</th>
                <th scope="col">{k('auditAbout')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => (
                <tr key={line.id}>
                  <td data-label={k('auditWhen')}>{dateTimeWib(line.at, view.locale)}</td>
                  <td data-label={k('auditWho')}>{line.operator || k('auditCommandLine')}</td>
                  <td data-label={k('auditWhat')}>{actionText(k, line.action)}</td>
                  <td data-label={k('auditAbout')}>
                    {[line.subject, ...Object.entries(line.detail).map(([name, value]) => detailText(k, name, value))]
                      .filter((one) => one !== '')
                      .join(' · ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {lines.length > LINES && (
          <a class="btn btn-wide" href={link(view, '/pengelola/catatan', { sebelum: shown.at(-1)?.id ?? null })}>
            {k('auditOlder')}
          </a>
        )}
      </>,
    );
  },
  { role: 'operator' },
);
