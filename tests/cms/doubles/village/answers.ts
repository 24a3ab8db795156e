import { addressesOf } from './addresses.ts';
import { isForm } from './axes.ts';
import { snapshot } from './form.ts';
import { type Answer, asJson, redirect, type Sent } from './http.ts';
import type { Page } from './layout.ts';
import { formPage } from './list.ts';
import type { Outcome } from './save.ts';
import type { VillageState } from './state.ts';

/** What a save is answered. Success and refusal look alike on most of these sites. */
export function answerSave(page: Page, outcome: Outcome, sent: Sent, id: number | null): Answer {
  if (isForm(page.state.options)) return answerForm(page, outcome, sent, id);
  const text = wordsOf(outcome);
  const { flavour, success } = page.state.options;
  if (outcome.kind === 'broken') return asJson({ message: 'Server Error' }, 500);
  const isGood = outcome.kind === 'saved';
  if (flavour === 'driven') {
    const isLeaving = isGood && success === 'redirectList';
    const effects = isLeaving ? { redirect: page.state.base + addressesOf(page.state.options).list } : {};
    const next = snapshot(page.state, page.session.id, id);
    return asJson({ snapshot: next, effects, message: text, ...(isGood ? {} : { errors: [text] }) });
  }
  if (success === 'json200') return asJson({ success: isGood, message: text });
  return isGood ? asJson({ message: text }, id === null ? 201 : 200) : asJson({ message: text, errors: [text] }, 422);
}

const wordsOf = (outcome: Outcome): string =>
  outcome.kind === 'saved' ? 'Berhasil disimpan' : outcome.kind === 'refused' ? outcome.text : '';

function answerForm(page: Page, outcome: Outcome, sent: Sent, id: number | null): Answer {
  const { state, asked, session } = page;
  const { options, base } = state;
  const { list } = addressesOf(options);
  if (outcome.kind === 'broken') return databaseError;
  const isGood = outcome.kind === 'saved';
  const text = wordsOf(outcome);
  const form = asked.header('referer') || base + addressesOf(options).form;
  const flash = (to: string): Answer => {
    session.flash = text;
    return redirect(to);
  };
  if (options.flavour === 'plainphp') {
    const isLeaving = isGood && options.success === 'redirectList';
    return alertPage(
      text,
      isLeaving ? base + list : options.success === 'sameFormAlert' ? base + addressesOf(options).form : form,
    );
  }
  if (options.success === 'backToReferer') return flash(form);
  if (isGood && options.success === 'redirectList') return flash(base + list);
  const article = id === null ? null : (state.byId(id) ?? null);
  return formPage(page, true, { alert: text, typed: isGood ? null : sent, article });
}

/** Plain PHP says it in a window, with 200 either way, and leads on by script: what was typed is gone. */
export const alertPage = (text: string, to: string): Answer => ({
  status: 200,
  body: `<script>alert(${JSON.stringify(text)});window.location.href=${JSON.stringify(to)};</script>`,
});

export const databaseError: Answer = { status: 500, body: '<h1>A Database Error Occurred</h1>' };

/** A refused token, as the framework says it. */
export function answerToken({ options }: VillageState, status: number): Answer {
  if (!isForm(options)) return asJson({ message: 'CSRF token mismatch.' }, status);
  const text = status === 419 ? '419 Page Expired' : 'The action you have requested is not allowed.';
  return { status, body: `<!doctype html><title>${text}</title><h1>${text}</h1>` };
}
