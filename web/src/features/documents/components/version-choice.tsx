import type { Document } from '@coverwright/contracts';
import { Choice } from '../../../components/choice.tsx';
import { formatDateTime } from '../../../lib/format-time.ts';

interface VersionChoiceProps {
  documents: Document[];
  shown: string;
  onChoose: (id: string) => void;
}

export function VersionChoice({ documents, shown, onChoose }: VersionChoiceProps) {
  const options = documents.map((item) => ({
    value: item.id,
    text: `${item.version}, ${formatDateTime(item.created_at)}${item.sent_at === null ? '' : ', sent'}`,
  }));
  return <Choice inline label="Version" value={shown} onValue={onChoose} options={options} />;
}
