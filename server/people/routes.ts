import { Hono } from 'hono';
import { z } from 'zod';
import { guard, type Signed } from '../access/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { valid } from '../platform/valid.ts';
import { personDraft } from './contract.ts';
import { type PhoneSettingsDeps, phoneSettings, renewPhoneSecret } from './phone-settings.ts';
import { selectPeople, selectPerson } from './queries.ts';
import { changePerson, createPerson, type SavePersonDeps } from './save-person.ts';

const personKey = z.object({ personId: z.uuid() });

export type PeopleDeps = SavePersonDeps & PhoneSettingsDeps;

/** `/api/people`, behind sign-in. */
export function peopleRoutes(deps: PeopleDeps) {
  const { database } = deps;
  return new Hono<Signed>()
    .get('/', guard('people.view'), async (c) => c.json({ rows: await selectPeople(database) }))
    .get('/:personId', guard('people.view'), valid('param', personKey), async (c) => {
      const person = await selectPerson(database, c.req.valid('param').personId);
      if (person === null) throw new Refusal('not_found', { what: 'person' });
      return c.json(person);
    })
    .post('/', guard('people.edit'), valid('json', personDraft), async (c) =>
      c.json(await createPerson(c.var.person, c.req.valid('json'), deps), 201),
    )
    .put('/:personId', guard('people.edit'), valid('param', personKey), valid('json', personDraft), async (c) => {
      const change = { ...c.req.valid('param'), draft: c.req.valid('json') };
      return c.json(await changePerson(c.var.person, change, deps));
    })
    .get('/:personId/phone', guard('people.edit'), valid('param', personKey), async (c) =>
      c.json(await phoneSettings(c.req.valid('param').personId, deps)),
    )
    .post('/:personId/phone/secret', guard('people.edit'), valid('param', personKey), async (c) =>
      c.json(await renewPhoneSecret(c.req.valid('param').personId, deps)),
    );
}
export type PeopleApi = ReturnType<typeof peopleRoutes>;
