/**
 * From the INVITE at a person's phone to the pop on their screen: as a message at the socket, then painted by a browser.
 * 10 calls a second, 200 consoles, 100,000 clients; two of the people have their page open in Chromium.
 *
 *     npx tsx test/bench/pop-delay.ts [--json] [--calls 600] [--clients 100000] [--pages 2]
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { installSipp } from '../../telephony/asterisk/index.ts';
import { launchChromium } from '../harness/chromium.ts';
import { openConsole } from '../harness/open-console.ts';
import { placeCalls } from '../harness/sipp.ts';
import type { RingRecord } from '../harness/sipp-log.ts';
import { startBenchDatabase } from './bench-database.ts';
import { type BenchFirm, type StaffedConsole, startBenchFirm } from './dzvin-peers.ts';
import { percentile, rounded } from './percentile.ts';
import { clientNumber, insertClients } from './queries.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    calls: { type: 'string', default: '600' },
    clients: { type: 'string', default: '100000' },
    pages: { type: 'string', default: '2' },
  },
});
const perSecond = 10;
/** A ring as short as a quick person's, long enough to be painted. */
const habit = { answersAfterMs: 1000, talkMs: 400 };
/** One call in so many is dialled to somebody whose page is watched: the hot line alone would ring them too rarely. */
const directEvery = 10;

/** Callers are clients in turn, so that each pop has somebody to find. */
const callers = Array.from({ length: Number(options.calls) }, (_, n) => clientNumber(1 + n * 97));

async function main(): Promise<void> {
  const database = await startBenchDatabase();
  try {
    console.error(`filling in ${options.clients} clients…`);
    await insertClients(database.sql, Number(options.clients));
    const firm = await startBenchFirm(await installSipp(), { env: { DATABASE_URL: database.url }, habit });
    try {
      await measure(firm);
    } finally {
      await firm.stop();
    }
  } finally {
    await database.stop();
  }
}

async function measure(firm: BenchFirm): Promise<void> {
  const browser = await launchChromium();
  try {
    const watched = firm.consoles.slice(0, Number(options.pages));
    const pages = await Promise.all(
      watched.map(async (one) => watch(await openConsole(browser, firm.product, one.session))),
    );
    const placed = await placeCalls(await installSipp(), {
      server: firm.product.sip,
      calls: callers.map((from, n) => ({ from, dialled: dialledBy(n, watched) ?? firm.plain.dialled })),
      perSecond,
    });
    await placed.done;
    const rings = firm.plain.phones.rings();
    report(
      'message at the socket',
      firm.consoles.flatMap((one) => socketDelays(one, rings)),
    );
    report(
      'who is calling at the socket',
      firm.consoles.flatMap((one) => socketDelays(one, rings, 'found')),
    );
    const painted = await Promise.all(pages.map((page, index) => paintDelays(page, watched[index], rings)));
    report('painted in the browser', painted.flat());
  } finally {
    await browser.close();
  }
}

function dialledBy(n: number, watched: readonly StaffedConsole[]): string | undefined {
  return n % directEvery === 0 ? watched[(n / directEvery) % watched.length]?.employee.extension : undefined;
}

/** From each ring of the person's phone to the first message of that call, or to the first that says who it is. */
function socketDelays({ employee, live }: StaffedConsole, rings: readonly RingRecord[], want?: 'found'): number[] {
  const offers = live.heard('call.offered').filter(({ message }) => want === undefined || message.pop.matches !== null);
  return rings
    .filter(({ phone }) => phone === employee.extension)
    .flatMap(({ from, invitedAt }) => {
      const offer = offers.find(({ message }) => message.pop.callerNumber?.slice(-9) === from.slice(-9));
      return offer === undefined ? [] : [offer.at - invitedAt];
    });
}

/**
 * Notes in the page when a pop with a number in it has been drawn: the second frame begins after the first was painted.
 * The browser's clock is this machine's own.
 */
async function watch(page: Page): Promise<Page> {
  await page.evaluate(`
    window.paintedPops = [];
    const seen = new Set();
    new MutationObserver(() => {
      const strip = document.querySelector('section [role=alert]')?.closest('section');
      const number = strip?.textContent?.replace(/\\D/g, '').match(/380\\d{9}/)?.[0];
      if (!number || seen.has(number)) return;
      seen.add(number);
      requestAnimationFrame(() => requestAnimationFrame(() =>
        window.paintedPops.push({ number, at: performance.timeOrigin + performance.now() })));
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  `);
  return page;
}

async function paintDelays(
  page: Page,
  owner: StaffedConsole | undefined,
  rings: readonly RingRecord[],
): Promise<number[]> {
  const painted = await page.evaluate<{ number: string; at: number }[]>('window.paintedPops');
  return rings
    .filter(({ phone }) => phone === owner?.employee.extension)
    .flatMap(({ from, invitedAt }) => {
      const pop = painted.find(({ number }) => number.slice(-9) === from.slice(-9));
      return pop === undefined ? [] : [pop.at - invitedAt];
    });
}

/** A negative delay is ordinary: the pop is sent beside the command that rings the phone, and may be there first. */
function report(what: string, delays: readonly number[]): void {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => rounded(percentile(delays, share)));
  const row = { bench: 'pop-delay', what, rate: perSecond, consoles: 200, pops: delays.length, p50, p95, p99 };
  console.log(
    options.json
      ? JSON.stringify(row)
      : `pop-delay, phone's INVITE to ${what}: p50 ${p50} p95 ${p95} p99 ${p99} ms (${delays.length} pops)`,
  );
}

await main();
