import { h } from 'preact';
import { privatePage } from '#marketplace/pages/thread/thread.ts';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { PageRequest } from '#marketplace/web/page.ts';
import type { Page } from '#marketplace/web/respond.ts';
import { CONSOLE, type ConsoleWord } from '#marketplace/words/index.ts';
import { KeptFields } from './KeptFields.tsx';
import { linkTo } from './way.ts';

/** A page of the console that says one thing, with a way on, and with what was typed where a form was refused. */
export function consoleMessage(
  { view, c }: PageRequest,
  title: ConsoleWord,
  text: ConsoleWord,
  status: number,
  way = '/pengelola',
): Page {
  const k = CONSOLE[view.locale];
  const action = { href: linkTo(view, way), label: k('onward') };
  const kept = status >= 400 ? h(KeptFields, { k, typed: c.var.typed }) : null;
  return privatePage(renderMessage(view, { title: k(title), text: k(text), isOffice: true, action }, kept), status);
}
