import { type Candidate, CandidateFinder } from './candidates.ts';
import { headOf, messageOf } from './message.ts';

/** Lines of one message that are kept; more is no product. */
const LINES_MAX = 60;
const LINE_MAX = 2_000;
/** Lines between two breaths, so that the page stays responsive. */
const SLICE = 500;

/** Reads a chat's text piece by piece and answers what may be a product. `onLines` is told how many lines were read. */
export async function readChat(
  text: ReadableStream<Uint8Array>,
  onLines: (lines: number) => void,
): Promise<Candidate[]> {
  const finder = new CandidateFinder();
  let message: { sender: string; lines: string[] } | null = null;
  const close = () => {
    const whole = message === null ? null : messageOf(message.sender, message.lines);
    if (whole !== null) finder.add(whole);
    message = null;
  };
  let count = 0;
  for await (const line of linesOf(text)) {
    const head = headOf(line);
    if (head === null) {
      if (message !== null && message.lines.length < LINES_MAX) message.lines.push(line);
    } else {
      close();
      if (head !== 'system') message = { sender: head.sender, lines: [head.first] };
    }
    count += 1;
    if (count % SLICE === 0) {
      onLines(count);
      await new Promise((done) => setTimeout(done));
    }
  }
  close();
  onLines(count);
  return finder.end();
}

async function* linesOf(text: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = text.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split(/\r?\n/);
    rest = (lines.pop() ?? '').slice(0, LINE_MAX * 4);
    for (const line of lines) yield line.slice(0, LINE_MAX);
  }
  if (rest !== '') yield rest.slice(0, LINE_MAX);
}
