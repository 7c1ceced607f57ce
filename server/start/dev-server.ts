/** The server of `npm run dev`, from its sources. */
import { fileURLToPath } from 'node:url';
import { runProduct } from './run-product.ts';
import { openTerminal } from './terminal.ts';

await runProduct(fileURLToPath(new URL('../..', import.meta.url)), openTerminal(process.env, process.stdout));
