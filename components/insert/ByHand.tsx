import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import type { Id } from '#contract';
import { t } from '#utils/i18n/t.ts';
import { CARD_CHANGED, CARD_GONE, CARD_INTO_ARTICLE, CARD_STALE, taskOf } from '#utils/model/cardTask.ts';
import { AddressField } from './AddressField.tsx';
import { InsertCard } from './InsertCard.tsx';
import { DeedStart, LessonStart } from './LessonStart.tsx';
import { WhereIsCard } from './WhereIsCard.tsx';

interface Props {
  id: Id;
  /** What the person has to do with a card that is in an article already, as the row says it; else the card has to go in. */
  task: string | null;
  /** Where the article with the card stands. */
  postUrl: string | null;
  onSkip: () => void;
}

/** What is to be done with a card that is in an article already. */
const TASKS: ReadonlySet<string> = new Set([CARD_CHANGED, CARD_GONE, CARD_STALE]);

/**
 * The link back by hand: the person inserts the card, saves the article and gives its address, or skips all that. A card
 * that is in already is replaced or taken out, which the person then says.
 */
export function ByHand({ id, task: detail, postUrl, onSkip }: Props) {
  const task = taskOf(detail);
  const isIn = postUrl !== null && TASKS.has(task ?? '');
  return (
    <div class="by-hand">
      {isIn && (
        <a class="btn" href={postUrl} target="_blank" rel="noreferrer">
          {t('hand_open')}
        </a>
      )}
      {task === null && <LessonStart id={id} />}
      {isIn && <DeedStart id={id} />}
      {!isIn && <WhereIsCard id={id} />}
      {task !== CARD_GONE && <InsertCard id={id} />}
      {isIn ? <DoneByHand id={id} task={task ?? ''} postUrl={postUrl} /> : <AddressField id={id} />}
      {task === CARD_INTO_ARTICLE ? (
        <OwnArticle id={id} />
      ) : (
        <Button look="quiet" onClick={onSkip}>
          {t(isIn ? 'hand_leave' : 'hand_skip')}
        </Button>
      )}
    </div>
  );
}

/** With this the person says that the card in the article at `postUrl` is put right. */
function DoneByHand({ id, task, postUrl }: { id: Id; task: string; postUrl: string }) {
  const { send } = useBackground();
  const [problem, setProblem] = useState('');
  const done = () =>
    void send('linkback/record', { id, url: postUrl }).then(
      () => setProblem(''),
      (error) => setProblem(errorText(asAppError(error))),
    );
  return (
    <>
      <Button onClick={done}>{t(task === CARD_GONE ? 'hand_gone' : 'hand_changed')}</Button>
      {problem !== '' && <p role="alert">{problem}</p>}
    </>
  );
}

/** The way out of "in this article": the adapter writes one of its own. */
function OwnArticle({ id }: { id: Id }) {
  const { send } = useBackground();
  const [problem, setProblem] = useState('');
  const own = () =>
    void send('linkback/own', { id }).then(
      () => setProblem(''),
      (error) => setProblem(errorText(asAppError(error))),
    );
  return (
    <>
      <Button look="quiet" onClick={own}>
        {t('hand_own')}
      </Button>
      {problem !== '' && <p role="alert">{problem}</p>}
    </>
  );
}
