import type { System } from '@coverwright/contracts';

const shown = ['active', 'waiting', 'delayed', 'failed'];

/** How much waits in each queue. */
export function QueueTable({ queues }: { queues: System['queue']['queues'] }) {
  if (queues.length === 0) return null;
  return (
    <table className="mt-4 w-full text-sm">
      <thead className="text-left text-ink-soft">
        <tr>
          <th scope="col" className="pb-1 font-medium">
            Queue
          </th>
          {shown.map((state) => (
            <th key={state} scope="col" className="pb-1 text-right font-medium">
              {state}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {queues.map(({ name, counts }) => (
          <tr key={name} className="border-t border-line">
            <th scope="row" className="py-2 text-left font-medium">
              {name}
            </th>
            {shown.map((state) => (
              <td key={state} className="py-2 text-right tabular-nums">
                {counts[state] ?? 0}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
