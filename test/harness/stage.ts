import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { PersonStateView } from '../../server/presence/contract.ts';
import { installSipp, type PrivateProgram } from '../../telephony/asterisk/index.ts';
import { launchChromium } from './chromium.ts';
import { choosePresence, type Employee, signInAsAdministrator } from './firm.ts';
import { connectConsole, joinBoard, type LiveConsole } from './live-console.ts';
import { Product } from './product.ts';
import { type Session, signIn } from './sign-in.ts';
import { type CallsToPlace, type PhoneHabit, type Phones, type PlacedCalls, placeCalls, startPhones } from './sipp.ts';
import { until } from './until.ts';

/** Somebody at their place: signed in, console connected, desk phone registered. */
export interface Seat {
  readonly employee: Employee;
  readonly session: Session;
  readonly live: LiveConsole;
  readonly phones: Phones;
}

/** One running product for one journey, and what a test does with it. Everything is ended with the file. */
export class Stage {
  readonly product: Product;
  readonly administrator: Session;
  readonly sipp: PrivateProgram;
  readonly #board: LiveConsole;
  #browser: Browser | undefined;
  readonly #ends: (() => unknown)[] = [];

  private constructor(parts: Pick<Stage, 'product' | 'administrator' | 'sipp'> & { board: LiveConsole }) {
    [this.product, this.administrator, this.sipp] = [parts.product, parts.administrator, parts.sipp];
    this.#board = parts.board;
  }

  static async set(): Promise<Stage> {
    const [product, sipp] = await Promise.all([Product.start(), installSipp()]);
    try {
      const administrator = await signInAsAdministrator(product);
      return new Stage({ product, administrator, sipp, board: await connectConsole(product, administrator) });
    } catch (error) {
      await product.end();
      throw error;
    }
  }

  /** Seats somebody and waits until the hot line sees them with that status, the phone registered. */
  async seat(employee: Employee, { habit, status = 'free' }: { habit: PhoneHabit; status?: string }): Promise<Seat> {
    const session = await signIn(this.product, employee.account);
    const live = await connectConsole(this.product, session);
    const phones = await startPhones(this.sipp, {
      habit,
      register: { server: this.product.sip, accounts: [employee.phone] },
    });
    this.#ends.push(() => live.close(), phones.cut);
    await choosePresence(session, status);
    await this.untilPerson(employee, (state) => state.presence === status && state.device === 'reachable');
    return { employee, session, live, phones };
  }

  /** Calls from outside unless told otherwise. */
  async call(plan: Omit<CallsToPlace, 'server'>): Promise<PlacedCalls> {
    const placed = await placeCalls(this.sipp, { ...plan, server: this.product.sip });
    this.#ends.push(placed.stop);
    return placed;
  }

  /** One call from outside: who, to which number. */
  callFrom(from: string, dialled: string, more: Partial<CallsToPlace> = {}): Promise<PlacedCalls> {
    return this.call({ calls: [{ from, dialled }], ...more });
  }

  /** Waits until the board shows the person so; 10 s. */
  async untilPerson(employee: Employee, is: (state: PersonStateView) => boolean): Promise<PersonStateView> {
    let last: PersonStateView | undefined;
    return until(
      async () => {
        last = (await joinBoard(this.#board))?.people.find(({ personId }) => personId === employee.personId);
        return last !== undefined && is(last) && last;
      },
      { for: `the board to show ${employee.name} so`, seconds: 10, otherwise: () => JSON.stringify(last) },
    );
  }

  /** Chromium, the same for the whole file. */
  async browser(): Promise<Browser> {
    if (this.#browser) return this.#browser;
    const browser = await launchChromium();
    this.#browser = browser;
    this.#ends.push(() => browser.close());
    return browser;
  }

  async board() {
    const board = await joinBoard(this.#board);
    if (board === null) throw new Error('the administrator may not see the board');
    return board;
  }

  /** Ends everything, the latest first. One thing that does not end keeps no other from ending. */
  async strike(): Promise<void> {
    const errors: unknown[] = [];
    for (const end of [() => this.product.end(), () => this.#board.close(), ...this.#ends].toReversed()) {
      await Promise.resolve(end()).catch((error: unknown) => errors.push(error));
    }
    if (errors.length > 0) throw new AggregateError(errors, 'not everything ended in order');
  }
}

/** At the top of a journey: one product for the file. Call the result inside a test to get the stage. */
export function stageOfFile(): () => Stage {
  let stage: Stage | undefined;
  beforeAll(async () => {
    stage = await Stage.set();
  });
  afterAll(() => stage?.strike());
  return () => {
    if (!stage) throw new Error('the stage is set only while tests run');
    return stage;
  };
}
