import type { PrivateProgram } from '../../telephony/asterisk/index.ts';
import { choosePresence, type Employee, hire, openLine, signInAsAdministrator } from '../harness/firm.ts';
import { connectConsole, joinBoard, type LiveConsole } from '../harness/live-console.ts';
import { Product } from '../harness/product.ts';
import { type Session, signIn } from '../harness/sign-in.ts';
import { type PhoneHabit, startPhones } from '../harness/sipp.ts';
import { until } from '../harness/until.ts';
import { phoneCount, phoneHabit } from './asterisk-peers.ts';
import type { Peer } from './measure-calls.ts';

/** A console of one of the firm's people, and whose it is. */
export interface StaffedConsole {
  readonly employee: Employee;
  readonly session: Session;
  readonly live: LiveConsole;
}

export interface BenchFirm {
  readonly product: Product;
  readonly administrator: Session;
  readonly consoles: readonly StaffedConsole[];
  /** Takes calls without preferences, without wrap-up. */
  readonly plain: Peer;
  /** The same, preferring the client's manager and whoever talked last: it has to know who calls before it rings. */
  readonly preferring: Peer;
  stop(): Promise<void>;
}

/** How many more consoles look at the board, as supervisors do. */
const boardCount = 10;

/**
 * The whole product as users start it, with 200 people: each has an account, a registered phone, a connected console and
 * is «Вільний». Everything that happens with a call happens: ledger, call log, pop, board.
 */
export async function startBenchFirm(
  sipp: PrivateProgram,
  { env = {}, habit = phoneHabit }: { env?: Readonly<Record<string, string>>; habit?: PhoneHabit } = {},
): Promise<BenchFirm> {
  const product = await Product.start({ env });
  try {
    const administrator = await signInAsAdministrator(product);
    const employees = await hireAll(administrator);
    const phones = await startPhones(sipp, {
      habit,
      register: { server: product.sip, accounts: employees.map(({ phone }) => phone) },
      limitSeconds: 3600,
    });
    const consoles = await signInAll(product, employees);
    const boards = await Promise.all(Array.from({ length: boardCount }, () => connectConsole(product, administrator)));
    for (const board of boards) await allFree(board, employees);
    await openLine(administrator, { name: 'Проба', numbers: ['7001'] });
    const preferences = { prefersManager: true, prefersLastTalked: true };
    await openLine(administrator, { name: 'Проба з перевагами', numbers: ['7002'], ...preferences });
    const stop = async () => {
      for (const live of [...boards, ...consoles.map((one) => one.live)]) live.close();
      await phones.cut();
      await product.end();
    };
    const peer = {
      server: product.sip,
      phones,
      asteriskPid: product.asteriskPid,
      appPid: product.serverPid,
      // Both peers are one product: it is stopped once, by its owner.
      stop: async () => {},
    };
    const plain = { ...peer, name: 'dzvin', dialled: '7001' };
    const preferring = { ...peer, name: 'dzvin-preferring', dialled: '7002' };
    return { product, administrator, consoles, plain, preferring, stop };
  } catch (error) {
    await product.end();
    throw error;
  }
}

async function hireAll(administrator: Session): Promise<Employee[]> {
  const employees: Employee[] = [];
  for (let index = 0; index < phoneCount; index += 1) {
    const fullName = `Оператор ${index + 1}`;
    employees.push(await hire(administrator, { fullName, sipExtension: String(3001 + index) }));
  }
  return employees;
}

async function signInAll(product: Product, employees: readonly Employee[]): Promise<StaffedConsole[]> {
  const consoles: StaffedConsole[] = [];
  for (const employee of employees) {
    const session = await signIn(product, employee.account);
    const live = await connectConsole(product, session);
    await choosePresence(session);
    consoles.push({ employee, session, live });
  }
  return consoles;
}

/** Waits until the hot line may ring everybody who was hired. */
async function allFree(board: LiveConsole, employees: readonly Employee[]): Promise<void> {
  const hired = new Set(employees.map(({ personId }) => personId));
  let obstacles: (string | null)[] = [];
  await until(
    async () => {
      const snapshot = await joinBoard(board);
      obstacles = (snapshot?.people ?? []).flatMap((one) => (hired.has(one.personId) ? [one.obstacle] : []));
      return obstacles.length === hired.size && obstacles.every((obstacle) => obstacle === null);
    },
    { for: 'everybody to be free for the hot line', seconds: 60, otherwise: () => `obstacles: ${obstacles.join(' ')}` },
  );
}
