import { Hono } from 'hono';
import { z } from 'zod';
import type { Order } from '../../telephony/index.ts';
import { guard, type Signed } from '../access/index.ts';
import type { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { valid } from '../platform/valid.ts';
import { readCallParameters, saveCallParameters } from './call-parameters.ts';
import { checkPbxPath, type PlacesDeps } from './check-pbx-path.ts';
import {
  type CallParameters,
  callLogFilter,
  callParameters,
  clientLink,
  digitsQuestion,
  noteSave,
  pbxPathCheck,
} from './contract.ts';
import type { Desk } from './desk.ts';
import { keepNote } from './keep-note.ts';
import { linkClient } from './link-client.ts';
import { listCalls, showCall } from './list-calls.ts';
import { previewDigits } from './preview-digits.ts';

export interface CallRouteDeps {
  readonly database: Database;
  readonly desk: Desk;
  /** Hands an order to the hot line; what comes of it shows in the ledger and in live messages. */
  readonly order: (order: Order) => void;
}

const callKey = z.object({ callId: z.string().min(1).max(200) });

/** `/api/calls`, behind sign-in. Whoever may not see all calls sees and changes the own ones. */
export function callRoutes({ database, desk, order }: CallRouteDeps) {
  const noteSaved = desk.noteSaved.bind(desk);
  return new Hono<Signed>()
    .get('/', valid('query', callLogFilter), async (c) =>
      c.json(await listCalls(database, c.var.person, c.req.valid('query'))),
    )
    .get('/:callId', valid('param', callKey), async (c) =>
      c.json(await showCall(database, c.var.person, c.req.valid('param').callId)),
    )
    .put('/:callId/note', valid('param', callKey), valid('json', noteSave), async (c) => {
      const draft = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(await keepNote(c.var.person, draft, { database, noteSaved }));
    })
    .put('/:callId/client', guard('clients.view'), valid('param', callKey), valid('json', clientLink), async (c) => {
      const link = { ...c.req.valid('param'), ...c.req.valid('json') };
      await linkClient(c.var.person, link, { database, desk });
      return c.body(null, 204);
    })
    .post('/:callId/decline', guard('desk.use'), valid('param', callKey), (c) => {
      order({ kind: 'decline_offer', ...partyOf(desk, c.var.person.personId, c.req.valid('param').callId) });
      return c.body(null, 204);
    })
    .post('/:callId/hang-up', guard('desk.use'), valid('param', callKey), (c) => {
      order({ kind: 'hang_up_call', ...partyOf(desk, c.var.person.personId, c.req.valid('param').callId) });
      return c.body(null, 204);
    });
}
export type CallApi = ReturnType<typeof callRoutes>;

/** @throws Refusal call_not_found: the call is over, or was never the person's */
function partyOf(desk: Desk, personId: string, callId: string) {
  if (!desk.isPartyOf(personId, callId)) throw new Refusal('call_not_found');
  return { personId, callId };
}

export interface ParameterRouteDeps extends PlacesDeps {
  readonly database: Database;
  /** Told after the save: the hot line and the ledger heed them from the next call on. */
  readonly parametersChanged: (parameters: CallParameters) => void;
}

/** `/api/parameters`, behind sign-in. */
export function parameterRoutes({ database, parametersChanged, cdrPlaces }: ParameterRouteDeps) {
  return new Hono<Signed>()
    .get('/calls', guard('parameters.view'), async (c) => c.json(await readCallParameters(database)))
    .get('/calls/preview', guard('parameters.view'), valid('query', digitsQuestion), async (c) =>
      c.json(await previewDigits(database, { ...c.req.valid('query'), now: new Date() })),
    )
    .post('/calls/check-path', guard('parameters.edit'), valid('json', pbxPathCheck), async (c) =>
      c.json(await checkPbxPath(c.req.valid('json').pbxPath, { cdrPlaces })),
    )
    .put('/calls', guard('parameters.edit'), valid('json', callParameters), async (c) => {
      const parameters = await saveCallParameters(c.var.person, c.req.valid('json'), database);
      parametersChanged(parameters);
      return c.json(parameters);
    });
}
export type ParameterApi = ReturnType<typeof parameterRoutes>;
