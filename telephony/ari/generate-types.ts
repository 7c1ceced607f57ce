/**
 * Writes `generated/ari-types.ts` from what a running Asterisk says of itself at `/ari/api-docs`: the models and events,
 * not the operations. `ARI_URL`, `ARI_USER` and `ARI_PASSWORD` say where it is.
 */
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';

const property = z.object({
  type: z.string(),
  required: z.boolean().optional(),
  allowableValues: z.object({ values: z.array(z.string()) }).optional(),
});
const model = z.object({
  id: z.string(),
  properties: z.record(z.string(), property).default({}),
  subTypes: z.array(z.string()).default([]),
});
const apiDocument = z.object({ models: z.record(z.string(), model).default({}) });
const resourceList = z.object({ apis: z.array(z.object({ path: z.string() })) });
type Model = z.infer<typeof model>;
type Property = z.infer<typeof property>;

const { ARI_URL = 'http://127.0.0.1:8088', ARI_USER = 'dzvin', ARI_PASSWORD = '' } = process.env;

async function read(path: string): Promise<unknown> {
  const authorization = `Basic ${Buffer.from(`${ARI_USER}:${ARI_PASSWORD}`).toString('base64')}`;
  const answer = await fetch(`${ARI_URL}/ari/${path}`, { headers: { authorization } });
  if (!answer.ok) throw new Error(`${ARI_URL}/ari/${path} answered ${answer.status}`);
  return answer.json();
}

async function readModels(): Promise<ReadonlyMap<string, Model>> {
  const { apis } = resourceList.parse(await read('api-docs/resources.json'));
  const documents = await Promise.all(
    apis.map(({ path }) => read(path.replace(/^\//, '').replace('{format}', 'json'))),
  );
  const models = documents.flatMap((document) => Object.values(apiDocument.parse(document).models));
  return new Map(models.map((one) => [one.id, one]));
}

const scalarTypes: Readonly<Record<string, string>> = {
  string: 'string',
  boolean: 'boolean',
  int: 'number',
  long: 'number',
  double: 'number',
  Date: 'string',
  object: 'Readonly<Record<string, unknown>>',
  containers: 'Readonly<Record<string, unknown>>',
};

function typeOf({ type, allowableValues }: Property): string {
  if (allowableValues) return allowableValues.values.map((value) => `'${value}'`).join(' | ');
  const element = /^List\[(.+)\]$/.exec(type)?.[1];
  if (element) return `readonly ${scalarTypes[element] ?? element}[]`;
  return scalarTypes[type] ?? type;
}

function interfaceOf({ id, properties, subTypes }: Model, parent: string | undefined): string {
  const isEvent = parent !== undefined && subTypes.length === 0;
  const own = Object.entries(properties).filter(([name]) => !(name === 'type' && parent !== undefined));
  const fields = own.map(([name, one]) => `  readonly ${name}${one.required ? '' : '?'}: ${typeOf(one)};\n`).join('');
  const type = isEvent ? `  readonly type: '${id}';\n` : '';
  return `export interface ${id}${parent ? ` extends ${parent}` : ''} {\n${type}${fields}}\n`;
}

const models = await readModels();
const parents = new Map(
  [...models.values()].flatMap(({ id, subTypes }) => subTypes.map((child) => [child, id] as const)),
);
const events = [...(models.get('Event')?.subTypes ?? [])].sort();

async function asteriskVersion(): Promise<string> {
  const info = z.object({ system: z.object({ version: z.string() }) }).parse(await read('asterisk/info'));
  return /^\d+(\.\d+)*/.exec(info.system.version)?.[0] ?? info.system.version;
}

const text = [
  `// Written by generate-types.ts (npm run ari:types) from Asterisk ${await asteriskVersion()}. Do not edit.\n`,
  ...[...models.values()].sort((a, b) => a.id.localeCompare(b.id)).map((one) => interfaceOf(one, parents.get(one.id))),
  `export type AriEvent =\n${events.map((id) => `  | ${id}`).join('\n')};\n`,
].join('\n');
await writeFile(new URL('generated/ari-types.ts', import.meta.url), text);
