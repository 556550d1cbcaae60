import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { EditMark, EditPiece } from '../mark-edit.ts';

interface MarkedTextareaProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** The same text in pieces. */
  pieces: readonly EditPiece[];
  help: ReactNode;
}

const looks: Record<EditMark, string> = {
  plain: '',
  known: 'bg-accent-soft',
  unsupported: 'bg-bad-soft underline decoration-bad decoration-wavy decoration-1 underline-offset-4',
  new: 'bg-warn-soft underline decoration-warn decoration-dotted decoration-2 underline-offset-4',
};

/** The text area and what lies behind it have to break lines at the same places. */
const type = 'font-serif text-lg leading-[1.65] whitespace-pre-wrap break-words px-4 py-3 border';

/** A text area whose sentences are marked while they are typed: the marks lie behind it, and it grows with its text. */
export function MarkedTextarea({ label, value, onValue, pieces, help }: MarkedTextareaProps) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <div className="grid rounded-lg bg-surface">
        <div aria-hidden="true" className={`${type} col-start-1 row-start-1 min-h-80 border-transparent text-transparent`}>
          {pieces.map(({ text, mark }, index) => (
            <span key={index} className={`rounded-sm ${looks[mark]}`}>
              {text}
            </span>
          ))}
          {/* A line that was just begun needs something to stand on. */}
          {'\u200b'}
        </div>
        <textarea
          ref={box}
          id={id}
          value={value}
          onChange={(event) => onValue(event.target.value)}
          aria-describedby={`${id}-help`}
          className={`${type} relative col-start-1 row-start-1 resize-none overflow-hidden rounded-lg border-line-strong bg-transparent text-ink`}
        />
      </div>
      <p id={`${id}-help`} className="mt-1 text-sm text-ink-soft">
        {help}
      </p>
    </div>
  );
}
