const MARK = '\u0001';

/** A sentence with what somebody typed in it, which keeps its own direction: no letter of it turns the words around it. */
export function Typed({ text, typed }: { text: (typed: string) => string; typed: string }) {
  const [before = '', after = ''] = text(MARK).split(MARK);
  return (
    <>
      {before}
      <bdi>{typed}</bdi>
      {after}
    </>
  );
}
