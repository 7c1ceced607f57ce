import { type ClientDraft, type ContactDraft, clientDraft, type PhoneDraft, phoneDraft } from '../clients/contract.ts';
import { edrpouOf, rnokppOf } from './check-digits.ts';
import { type Seeded, seeded } from './seeded.ts';
import {
  cities,
  contactRoles,
  legalForms,
  men,
  mobileCodes,
  places,
  streets,
  surnames,
  trades,
  women,
} from './words.ts';

export interface DemoClient {
  readonly draft: ClientDraft;
  readonly contacts: readonly (ContactDraft & { readonly phone: PhoneDraft })[];
}

/** Every so many a firm has the landline of the one before: they share a business centre. */
const SHARED_EVERY = 20;

/**
 * Clients that do not exist: firms, sole proprietors, private persons, with numbers and codes that hold every check.
 * The same arguments give the same clients.
 *
 * @param managerIds who looks after them; the first has the example's client
 */
export function makeClients(count: number, managerIds: readonly [string, ...string[]]): readonly DemoClient[] {
  const maker = new ClientMaker(seeded(2_026), managerIds);
  return [maker.example(), ...Array.from({ length: count - 1 }, (_, index) => maker.next(index))];
}

class ClientMaker {
  readonly #chance: Seeded;
  readonly #managerIds: readonly [string, ...string[]];
  readonly #taken = new Set<string>(['501234567']);
  #lastLandline: string | null = null;

  constructor(chance: Seeded, managerIds: readonly [string, ...string[]]) {
    this.#chance = chance;
    this.#managerIds = managerIds;
  }

  example(): DemoClient {
    const draft = clientDraft.parse({
      name: 'ТОВ «Зерно-Полісся»',
      fullName: 'Товариство з обмеженою відповідальністю «Зерно-Полісся»',
      edrpou: edrpouOf('4417302'),
      address: 'м. Житомир, вул. Промислова, 12',
      email: 'office@zerno-polissia.example',
      managerId: this.#managerIds[0],
      note: 'Постійний покупець. Рахунки просить надсилати до 10 числа.',
      phones: [{ raw: '0412 47-15-20', isPrimary: true, isCompanyLine: true }],
    });
    const phone = phoneDraft.parse({ raw: '050 123 45 67', type: 'mobile' });
    return { draft, contacts: [{ name: 'Ірина Гнатюк', role: 'бухгалтер', phone }] };
  }

  next(index: number): DemoClient {
    const kind = this.#chance.int(1, 100);
    if (kind <= 60) return this.#firm(index);
    return kind <= 85 ? this.#proprietor() : this.#person();
  }

  #firm(index: number): DemoClient {
    const [form, fullForm] = this.#chance.pick(legalForms);
    const name = this.#unique(() => `«${this.#chance.pick(trades)}-${this.#chance.pick(places)}»`);
    const { city, ...area } = this.#chance.pick(cities);
    const shares = index % SHARED_EVERY === SHARED_EVERY - 1;
    const landline = (shares && this.#lastLandline) || this.#landline(area);
    this.#lastLandline = landline;
    const draft = this.#draft({
      kind: 'legal',
      name: `${form} ${name}`,
      fullName: `${fullForm} ${name}`,
      edrpou: this.#unique(() => edrpouOf(this.#chance.digits(7))),
      address: this.#address(city),
      email: `office${index}@firm.example`,
      phones: [{ raw: landline, isPrimary: true, isCompanyLine: true }],
    });
    return { draft, contacts: this.#chance.chance(60) ? [this.#contact()] : [] };
  }

  #proprietor(): DemoClient {
    const { surname, first, patronymic, rnokpp } = this.#somebody();
    const draft = this.#draft({
      kind: 'sole_proprietor',
      name: `ФОП ${surname} ${first.charAt(0)}. ${patronymic.charAt(0)}.`,
      fullName: `Фізична особа — підприємець ${surname} ${first} ${patronymic}`,
      edrpou: rnokpp,
      address: this.#address(this.#chance.pick(cities).city),
      phones: [{ raw: this.#mobile(), type: 'mobile', isPrimary: true }],
    });
    return { draft, contacts: [] };
  }

  #person(): DemoClient {
    const { surname, first, patronymic } = this.#somebody();
    const draft = this.#draft({
      kind: 'natural',
      name: `${surname} ${first} ${patronymic}`,
      address: this.#address(this.#chance.pick(cities).city),
      phones: [{ raw: this.#mobile(), type: 'mobile', isPrimary: true }],
    });
    return { draft, contacts: [] };
  }

  #draft(client: Omit<Partial<ClientDraft>, 'phones'> & { readonly name: string; readonly phones: object[] }) {
    const managerId = this.#chance.chance(85) ? this.#chance.pick(this.#managerIds) : null;
    return clientDraft.parse({ managerId, ...client });
  }

  #contact() {
    const { surname, first } = this.#somebody();
    const phone = phoneDraft.parse({ raw: this.#mobile(), type: 'mobile' });
    return { name: `${first} ${surname}`, role: this.#chance.pick(contactRoles), phone };
  }

  /** The ninth digit of the code is odd for a man, even for a woman. */
  #somebody() {
    const isMan = this.#chance.chance(50);
    const names = isMan ? men : women;
    const [first] = this.#chance.pick<readonly [string, string]>(names);
    const [, patronymic] = this.#chance.pick<readonly [string, string]>(names);
    const born = String(this.#chance.int(18_000, 38_000));
    const sex = this.#chance.int(0, 4) * 2 + (isMan ? 1 : 0);
    const rnokpp = this.#unique(() => rnokppOf(`${born}${this.#chance.digits(3)}${sex}`));
    return { surname: this.#chance.pick(surnames), first, patronymic, rnokpp };
  }

  #address(city: string): string {
    return `м. ${city}, вул. ${this.#chance.pick(streets)}, ${this.#chance.int(1, 120)}`;
  }

  /** Written the ways people write it. */
  #mobile(): string {
    const national = this.#unique(() => `${this.#chance.pick(mobileCodes)}${this.#chance.digits(7)}`);
    const parts = [national.slice(0, 2), national.slice(2, 5), national.slice(5, 7), national.slice(7)];
    return this.#chance.chance(30) ? `+380${national}` : `0${parts.join(' ')}`;
  }

  #landline({ code, digits }: { readonly code: string; readonly digits: number }): string {
    const local = this.#unique(() => `${code}${this.#chance.digits(digits)}`).slice(code.length);
    return `(0${code}) ${local.slice(0, -4)}-${local.slice(-4, -2)}-${local.slice(-2)}`;
  }

  #unique(make: () => string): string {
    for (;;) {
      const made = make();
      if (this.#taken.has(made)) continue;
      this.#taken.add(made);
      return made;
    }
  }
}
