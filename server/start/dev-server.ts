/** The server of `npm run dev`, from its sources. */
import { fileURLToPath } from 'node:url';
import { runProduct } from './run-product.ts';

await runProduct(fileURLToPath(new URL('../..', import.meta.url)));
