import { apiPaths, letterFormats, type LetterFormat } from '@coverwright/contracts';

const names: Record<LetterFormat, string> = { md: 'Markdown', txt: 'Text', docx: 'Word', pdf: 'PDF' };

export function DownloadLinks({ id }: { id: string }) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <span className="text-ink-soft">Download as</span>
      {letterFormats.map((format) => (
        <a key={format} href={apiPaths.documentFile(id, format)} download>
          {names[format]}
        </a>
      ))}
    </p>
  );
}
