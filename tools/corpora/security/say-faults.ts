const mostShown = 10;

/** The first faults go to standard error, for whoever has to mend them. Returns how many there are. */
export const sayFaults = (name: string, faults: string[]): number => {
  for (const fault of faults.slice(0, mostShown)) console.error(`${name}: ${fault.length > 600 ? `${fault.slice(0, 600)} …` : fault}`);
  return faults.length;
};
