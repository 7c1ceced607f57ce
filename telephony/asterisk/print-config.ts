/** `npm run asterisk:config`: prints what to add to a PBX of one's own. */
import { configForOwnPbx } from './config-for-own-pbx.ts';

const { ARI_USER = 'dzvin', ARI_PASSWORD } = process.env;
process.stdout.write(configForOwnPbx({ ariUser: ARI_USER, ariPassword: ARI_PASSWORD || null, trunk: 'trunk' }));
