import { Id, type Terms } from '#contract';
import { text } from '#contract/text.ts';
import type { Goods } from '#contract/unitWords.ts';
import type { Command } from '#marketplace/inquiries/transitions.ts';
import { field, readTerms } from './form.ts';
import type { FormName } from './views/model.ts';

const Words = text('message', { max: 2000 });
const Seen = /^\d{1,6}$/;

/** The command that a form of the private page means, or the codes of what is wrong with it. */
export type Read = { command: Command; messageId: string } | { codes: string[] };

/** The forms that change the thread; the others (link, data, WhatsApp) are no commands. */
export type CommandForm = Exclude<
  FormName,
  'wa' | 'unduh' | 'ganti-tautan' | 'matikan-tautan' | 'surel' | 'surel-hapus' | 'kabar' | 'kabar-hapus'
>;

type Parts = { words: string; seen: number; terms: Terms | null };

const COMMANDS: Record<CommandForm, (parts: Parts) => Command | { codes: string[] }> = {
  pesan: ({ words }) => (words === '' ? { codes: ['message_missing'] } : { by: 'buyer', kind: 'say', text: words }),
  tawar: ({ words, seen, terms }) =>
    terms === null ? { codes: ['price_missing'] } : { by: 'buyer', kind: 'offer', terms, text: words, seen },
  setuju: ({ words, seen }) => ({ by: 'buyer', kind: 'accept', text: words, seen }),
  tolak: ({ words, seen }) => ({ by: 'buyer', kind: 'decline', text: words, seen }),
  tarik: ({ words, seen }) => ({ by: 'buyer', kind: 'withdraw', text: words, seen }),
  lapor: ({ words }) => ({ by: 'buyer', kind: 'report', text: words }),
  hapus: () => ({ by: 'buyer', kind: 'erase' }),
};

export function readCommand(name: CommandForm, form: URLSearchParams, goods: Goods): Read {
  const id = Id.safeParse(field(form, 'id'));
  const words = Words.safeParse(field(form, 'text'));
  const offered =
    name === 'tawar' ? readTerms(field(form, 'price'), field(form, 'quantity'), goods) : { terms: null, issues: [] };
  const codes = [
    ...(words.success ? [] : words.error.issues.map((issue) => issue.message)),
    ...offered.issues.map((issue) => issue.code),
  ];
  if (!words.success || codes.length > 0) return { codes };
  // A form without its hidden fields was not made by this service; -1 is a seq that nobody has seen.
  const seen = Seen.test(field(form, 'seen')) ? Number(field(form, 'seen')) : -1;
  if (!id.success) return { codes: ['other'] };
  const command = COMMANDS[name]({ words: words.data, seen, terms: offered.terms });
  return 'codes' in command ? command : { command, messageId: id.data };
}
