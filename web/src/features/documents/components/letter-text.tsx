import type { DocumentWithContent, ResearchNote } from '@coverwright/contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Markdown } from '../../../components/markdown.tsx';
import { locateSentences, sentenceKey } from '../locate-sentences.ts';
import { SentenceContext, type SentenceFocus } from './sentence-context.ts';
import { SentencePiece } from './sentence-piece.tsx';

/** Milliseconds in which a pointer may cross from a sentence to what is shown of it. */
const graceMs = 150;

/** The letter to read; each sentence that claims something shows what it rests on. */
export function LetterText({ letter, notes }: { letter: DocumentWithContent; notes: readonly ResearchNote[] }) {
  const { content, provenance } = letter;
  const [pointed, setPointed] = useState<string | null>(null);
  const [pressed, setPressed] = useState<string | null>(null);
  const leaving = useRef<number>(undefined);
  useEffect(() => () => clearTimeout(leaving.current), []);

  const marking = useMemo(() => ({ ranges: locateSentences(content, provenance), Piece: SentencePiece }), [content, provenance]);
  const sentences = useMemo(() => new Map(provenance.map((sentence) => [sentenceKey(sentence), sentence])), [provenance]);
  const focus: SentenceFocus = {
    sentences,
    notes,
    shown: pressed ?? pointed,
    point: (key) => {
      clearTimeout(leaving.current);
      if (key !== null) setPointed(key);
      else leaving.current = window.setTimeout(() => setPointed(null), graceMs);
    },
    press: (key) => {
      setPressed(pressed === key ? null : key);
      setPointed(pressed === key ? null : key);
    },
    close: () => {
      setPressed(null);
      setPointed(null);
    },
  };

  return (
    <SentenceContext value={focus}>
      <Markdown text={content} className="letter" marking={marking} />
      <p id="letter-no-source" hidden>
        This sentence has no source.
      </p>
    </SentenceContext>
  );
}
