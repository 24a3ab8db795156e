import type { ComponentChildren } from 'preact';
import { link } from '#marketplace/web/view.ts';
import { threadIssue } from '#marketplace/words/index.ts';
import type { FormName, ThreadModel } from './model.ts';

/**
 * A form of the private page. It is posted to its own address, with an id (sent twice, it counts once) and the seq that
 * the buyer had seen. The fragment survives the post, so that a page that comes back with a refusal opens at this form;
 * any other page opens at its top.
 */
export function ThreadForm(props: { model: ThreadModel; name: FormName; class?: string; children: ComponentChildren }) {
  const { model, name, children } = props;
  return (
    <form
      method="post"
      action={`${link(model.view, `/tanya/${model.secret}/${name}`)}#masalah`}
      class={props.class ?? 'stack'}
      id={`form-${name}`}
    >
      <input type="hidden" name="id" value={model.newId()} />
      <input type="hidden" name="seen" value={model.thread.seq} />
      {children}
    </form>
  );
}

/** Says why a form came back, right above it. */
export function Refusal({ model, name }: { model: ThreadModel; name: FormName }) {
  const { refused, t, view } = model;
  if (refused?.form !== name) return null;
  return (
    <div class="notice notice-bad" role="alert" id="masalah">
      <b>{t('refusedTitle')}</b>
      <ul>
        {refused.codes.map((code) => (
          <li key={code}>{threadIssue(view.locale, code, { of: model.listing })}</li>
        ))}
      </ul>
    </div>
  );
}

/** A tick for what cannot be undone; without a script, the browser itself refuses to send the form until it is set. */
export function Sure({ label }: { label: string }) {
  return (
    <label class="check">
      <input type="checkbox" name="yakin" value="ya" required />
      <span>{label}</span>
    </label>
  );
}
