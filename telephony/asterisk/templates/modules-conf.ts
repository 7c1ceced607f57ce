/** The modules our configuration needs, by purpose. Loading only these starts in a second and keeps doors shut. */
const modulesByPurpose = {
  core: `res_timing_timerfd res_sorcery_config res_sorcery_memory res_sorcery_astdb res_sorcery_memory_cache
    res_sorcery_realtime res_crypto res_http_websocket res_websocket_client res_musiconhold pbx_config`,
  ari: `res_stasis res_stasis_answer res_stasis_device_state res_stasis_playback res_stasis_recording res_stasis_snoop
    app_stasis res_ari res_ari_model res_ari_applications res_ari_asterisk res_ari_bridges res_ari_channels
    res_ari_device_states res_ari_endpoints res_ari_events res_ari_playbacks res_ari_recordings res_ari_sounds`,
  bridgesAndCodecs: `bridge_simple bridge_native_rtp bridge_softmix bridge_holding bridge_builtin_features codec_ulaw
    codec_alaw codec_a_mu codec_resample codec_g722 codec_opus_open_source res_format_attr_opus format_pcm format_wav
    format_sln chan_bridge_media`,
  sip: `res_pjproject res_pjsip res_pjsip_session res_pjsip_pubsub res_pjsip_authenticator_digest
    res_pjsip_outbound_authenticator_digest res_pjsip_outbound_registration res_pjsip_endpoint_identifier_ip
    res_pjsip_endpoint_identifier_user res_pjsip_endpoint_identifier_anonymous res_pjsip_registrar res_pjsip_caller_id
    res_pjsip_header_funcs res_pjsip_nat res_pjsip_sdp_rtp res_pjsip_dtmf_info res_pjsip_rfc3326 res_pjsip_refer
    res_pjsip_diversion res_pjsip_dlg_options res_pjsip_transport_websocket res_rtp_asterisk res_srtp chan_pjsip`,
  dialplan: `app_dial app_playback app_exec app_echo func_callerid func_channel func_logic func_strings func_devstate
    func_hangupcause func_pjsip_endpoint func_pjsip_contact`,
  callRecords: 'cdr_csv',
};

interface ModuleChoice {
  readonly callRecords: boolean;
  readonly moreModules?: readonly string[];
  /** File names of the modules folder. Releases differ in what they have; what is not there is not asked for. */
  readonly available: readonly string[];
}

export function modulesConf({ callRecords, moreModules = [], available }: ModuleChoice): string {
  const { callRecords: records, ...always } = modulesByPurpose;
  const wanted = [...Object.values(always), ...(callRecords ? [records] : []), ...moreModules].join(' ').split(/\s+/);
  const present = new Set(available);
  const files = wanted.map((name) => `${name}.so`).filter((file) => present.has(file));
  return `[modules]\nautoload = no\n${files.map((file) => `load = ${file}\n`).join('')}`;
}
