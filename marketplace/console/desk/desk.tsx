import type { ComponentChildren } from 'preact';
import { FormToken, renderConsole } from '#marketplace/console/Frame.tsx';
import { type ConsoleRequest, consoleForm, consolePage, type Guard } from '#marketplace/console/page.ts';
import { linkTo, wayBack } from '#marketplace/console/way.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { type Page, seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { DESK, type DeskWords } from '#marketplace/words/index.ts';
import { isSaid, isTrouble, type Said } from './said.ts';

/** A request of the desk, with its words. */
export interface DeskRequest extends ConsoleRequest {
  t: DeskWords;
  /** A viewer reads how things stand: no person, no text and no button. */
  mayAct: boolean;
}

type Answer = Promise<Page | Response> | Page | Response;

const known = (r: ConsoleRequest): DeskRequest => ({
  ...r,
  t: DESK[r.view.locale],
  mayAct: r.operator.role === 'operator',
});

/** A page of the desk. */
export const deskPage = (handle: (r: DeskRequest) => Answer, guard: Guard = {}): PageHandler =>
  consolePage((r) => handle(known(r)), guard);

/** A form of the desk. */
export const deskForm = (
  handle: (r: DeskRequest, form: URLSearchParams) => Answer,
  guard: Pick<Guard, 'fresh'> = {},
): PageHandler => consoleForm((r, form) => handle(known(r), form), guard);

/** Draws a page of the desk; what a form has just done stands on top of it. */
export function renderDesk(
  r: DeskRequest,
  meta: { title: string; current: string; status?: number },
  body: ComponentChildren,
): Page {
  const said = r.query('kata');
  return renderConsole(
    r,
    meta,
    <>
      {isSaid(said) && (
        <p class={isTrouble(said) ? 'notice notice-warn' : 'notice'} role="status">
          {r.t(`said_${said}`)}
        </p>
      )}
      {body}
    </>,
  );
}

/** Leads from a form to the page that it came from (its field `ke`), or to `path`, which says what happened. */
export function done(r: DeskRequest, said: Said, path: string, form?: URLSearchParams): Response {
  const given = form ? field(form, 'ke') : '';
  return seeOther(linkTo(r.view, given === '' ? path : wayBack(given), { kata: said }));
}

/** A button that is a form of its own; `fields` go along with it. */
export function Action(props: {
  r: DeskRequest;
  to: string;
  label: string;
  fields?: Record<string, string>;
  look?: string;
  children?: ComponentChildren;
}) {
  const { r, to, label, fields = {}, look = 'btn', children } = props;
  if (!r.mayAct) return null;
  return (
    <form method="post" action={link(r.view, to)} class={children ? 'stack' : undefined}>
      <FormToken r={r} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button class={look} type="submit">
        {label}
      </button>
    </form>
  );
}

/** Words that hide a product; its village reads them. */
export function HideForm({
  r,
  product,
  back,
}: {
  r: DeskRequest;
  product: { id: string; name: string };
  back: string;
}) {
  const { t } = r;
  if (!r.mayAct) return null;
  return (
    <details class="more">
      <summary>{t('hide')}</summary>
      <Action
        r={r}
        to="/pengelola/produk/sembunyikan"
        label={t('hide')}
        look="btn btn-danger"
        fields={{ produk: product.id, ke: back }}
      >
        <div class="field">
          <label for={`alasan-${product.id}`}>{t('hideReason')}</label>
          <textarea id={`alasan-${product.id}`} name="alasan" rows={2} maxLength={2000} required />
        </div>
      </Action>
    </details>
  );
}

/** What somebody wrote as a site's address; only a web address becomes a link, and no site learns where it was pressed. */
export function SiteLink({ address }: { address: string }) {
  if (!/^https?:\/\//.test(address)) return <span>{address}</span>;
  return (
    <a href={address} rel="noreferrer noopener">
      {address}
    </a>
  );
}
