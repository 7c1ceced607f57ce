import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Takes `.env` of the project's folder into the environment, when there is one. What is set already stays. */
export function loadEnvFile(projectFolder: string): void {
  const file = join(projectFolder, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
