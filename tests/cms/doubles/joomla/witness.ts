import type { State } from './state.ts';

const STATES: Record<string, string> = { '1': 'published', '2': 'published', '0': 'draft', '-2': 'down' };

/** What `witness.php` answers on a real Joomla, answered from the double's state. */
export function witness(state: State, name: string, body: object): unknown {
  const { id, title = '', html = '' } = body as { id?: string; title?: string; html?: string };
  const article = state.articles.find((found) => String(found.id) === id);
  switch (name) {
    case 'posts':
      return state.articles.map((found) => ({
        id: String(found.id),
        title: found.title,
        html: found.text,
        state: STATES[String(found.state)],
      }));
    case 'pictures':
      return state.files.size;
    case 'locks':
      return state.articles.filter(({ checkedOut }) => checkedOut !== 0).map((found) => String(found.id));
    case 'write': {
      const made = { id: state.nextId(), title, alias: state.alias(title, 2), text: html, state: 1, catid: 2 };
      state.articles.push({ ...made, createdBy: 42, checkedOut: 0, note: '', images: {}, publishUp: '' });
      return String(made.id);
    }
    case 'edit':
      if (article !== undefined) article.text = html;
      return true;
    case 'erase':
      state.articles = state.articles.filter((found) => found !== article);
      return true;
    case 'endSessions':
      state.sessions.clear();
      return true;
    default:
      throw new Error(`no witness of ${name}`);
  }
}
