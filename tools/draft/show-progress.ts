import type { Orchestration } from '@coverwright/contracts';

export interface ProgressDisplay {
  show: (run: Pick<Orchestration, 'stage' | 'progress'>) => void;
  /** Leaves the bar's line. */
  end: () => void;
}

const barWidth = 24;

export const formatBar = (percent: number, message: string, columns: number): string => {
  const filled = Math.round((Math.min(100, Math.max(0, percent)) / 100) * barWidth);
  const line = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${String(Math.round(percent)).padStart(3)} %  ${message}`;
  return line.length > columns ? `${line.slice(0, columns - 1)}…` : line;
};

/** A bar that stays on one line in a terminal, one line a step elsewhere. */
export const showProgress = (stream: NodeJS.WriteStream): ProgressDisplay => {
  let last = '';
  return {
    show: ({ stage, progress }) => {
      const message = progress.message || stage;
      const line = stream.isTTY ? formatBar(progress.percent, message, stream.columns) : message;
      if (line === last) return;
      last = line;
      if (stream.isTTY) stream.write(`\r\u001b[2K${line}`);
      else stream.write(`${String(Math.round(progress.percent)).padStart(3)} %  ${message}\n`);
    },
    end: () => {
      if (stream.isTTY && last) stream.write('\r\u001b[2K');
    },
  };
};
