import { useContext, useId, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { sentenceKey } from '../locate-sentences.ts';
import { SentenceContext } from './sentence-context.ts';
import { SentenceSource } from './sentence-source.tsx';

const looks = {
  grounded: 'hover:bg-accent-soft focus-visible:bg-accent-soft',
  unsupported: 'bg-bad-soft underline decoration-bad decoration-wavy decoration-1 underline-offset-4',
  framing: '',
};

/** A sentence of the letter, or a piece of one, that shows what it rests on when it is pointed at, focused or tapped. */
export function SentencePiece({ rangeKey, isFirst, children }: { rangeKey: string; isFirst: boolean; children?: ReactNode }) {
  const focus = useContext(SentenceContext);
  const anchor = useRef<HTMLSpanElement>(null);
  const id = useId();
  const sentence = focus?.sentences.get(rangeKey);
  if (!focus || !sentence) return <>{children}</>;
  const isShown = focus.shown === rangeKey;
  const look = `cursor-help rounded-sm ${looks[sentence.status]} ${isShown ? 'bg-accent-soft' : ''}`;
  const pointing = { onMouseEnter: () => focus.point(rangeKey), onMouseLeave: () => focus.point(null) };

  if (!isFirst) {
    return (
      <span {...pointing} onClick={() => focus.press(rangeKey)} className={look}>
        {children}
      </span>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') focus.close();
    else if ((event.key === 'Enter' || event.key === ' ') && event.target === anchor.current) {
      event.preventDefault();
      focus.press(sentenceKey(sentence));
    }
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) focus.close();
  };
  return (
    <span {...pointing} onKeyDown={onKeyDown} onBlur={onBlur}>
      <span
        ref={anchor}
        role="button"
        tabIndex={0}
        aria-expanded={isShown}
        aria-controls={isShown ? id : undefined}
        aria-describedby={sentence.status === 'unsupported' ? 'letter-no-source' : undefined}
        onFocus={() => focus.point(rangeKey)}
        onClick={() => focus.press(rangeKey)}
        className={look}
      >
        {children}
      </span>
      {isShown && <SentenceSource id={id} sentence={sentence} notes={focus.notes} anchor={anchor} />}
    </span>
  );
}
