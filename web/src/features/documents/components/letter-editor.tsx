import type { DocumentWithContent } from '@coverwright/contracts';
import { useDeferredValue, useMemo, useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useSaveVersion } from '../api/save-version.ts';
import { describeEdit, markEdit } from '../mark-edit.ts';
import { MarkedTextarea } from './marked-textarea.tsx';

interface LetterEditorProps {
  applicationId: string;
  letter: DocumentWithContent;
  onClose: () => void;
}

export function LetterEditor({ applicationId, letter, onClose }: LetterEditorProps) {
  const save = useSaveVersion(applicationId);
  const [text, setText] = useState(letter.content);
  const unchanged = text === letter.content || text.trim() === '';
  const pieces = useMemo(() => markEdit(text, letter.provenance), [text, letter.provenance]);
  // Spoken when typing pauses, not after every key.
  const summary = useDeferredValue(describeEdit(pieces));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unchanged || save.isPending) return;
    save.mutate({ document_type: letter.document_type, content: text, parent_version: letter.version }, { onSuccess: onClose });
  };

  return (
    <form onSubmit={submit} className="space-y-3">
      <MarkedTextarea
        label="Letter text"
        value={text}
        onValue={setText}
        pieces={pieces}
        help={`Saving makes a new version; version ${letter.version} stays as it is. Nothing you write is blocked.`}
      />
      <p role="status" className="text-sm text-ink-soft">
        {summary}
      </p>
      <ProblemNotice error={save.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" inactive={unchanged || save.isPending}>
          Save version
        </Button>
        <Button look="quiet" onClick={onClose}>
          Discard changes
        </Button>
      </div>
    </form>
  );
}
