import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demonstration, readDemonstration } from './demonstration.ts';
import { endWithUs } from './end-with-us.ts';
import { processesNaming, processListeningOn } from './find-process.ts';
import { freeTcpPort } from './free-port.ts';
import type { SipServer } from './sipp.ts';
import { until } from './until.ts';

export interface ProductOptions {
  /** Variables of `config/example.env` beyond the ports and the data folder. */
  readonly env?: Readonly<Record<string, string>>;
  readonly readySeconds?: number;
}

/**
 * The whole product as a user starts it, `npm start`, on ports and with a data folder of its own: any number may run side
 * by side. Only the unpacked packages in the user's cache are common to all.
 */
export class Product {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'dzvin-product-'));
  readonly url: string;
  readonly sip: SipServer;
  readonly ariPort: number;
  readonly #env: Record<string, string>;
  readonly #readySeconds: number;
  readonly #forget = endWithUs(() => this.endNow());
  #npm: ChildProcess | undefined;
  #output = '';
  #firstOutput = '';

  private constructor(ports: Ports, { env = {}, readySeconds = 120 }: ProductOptions) {
    this.url = `http://127.0.0.1:${ports.web}`;
    this.sip = { host: '127.0.0.1', port: ports.sip };
    this.ariPort = ports.ari;
    this.#readySeconds = readySeconds;
    this.#env = {
      PORT: String(ports.web),
      SIP_PORT: String(ports.sip),
      ARI_PORT: String(ports.ari),
      RTP_START: String(ports.rtp),
      RTP_END: String(ports.rtp + 999),
      DATA_DIR: this.dataDir,
      ...env,
    };
  }

  /** Returns when it is ready to take calls. Throws with what it printed when it is not in time. */
  static async start(options: ProductOptions = {}): Promise<Product> {
    const product = new Product(await freePorts(), options);
    try {
      await product.startAgain();
      return product;
    } catch (error) {
      await product.end();
      throw error;
    }
  }

  /** After `stop` or `kill`: the same data, the same ports. */
  async startAgain(): Promise<void> {
    this.#output = '';
    const npm = spawn('npm', ['start', '--silent'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...this.#env },
    });
    this.#npm = npm;
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk: Buffer) => this.#keep(chunk.toString()));
    await until(() => this.#isReady(npm), {
      for: 'the product to be ready',
      seconds: this.#readySeconds,
      otherwise: () => this.output,
    });
    this.#firstOutput ||= this.output;
  }

  /** What it has printed since its last start. */
  get output(): string {
    return this.#output;
  }

  /** Sign-ins and lines as it printed them at its first start. */
  get demonstration(): Demonstration {
    return readDemonstration(this.#firstOutput);
  }

  /** The server itself, not npm in front of it. */
  get serverPid(): number {
    const pid = processListeningOn(Number(new URL(this.url).port));
    if (pid === undefined) throw new Error(`nothing of ours listens at ${this.url}\n${this.output}`);
    return pid;
  }

  get asteriskPid(): number {
    const pid = processListeningOn(this.ariPort);
    if (pid === undefined) throw new Error(`no Asterisk of ours listens on ${this.ariPort}\n${this.output}`);
    return pid;
  }

  /** Another command of the product, `npm run NAME -- …`, pointed at this one; gives its exit code and what it printed. */
  async run(name: string, ...args: string[]): Promise<{ code: number | null; printed: string }> {
    const npm = spawn('npm', ['run', '--silent', name, '--', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...this.#env },
    });
    let printed = '';
    for (const stream of [npm.stdout, npm.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
      });
    }
    const [code] = await once(npm, 'close');
    return { code: typeof code === 'number' ? code : null, printed };
  }

  /** As Ctrl-C does. */
  stop(): Promise<void> {
    return this.#endServer('SIGINT');
  }

  /** `kill -9` of the server: telephony and database are left to themselves. */
  kill(): Promise<void> {
    return this.#endServer('SIGKILL');
  }

  /** Stops what runs and removes the data. Call it at the end of every file. */
  async end(): Promise<void> {
    if (this.#npm?.exitCode === null && processListeningOn(Number(new URL(this.url).port))) await this.stop();
    this.endNow();
  }

  /** Ends everything that was started with this data folder, at once. */
  endNow(): void {
    if (this.#npm?.exitCode === null) this.#npm.kill('SIGKILL');
    for (let pids = this.#processes(); pids.length > 0; pids = this.#processes()) pids.forEach(killQuietly);
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5 });
    this.#forget();
  }

  /** What still runs; a killed one may have started another a moment before. */
  #processes(): number[] {
    const server = processListeningOn(Number(new URL(this.url).port));
    return [...(server ? [server] : []), ...processesNaming(this.dataDir)];
  }

  async #endServer(signal: NodeJS.Signals): Promise<void> {
    process.kill(this.serverPid, signal);
    const npm = this.#npm;
    await until(() => npm?.exitCode !== null || npm.signalCode !== null, {
      for: `the product to end after ${signal}`,
      seconds: 30,
      otherwise: () => this.output,
    });
  }

  async #isReady(npm: ChildProcess): Promise<boolean> {
    if (npm.exitCode !== null) throw new Error(`the product ended with code ${npm.exitCode}\n${this.output}`);
    const answer = await fetch(`${this.url}/api/health`).catch(() => undefined);
    // The last thing a start does is to say so.
    return answer?.ok === true && this.output.includes('Ctrl-C');
  }

  #keep(text: string): void {
    this.#output = (this.#output + text).slice(-100_000);
  }
}

type Ports = Awaited<ReturnType<typeof freePorts>>;

/** RTP takes a block of 1,000 below the range from which the system gives out ports by itself. */
async function freePorts() {
  const [web, sip, ari] = await Promise.all([freeTcpPort(), freeTcpPort(), freeTcpPort()]);
  return { web, sip, ari, rtp: 20_000 + 1000 * (process.pid % 12) };
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
