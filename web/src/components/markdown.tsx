import { MarkdownBody, type Marking } from './markdown-body.tsx';

interface MarkdownProps {
  text: string;
  className?: string;
  /** Pieces of the text that are drawn in their own way. */
  marking?: Marking;
}

/** Markdown from a model, a page or a person. */
export function Markdown({ text, className = '', marking }: MarkdownProps) {
  return (
    <div className={`prose ${className}`}>
      <MarkdownBody text={text} marking={marking} />
    </div>
  );
}
