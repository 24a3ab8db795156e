import { useEffect, useRef } from 'preact/hooks';
import { moveFocus } from '#components/background/useKeys.ts';
import { LANGUAGES, LOCALES } from '#contract';
import { hasWord, t } from '#utils/i18n/t.ts';
import type { Canned } from '#utils/inquiries/canned.ts';

const GROUPS: Canned['group'][] = ['own', ...LOCALES];

/** How the popup's language calls the group, else the language's own name. */
function titleOf(group: Canned['group']): string {
  const key = `canned_${group}`;
  if (hasWord(key)) return t(key);
  return group === 'own' ? '' : LANGUAGES[group].name;
}

interface Props {
  replies: Canned[];
  onChoose: (text: string) => void;
  onClose: () => void;
}

/** Canned replies: a press puts one into the reply box, where it can still be changed. */
export function CannedList({ replies, onChoose, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key] as 1 | -1 | undefined;
    if (step === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (step === undefined) onClose();
    else if (list.current) moveFocus(list.current, step);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside
    <div class="canned" ref={list} onKeyDown={onKey}>
      {GROUPS.map((group) => {
        const of = replies.filter((reply) => reply.group === group);
        if (of.length === 0) return null;
        return (
          <section key={group}>
            <h3>{titleOf(group)}</h3>
            {of.map((reply) => (
              <button key={reply.id} type="button" class="canned-reply" data-row onClick={() => onChoose(reply.text)}>
                {reply.text}
              </button>
            ))}
          </section>
        );
      })}
    </div>
  );
}
