import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Takes `.env` of the project's folder into the environment, when there is one. What is set already stays. */
export function loadEnvFile(): void {
  const file = fileURLToPath(new URL('../../.env', import.meta.url));
  if (existsSync(file)) process.loadEnvFile(file);
}
