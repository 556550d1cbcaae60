export type LogMode = 'pretty' | 'json' | 'hidden';

export interface ServiceLog {
  take: (line: string) => void;
  /** The last lines, newest last: what to show when a hidden service fails. */
  tail: () => string[];
}

const kept = 15;
const nameWidth = 10;

/** Merges the lines of several services: readable lines get the service's name in front, JSON lines carry it already. */
export const createServiceLog = (mode: LogMode, name: string, write: (line: string) => void): ServiceLog => {
  const last: string[] = [];
  return {
    take: (line) => {
      last.push(line);
      if (last.length > kept) last.shift();
      if (mode === 'json') write(line);
      if (mode === 'pretty') write(`${name.padEnd(nameWidth)} │ ${line}`);
    },
    tail: () => [...last],
  };
};
