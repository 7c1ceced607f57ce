import { type Deed, deeds, type RoleCode } from './contract.ts';

/** What each role that ships may do (D-15). A deed that is not listed is refused. */
export const roleDeeds = {
  administrator: deeds,
  head: [
    'desk.use',
    'calls.view_own',
    'calls.view_all',
    'clients.view',
    'clients.edit',
    'board.view',
    'people.view',
    'lines.view',
    'directories.view',
    'parameters.view',
  ],
  supervisor: [
    'desk.use',
    'calls.view_own',
    'calls.view_all',
    'clients.view',
    'clients.edit',
    'board.view',
    'presence.set_others',
    'people.view',
    'lines.view',
    'lines.edit',
    'directories.view',
    'directories.edit',
    'self_check.view',
  ],
  agent: ['desk.use', 'calls.view_own', 'clients.view', 'clients.edit', 'directories.view'],
  manager: ['desk.use', 'calls.view_own', 'clients.view', 'clients.edit', 'directories.view'],
  /** Sets the product up; is no party to the firm's conversations. */
  implementer: [
    'clients.view',
    'people.view',
    'people.edit',
    'lines.view',
    'lines.edit',
    'directories.view',
    'directories.edit',
    'parameters.view',
    'parameters.edit',
    'self_check.view',
  ],
  viewer: ['calls.view_all', 'clients.view', 'board.view', 'people.view', 'lines.view', 'directories.view'],
} as const satisfies Readonly<Record<RoleCode, readonly Deed[]>>;
