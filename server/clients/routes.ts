import { Hono } from 'hono';
import { z } from 'zod';
import { guard, type Signed } from '../access/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { valid } from '../platform/valid.ts';
import { clientDraft, contactDraft, phoneDraft } from './contract.ts';
import { clientListQuery, listClients } from './list-clients.ts';
import { selectClient } from './queries.ts';
import { addContact, addPhone, changeClient, createClient, type SaveClientDeps } from './save-client.ts';

const clientKey = z.object({ clientId: z.uuid() });

/** `/api/clients`, behind sign-in. */
export function clientRoutes(deps: SaveClientDeps) {
  const { database } = deps;
  return new Hono<Signed>()
    .get('/', guard('clients.view'), valid('query', clientListQuery), async (c) =>
      c.json(await listClients(database, c.req.valid('query'))),
    )
    .get('/:clientId', guard('clients.view'), valid('param', clientKey), async (c) => {
      const client = await selectClient(database, c.req.valid('param').clientId);
      if (client === null) throw new Refusal('client_not_found');
      return c.json(client);
    })
    .post('/', guard('clients.edit'), valid('json', clientDraft), async (c) =>
      c.json(await createClient(c.var.person, c.req.valid('json'), deps), 201),
    )
    .put('/:clientId', guard('clients.edit'), valid('param', clientKey), valid('json', clientDraft), async (c) =>
      c.json(await changeClient(c.var.person, { ...c.req.valid('param'), draft: c.req.valid('json') }, deps)),
    )
    .post('/:clientId/phones', guard('clients.edit'), valid('param', clientKey), valid('json', phoneDraft), async (c) =>
      c.json(await addPhone(c.var.person, { ...c.req.valid('param'), draft: c.req.valid('json') }, deps), 201),
    )
    .post(
      '/:clientId/contacts',
      guard('clients.edit'),
      valid('param', clientKey),
      valid('json', contactDraft),
      async (c) =>
        c.json(await addContact(c.var.person, { ...c.req.valid('param'), draft: c.req.valid('json') }, deps), 201),
    );
}
export type ClientApi = ReturnType<typeof clientRoutes>;
