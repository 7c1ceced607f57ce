import { stasisApplication } from './templates/asterisk-setup.ts';
import { dialplan, phoneContext, trunkContext } from './templates/extensions-conf.ts';
import { sorceryConf } from './templates/pjsip-conf.ts';

export interface OwnPbx {
  readonly ariUser: string;
  /** Null: a place to put one is shown. */
  readonly ariPassword: string | null;
  /** The PJSIP endpoint of the operator. */
  readonly trunk: string;
}

/** What has to be added to a PBX of one's own, file by file, as `npm run asterisk:config` prints it. */
export function configForOwnPbx({ ariUser, ariPassword, trunk }: OwnPbx): string {
  return [heading, http, ari(ariUser, ariPassword), sorcery(), modules, pjsip(trunk), extensions(trunk), closing].join(
    '\n',
  );
}

const heading = `; Дзвін — що додати до вашого Asterisk (версія 16 або новіша). Кожен розділ називає файл; після змін: core restart gracefully
; Dzvin — what to add to your Asterisk (version 16 or newer). Each part names its file; after the changes: core restart gracefully
`;

const http = `; ============================================================ http.conf
; ARI і телефони в браузері. Для звернень з інших машин поставте адресу мережі замість 127.0.0.1 і TLS.
; ARI and browser phones. For requests from other machines put a network address in place of 127.0.0.1, and TLS.
[general]
enabled = yes
bindaddr = 127.0.0.1
bindport = 8088
`;

const ari = (
  user: string,
  password: string | null,
) => `; ============================================================ ari.conf
; Ті самі ім’я і пароль, що в ARI_USER і ARI_PASSWORD. Застосунок у Stasis — «${stasisApplication}».
; The same user and password as in ARI_USER and ARI_PASSWORD. The Stasis application is "${stasisApplication}".
[general]
enabled = yes

[${user}]
type = user
read_only = no
password = ${password ?? '<ARI_PASSWORD>'}
`;

const sorcery = () => `; ============================================================ sorcery.conf
; Дзвін сам заводить телефони людей (dynamic configuration); вони живуть у пам’яті поруч із вашим pjsip.conf.
; Dzvin makes people's phones itself (dynamic configuration); they live in memory beside your pjsip.conf.
${sorceryConf()}`;

const modules = `; ============================================================ modules.conf
; Потрібно, якщо у вас autoload = no; інакше нічого не змінюйте.
; Needed if you have autoload = no; otherwise change nothing.
; res_ari*, res_stasis*, app_stasis, res_sorcery_memory, res_http_websocket, res_pjsip_transport_websocket, res_srtp,
; res_crypto, codec_opus_open_source (or codec_opus), codec_resample, res_musiconhold, app_dial, app_exec, func_callerid,
; func_channel, func_devstate, func_logic, func_strings, cdr_csv
`;

const pjsip = (trunk: string) => `; ============================================================ pjsip.conf
; 1. Ваш оператор: endpoint «${trunk}» має вести дзвінки в контекст Дзвона.
; 2. Для телефонів у браузері потрібен транспорт ws або wss. Телефонів людей тут не описуйте.
; 1. Your operator: the endpoint "${trunk}" has to lead calls into Dzvin's context.
; 2. Browser phones need a transport ws or wss. Do not describe people's phones here.
;
; [${trunk}]
; type = endpoint
; context = ${trunkContext}
;
; [ws]
; type = transport
; protocol = ws
; bind = 0.0.0.0
`;

const extensions = (trunk: string) => `; ============================================================ extensions.conf
; Лінії, прямі та внутрішні номери живуть у Дзвоні: тут їх не описують. Поки Дзвін не відповідає, зовнішній абонент
; слухає музику, через 20 с дзвонить резервна група (DZVIN_FALLBACK ставить Дзвін), внутрішні дзвінки йдуть напряму.
; Lines, direct numbers and extensions live in Dzvin and are not described here. While Dzvin does not answer, a caller from
; outside hears music, after 20 s the fallback group rings (Dzvin sets DZVIN_FALLBACK), internal calls go directly.
; Телефони людей дзвонять у контекст ${phoneContext}. / People's phones call into the context ${phoneContext}.
[globals]
DZVIN_TRUNK = ${trunk}

${dialplan()}`;

const closing = `; ============================================================
; Потім: ARI_URL=http://<адреса>:8088 ARI_USER=… ARI_PASSWORD=… npm start, і npm run doctor для перевірки.
; Then: ARI_URL=http://<address>:8088 ARI_USER=… ARI_PASSWORD=… npm start, and npm run doctor to check.
`;
