import { type FileHandle, open } from 'node:fs/promises';

const NEWLINE = 0x0a;
const CHUNK_BYTES = 256 * 1024;

/**
 * Lines that wait on disk, first in, first out. `append` returns when the lines are on the platter; what a crash
 * left half-written is cut off when the file is opened. One owner at a time.
 */
export class SpoolFile {
  readonly #file: FileHandle;
  #size: number;
  /** Everything before has been taken and confirmed. Kept in memory only: after a crash all is read again. */
  #taken = 0;

  private constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.#size = size;
  }

  static async open(path: string): Promise<SpoolFile> {
    const file = await open(path, 'a+', 0o600);
    const { size } = await file.stat();
    const whole = await endOfLastLine(file, size);
    if (whole < size) await file.truncate(whole);
    return new SpoolFile(file, whole);
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  get bytesWaiting(): number {
    return this.#size - this.#taken;
  }

  async append(lines: readonly string[]): Promise<void> {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    await this.#file.appendFile(bytes);
    await this.#file.datasync();
    this.#size += bytes.length;
  }

  /** The next lines in order, none at the end. They stay until `confirm` is called with `bytes`. */
  async peek(): Promise<{ readonly lines: readonly string[]; readonly bytes: number }> {
    for (let length = CHUNK_BYTES; ; length *= 2) {
      const chunk = Buffer.alloc(Math.min(length, this.#size - this.#taken));
      await this.#file.read(chunk, 0, chunk.length, this.#taken);
      const end = chunk.lastIndexOf(NEWLINE) + 1;
      // A single line may be longer than the chunk: look further.
      if (end === 0 && this.#taken + chunk.length < this.#size) continue;
      return { lines: chunk.toString('utf8', 0, end).split('\n').slice(0, -1), bytes: end };
    }
  }

  /** The lines of the last `peek` are safe elsewhere. The file is emptied when nothing waits any more. */
  async confirm(bytes: number): Promise<void> {
    this.#taken += bytes;
    if (this.#taken < this.#size) return;
    await this.#file.truncate(0);
    this.#size = 0;
    this.#taken = 0;
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

async function endOfLastLine(file: FileHandle, size: number): Promise<number> {
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - CHUNK_BYTES);
    const chunk = Buffer.alloc(end - start);
    await file.read(chunk, 0, chunk.length, start);
    const newline = chunk.lastIndexOf(NEWLINE);
    if (newline !== -1) return start + newline + 1;
    end = start;
  }
  return 0;
}
