import type { ResearchNote, SentenceProvenance } from '@coverwright/contracts';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { Tag } from '../../../components/tag.tsx';
import { SourceQuote } from './source-quote.tsx';

interface SentenceSourceProps {
  id: string;
  sentence: SentenceProvenance;
  notes: readonly ResearchNote[];
  anchor: RefObject<HTMLElement | null>;
}

const edge = 12;

/** Below the last line of the sentence, or above the first where there is no room; never over the sentence itself. */
function place(card: HTMLElement, anchor: HTMLElement): void {
  const lines = [...anchor.getClientRects()];
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return;
  const left = Math.min(Math.max(edge, last.left), window.innerWidth - card.offsetWidth - edge);
  const fitsBelow = last.bottom + card.offsetHeight + edge < window.innerHeight;
  card.style.left = `${left}px`;
  card.style.top = `${fitsBelow || first.top < card.offsetHeight ? last.bottom : first.top - card.offsetHeight}px`;
}

/** What one sentence rests on, beside it. */
export function SentenceSource({ id, sentence, notes, anchor }: SentenceSourceProps) {
  const card = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const update = () => {
      if (card.current && anchor.current) place(card.current, anchor.current);
    };
    update();
    window.addEventListener('scroll', update, true);
    window.addEventListener('resize', update);
    return () => {
      window.removeEventListener('scroll', update, true);
      window.removeEventListener('resize', update);
    };
  }, [anchor]);

  return (
    <span
      ref={card}
      id={id}
      role="note"
      aria-live="polite"
      className="fixed z-20 block max-h-[45vh] w-[min(26rem,calc(100vw-1.5rem))] space-y-2 overflow-y-auto rounded-md border border-line-strong bg-surface p-3 font-sans text-sm leading-normal text-ink shadow-lg"
    >
      {sentence.status === 'unsupported' ? (
        <>
          <Tag tone="bad">no source</Tag>
          <span className="block">Neither your resume nor the research says this. Keep it only if it is true; it is your letter.</span>
        </>
      ) : (
        sentence.sources.map((source) => <SourceQuote key={`${source.kind} ${source.id} ${source.quote}`} source={source} notes={notes} />)
      )}
    </span>
  );
}
