import type { DocumentWithContent } from '@coverwright/contracts';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useSaveVersion } from '../api/save-version.ts';

interface LetterEditorProps {
  applicationId: string;
  letter: DocumentWithContent;
  onClose: () => void;
}

export function LetterEditor({ applicationId, letter, onClose }: LetterEditorProps) {
  const save = useSaveVersion(applicationId);
  const [text, setText] = useState(letter.content);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const unchanged = text === letter.content || text.trim() === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unchanged || save.isPending) return;
    save.mutate({ document_type: letter.document_type, content: text, parent_version: letter.version }, { onSuccess: onClose });
  };

  return (
    <form ref={form} onSubmit={submit} className="space-y-3">
      <Field
        label="Letter text"
        value={text}
        onValue={setText}
        rows={18}
        help={`Saving makes a new version; version ${letter.version} stays as it is. Your sentences are checked too, and nothing is blocked.`}
      />
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
