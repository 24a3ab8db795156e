import type { ComponentChildren } from 'preact';
import { link } from '#marketplace/web/view.ts';
import { threadIssue } from '#marketplace/words/index.ts';
import type { FormName, ThreadModel } from './model.ts';

/**
 * A form of the private page: posted to its own address, with an id (twice is once) and what the buyer had seen. The
 * fragment survives the post: a page that comes back with a refusal opens there, any other at its top.
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

/** Why a form came back, right above it. */
export function Refusal({ model, name }: { model: ThreadModel; name: FormName }) {
  const { refused, t, view } = model;
  if (refused?.form !== name) return null;
  return (
    <div class="notice notice-bad" role="alert" id="masalah">
      <b>{t('refusedTitle')}</b>
      <ul>
        {refused.codes.map((code) => (
          <li key={code}>{threadIssue(view.locale, code)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What cannot be undone asks for a tick; without a script, the browser itself holds the button back. */
export function Sure({ label }: { label: string }) {
  return (
    <label class="check">
      <input type="checkbox" name="yakin" value="ya" required />
      <span>{label}</span>
    </label>
  );
}
