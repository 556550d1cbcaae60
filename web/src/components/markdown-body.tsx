import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import { ExternalLink } from './external-link.tsx';

// Pictures are never loaded: an address in a text must not make the browser call anyone.
const components: Components = {
  a: ({ href = '', children }) => <ExternalLink href={href}>{children}</ExternalLink>,
  img: ({ alt }) => <span>{alt}</span>,
};

export function MarkdownBody({ text }: { text: string }) {
  return (
    <ReactMarkdown rehypePlugins={[rehypeSanitize]} components={components}>
      {text}
    </ReactMarkdown>
  );
}
