import { WordedError } from '../worded.ts';

/** There is no connection to the PBX at the moment. What was asked for is done again on the next connect. */
export class PbxUnreachableError extends WordedError<'pbx_unreachable'> {
  constructor() {
    super('pbx_unreachable', {
      uk: 'Зараз немає з’єднання з телефонною станцією. Зміну збережено; станція дізнається про неї, щойно з’єднання повернеться.',
      en: 'There is no connection to the telephone system now. The change is kept and passed on as soon as the connection is back.',
    });
  }
}

/** The PBX does not take phones over ARI. */
export class PhoneRefusedError extends WordedError<'phone_refused'> {
  constructor(endpoint: string, said: string) {
    super('phone_refused', {
      uk: `Asterisk не прийняв телефон ${endpoint}: ${said}. Перевірте рядки sorcery.conf, які виводить «npm run asterisk:config».`,
      en: `Asterisk did not accept the phone ${endpoint}: ${said}. Check the lines of sorcery.conf that "npm run asterisk:config" prints.`,
    });
  }
}
