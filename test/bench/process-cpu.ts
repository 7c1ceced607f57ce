import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second whatever the kernel's own clock (`sysconf(_SC_CLK_TCK)` on every port Debian has). */
const millisecondsPerTick = 10;

/** CPU time a process has used since its start, user and system together, in milliseconds. Its children are not in it. */
export function processCpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The program's name stands in brackets and may hold anything, spaces too: count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
}
