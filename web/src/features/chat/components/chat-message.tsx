import { pagePaths, type Document, type Message } from '@coverwright/contracts';
import type { ReactNode } from 'react';
import { Markdown } from '../../../components/markdown.tsx';
import { Link } from '../../../lib/router/link.tsx';

const names: Record<Message['role'], string> = { user: 'You', assistant: 'Coverwright', system: 'Note' };

function Body({ message }: { message: Message }) {
  if (message.role === 'user') return <p className="break-words whitespace-pre-wrap">{message.content}</p>;
  if (message.status !== 'streaming') return <Markdown text={message.content} className="break-words" />;
  if (message.content === '') return <p className="caret text-ink-soft">Waiting for the model</p>;
  return <p className="caret break-words whitespace-pre-wrap">{message.content}</p>;
}

interface ChatMessageProps {
  message: Message;
  documents: Document[];
  /** What can be done with it. */
  children?: ReactNode;
}

export function ChatMessage({ message, documents, children }: ChatMessageProps) {
  const version = documents.find((item) => item.id === message.document_id)?.version;
  return (
    <div className={message.role === 'user' ? 'ml-6 rounded-lg bg-sunken px-4 py-3' : ''}>
      <p className="text-xs font-medium text-ink-soft">{names[message.role]}</p>
      <Body message={message} />
      {message.status === 'stopped' && <p className="text-sm text-ink-soft">You stopped this reply here.</p>}
      {message.status === 'failed' && <p className="text-sm text-bad">This reply could not be finished.</p>}
      {message.document_id !== null && (
        <p className="mt-1 text-sm">
          <Link to={pagePaths.document(message.application_id, message.document_id)}>
            {version ? `Read version ${version}` : 'Read the letter'}
          </Link>
        </p>
      )}
      {children}
    </div>
  );
}
