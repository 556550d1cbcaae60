import { lazy, Suspense } from 'react';
import type { Marking } from './markdown-body.tsx';

const MarkdownBody = lazy(async () => ({ default: (await import('./markdown-body.tsx')).MarkdownBody }));

interface MarkdownProps {
  text: string;
  className?: string;
  /** Pieces of the text that are drawn in their own way. */
  marking?: Marking;
}

/** Markdown from a model, a page or a person. Until the renderer is here the plain text is shown. */
export function Markdown({ text, className = '', marking }: MarkdownProps) {
  return (
    <div className={`prose ${className}`}>
      <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
        <MarkdownBody text={text} marking={marking} />
      </Suspense>
    </div>
  );
}
