import { useMemo } from 'react';

/** The letter while it is written: whole paragraphs, and the one that grows. */
export function LiveDraft({ text }: { text: string }) {
  const paragraphs = useMemo(() => text.split(/\n{2,}/), [text]);
  return (
    <div className="mb-6 rounded-lg border border-accent/30 bg-accent-soft p-4 last:mb-0 sm:p-6">
      <h3 className="mb-3 flex items-center gap-2 text-sm font-medium text-accent">
        <span aria-hidden="true" className="pulse size-2 rounded-full bg-accent" />
        Being written, not checked yet
      </h3>
      <div className="letter prose">
        {paragraphs.map((paragraph, index) => (
          // Paragraphs only ever come at the end.
          <p key={index} className={`arriving ${index === paragraphs.length - 1 ? 'caret' : ''}`}>
            {paragraph}
          </p>
        ))}
      </div>
    </div>
  );
}
