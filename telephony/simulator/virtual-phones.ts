import type { DeviceState } from '../pbx.ts';

interface Phone {
  isRegistered: boolean;
  /** Channels of the phone, with whether each has been picked up. */
  readonly channels: Map<string, boolean>;
  reported: DeviceState;
}

/** The phones of a virtual PBX. Says a state only when it has changed, as Asterisk does. */
export class VirtualPhones {
  readonly #phones = new Map<string, Phone>();
  readonly #report: (endpoint: string, state: DeviceState) => void;

  constructor(endpoints: readonly string[], report: (endpoint: string, state: DeviceState) => void) {
    this.#report = report;
    for (const endpoint of endpoints) {
      this.#phones.set(endpoint, { isRegistered: true, channels: new Map(), reported: 'reachable' });
    }
  }

  isRegistered(endpoint: string): boolean {
    return this.#phones.get(endpoint)?.isRegistered ?? false;
  }

  isInUse(endpoint: string): boolean {
    const phone = this.#phones.get(endpoint);
    return phone !== undefined && stateOf(phone) === 'in_use';
  }

  setRegistered(endpoint: string, isRegistered: boolean) {
    this.#change(endpoint, (phone) => {
      phone.isRegistered = isRegistered;
    });
  }

  setChannel(endpoint: string, channelId: string, isUp: boolean) {
    this.#change(endpoint, (phone) => phone.channels.set(channelId, isUp));
  }

  removeChannel(endpoint: string, channelId: string) {
    this.#change(endpoint, (phone) => phone.channels.delete(channelId));
  }

  /** An account that is put again makes its phones known again. */
  reportAgain(endpoint: string) {
    const phone = this.#phones.get(endpoint);
    if (phone) this.#report(endpoint, stateOf(phone));
  }

  /** A restart of the PBX: no calls, nobody registered, and nobody told. */
  forgetAll() {
    for (const phone of this.#phones.values()) {
      phone.channels.clear();
      phone.isRegistered = false;
      phone.reported = 'unreachable';
    }
  }

  states(): { readonly endpoint: string; readonly state: DeviceState }[] {
    return [...this.#phones].map(([endpoint, phone]) => ({ endpoint, state: stateOf(phone) }));
  }

  #change(endpoint: string, change: (phone: Phone) => void) {
    const phone = this.#phones.get(endpoint);
    if (!phone) return;
    change(phone);
    const state = stateOf(phone);
    if (state === phone.reported) return;
    phone.reported = state;
    this.#report(endpoint, state);
  }
}

function stateOf(phone: Phone): DeviceState {
  for (const isUp of phone.channels.values()) if (isUp) return 'in_use';
  return phone.isRegistered ? 'reachable' : 'unreachable';
}
