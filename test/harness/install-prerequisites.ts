import { installAsterisk, installSipp } from '../../telephony/asterisk/index.ts';
import type { Progress } from '../../telephony/worded.ts';
import { installChromium } from './chromium.ts';

const steps = [
  { name: 'Chromium', install: installChromium },
  { name: 'SIPp', install: () => installSipp(progress()) },
  { name: 'Asterisk 22', install: () => installAsterisk('22', progress()) },
  { name: 'Asterisk 16', install: () => installAsterisk('16', progress()) },
];

/** A line per stage and quarter: enough to see that it moves, few enough for a log. */
function progress(): Progress {
  let last = '';
  return ({ en, percent }) => {
    const line = percent === null ? en : `${en} ${Math.floor(percent / 25) * 25} %`;
    if (line !== last) console.log(`  ${line}`);
    last = line;
  };
}

/**
 * Brings a new machine to where `npm test` can run: Chromium, SIPp and both releases of Asterisk. At once the second time.
 *
 * @returns false when something could not be had; why, and the mend, is printed
 */
export async function installPrerequisites(): Promise<boolean> {
  try {
    for (const { name, install } of steps) {
      const startedAt = Date.now();
      await install();
      console.log(`${name}: there (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
    }
    return true;
  } catch (error) {
    console.error(
      `The tests cannot run on this machine yet.\n${error instanceof Error ? error.message : String(error)}`,
    );
    return false;
  }
}
