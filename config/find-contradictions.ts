import type { ConfigMistake } from './load-config.ts';
import type { VariableName, Variables } from './variables.ts';

const ariVariables = ['ARI_URL', 'ARI_USER', 'ARI_PASSWORD'] as const satisfies readonly VariableName[];
const administrator = ['DZVIN_ADMIN_EMAIL', 'DZVIN_ADMIN_PASSWORD'] as const satisfies readonly VariableName[];
const ports = ['PORT', 'SIP_PORT', 'ARI_PORT'] as const satisfies readonly VariableName[];

/**
 * What each variable alone allows and all together do not.
 *
 * @param values without those that are wrong themselves
 * @param isSet whether the variable is in the environment, right or wrong
 */
export function findContradictions(
  values: Partial<Variables>,
  isSet: (name: VariableName) => boolean,
): readonly ConfigMistake[] {
  return [...missingAri(isSet), ...halfAdministrator(isSet), ...samePorts(values), ...rtpBackwards(values)];
}

function missingAri(isSet: (name: VariableName) => boolean): readonly ConfigMistake[] {
  const given = ariVariables.filter(isSet);
  if (given.length === 0) return [];
  return ariVariables
    .filter((name) => !isSet(name))
    .map((variable) => ({
      variable,
      uk: `${variable} не задано, а ${given.join(' і ')} задано: для власної АТС потрібні всі три, для вбудованої жодної.`,
      en: `${variable} is not set but ${given.join(' and ')} is: your own PBX needs all three, the built-in one none.`,
    }));
}

function halfAdministrator(isSet: (name: VariableName) => boolean): readonly ConfigMistake[] {
  const missing = administrator.filter((name) => !isSet(name));
  if (missing.length !== 1) return [];
  return missing.map((variable) => ({
    variable,
    uk: `${variable} не задано: першому адміністраторові потрібні й пошта, і пароль.`,
    en: `${variable} is not set: the first administrator needs both an e-mail address and a password.`,
  }));
}

function samePorts(values: Partial<Variables>): readonly ConfigMistake[] {
  return ports.flatMap((variable, place) => {
    const twin = ports
      .slice(0, place)
      .find((other) => values[other] !== undefined && values[other] === values[variable]);
    if (twin === undefined) return [];
    const both = `${twin}=${values[twin]}`;
    return [
      {
        variable,
        uk: `${variable} має той самий порт, що й ${both}: дайте кожному свій.`,
        en: `${variable} has the same port as ${both}: give each its own.`,
      },
    ];
  });
}

/** A call takes two ports, its RTP and its RTCP. */
function rtpBackwards({ RTP_START: start, RTP_END: end }: Partial<Variables>): readonly ConfigMistake[] {
  if (start === undefined || end === undefined || end > start) return [];
  return [
    {
      variable: 'RTP_END',
      uk: `RTP_END=${end} не більше за RTP_START=${start}: задайте проміжок портів, два порти на розмову.`,
      en: `RTP_END=${end} is not above RTP_START=${start}: give a range of ports, two for each call.`,
    },
  ];
}
