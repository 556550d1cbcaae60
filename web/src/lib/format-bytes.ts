const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** "2.5 GB": three digits at most, in steps of a thousand, as disks are sold. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : Number(value.toPrecision(2))} ${units[step]}`;
}
