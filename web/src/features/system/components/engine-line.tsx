import { useSystem } from '../api/get-system.ts';

/** Which engine writes the letters, and why. */
export function EngineLine() {
  const { data, error } = useSystem();
  if (error) return <p>Engine: not known. {error.message}</p>;
  if (!data) return <p>Engine: asking …</p>;
  return (
    <p>
      <span
        aria-hidden="true"
        className={`mr-2 inline-block size-2 rounded-full ${data.engine.reachable ? 'bg-accent' : 'bg-line-strong'}`}
      />
      Engine: {data.engine.message}
    </p>
  );
}
