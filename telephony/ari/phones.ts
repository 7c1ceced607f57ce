import type { PhoneAccount } from '../pbx.ts';
import { callerIdText } from './caller-id-text.ts';
import type { AriRequest } from './transport.ts';

export interface PhoneSettings {
  /** The dialplan context that phones call into. */
  readonly context: string;
  /** Media is offered and bound to this address; null: as PJSIP is set up. */
  readonly mediaAddress: string | null;
}

type Fields = Readonly<Record<string, string | number>>;

/**
 * What makes a phone known, in this order: an endpoint names its auth and aor. No transport is named, so that a desk
 * phone may register over UDP or TCP.
 */
export function phoneRequests(phone: PhoneAccount, settings: PhoneSettings): readonly AriRequest[] {
  const { endpoint, secret } = phone;
  return [
    put('auth', endpoint, { auth_type: 'userpass', username: endpoint, password: secret }),
    // Asked whether it is there once a minute: a phone that went away without a word is not believed for longer.
    put('aor', endpoint, { max_contacts: 1, remove_existing: 'yes', qualify_frequency: 60 }),
    put('endpoint', endpoint, endpointFields(phone, settings)),
  ];
}

/** The reverse of `phoneRequests`. Something that is not there answers 404, which is what was wanted. */
export function removePhoneRequests(endpoint: string): readonly AriRequest[] {
  return ['endpoint', 'aor', 'auth'].map((type) => ({ method: 'DELETE' as const, uri: uriOf(type, endpoint) }));
}

function endpointFields(
  { endpoint, kind, callerName, extension }: PhoneAccount,
  { context, mediaAddress }: PhoneSettings,
): Fields {
  return {
    context,
    auth: endpoint,
    aors: endpoint,
    callerid: callerIdText(callerName, extension),
    disallow: 'all',
    allow: kind === 'browser' ? 'opus,ulaw,alaw' : 'ulaw,alaw',
    direct_media: 'no',
    rtp_symmetric: 'yes',
    force_rport: 'yes',
    rewrite_contact: 'yes',
    ...(kind === 'browser' && { webrtc: 'yes' }),
    ...(mediaAddress !== null && { media_address: mediaAddress, bind_rtp_to_media_address: 'yes' }),
  };
}

const uriOf = (type: string, id: string) => `asterisk/config/dynamic/res_pjsip/${type}/${encodeURIComponent(id)}`;

const put = (type: string, id: string, fields: Fields): AriRequest => ({
  method: 'PUT',
  uri: uriOf(type, id),
  body: { fields: Object.entries(fields).map(([attribute, value]) => ({ attribute, value: String(value) })) },
});
