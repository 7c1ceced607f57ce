import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import { parseCallSearch } from '../calls/call-search.ts';
import { parseEventSearch } from '../events/event-search.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { parseTaskSearch } from '../tasks/task-search.ts';
import { textIn } from '../ui/search-values.ts';
import { FramePage } from './frame-page.tsx';
import { PageFailed, PageMissing } from './page-failed.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: PageMissing, errorComponent: PageFailed });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: (raw): { back?: string; ended?: boolean } => {
    const back = textIn(raw.back);
    // Only a path of ours: an address from a letter must not lead away after signing in.
    const isOurs = back?.startsWith('/') && !back.startsWith('//') && !back.includes('\\');
    return { ...(back && isOurs ? { back } : {}), ...(raw.ended ? { ended: true } : {}) };
  },
});

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: FramePage });

const desk = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('../desk/desk-page.tsx'), 'DeskPage'),
});

const calls = createRoute({
  getParentRoute: () => frame,
  path: '/calls',
  validateSearch: parseCallSearch,
  component: lazyRouteComponent(() => import('../calls/calls-page.tsx'), 'CallsPage'),
});
const call = createRoute({
  getParentRoute: () => calls,
  path: '$callId',
  component: lazyRouteComponent(() => import('../calls/call-card.tsx'), 'CallCardPage'),
});

const clients = createRoute({
  getParentRoute: () => frame,
  path: '/clients',
  validateSearch: (raw): { q?: string; edit?: boolean } => {
    const q = textIn(typeof raw.q === 'number' ? String(raw.q) : raw.q);
    return { ...(q ? { q } : {}), ...(raw.edit === true ? { edit: true } : {}) };
  },
  component: lazyRouteComponent(() => import('../clients/clients-page.tsx'), 'ClientsPage'),
});
const client = createRoute({
  getParentRoute: () => clients,
  path: '$clientId',
  component: lazyRouteComponent(() => import('../clients/client-card-page.tsx'), 'ClientCardPage'),
});

const events = createRoute({
  getParentRoute: () => frame,
  path: '/events',
  validateSearch: parseEventSearch,
  component: lazyRouteComponent(() => import('../events/events-page.tsx'), 'EventsPage'),
});
const event = createRoute({
  getParentRoute: () => events,
  path: '$eventId',
  component: lazyRouteComponent(() => import('../events/event-card-page.tsx'), 'EventCardPage'),
});
const tasks = createRoute({
  getParentRoute: () => frame,
  path: '/tasks',
  validateSearch: parseTaskSearch,
  component: lazyRouteComponent(() => import('../tasks/tasks-page.tsx'), 'TasksPage'),
});
const task = createRoute({
  getParentRoute: () => tasks,
  path: '$taskId',
  component: lazyRouteComponent(() => import('../tasks/task-card-page.tsx'), 'TaskCardPage'),
});

const hotline = createRoute({
  getParentRoute: () => frame,
  path: '/hotline',
  component: lazyRouteComponent(() => import('../hotline/board-page.tsx'), 'BoardPage'),
});

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
});
const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/user-statuses' });
  },
});
const userStatuses = createRoute({
  getParentRoute: () => settings,
  path: 'user-statuses',
  component: lazyRouteComponent(() => import('../directories/user-statuses-page.tsx'), 'UserStatusesPage'),
});
const taskStatuses = createRoute({
  getParentRoute: () => settings,
  path: 'task-statuses',
  component: lazyRouteComponent(() => import('../directories/task-statuses-page.tsx'), 'TaskStatusesPage'),
});
const people = createRoute({
  getParentRoute: () => settings,
  path: 'people',
  validateSearch: (raw): { person?: string } => {
    const person = textIn(raw.person);
    return person ? { person } : {};
  },
  component: lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
});
const lines = createRoute({
  getParentRoute: () => settings,
  path: 'lines',
  component: lazyRouteComponent(() => import('../hotline/lines-page.tsx'), 'LinesPage'),
});
const callParameters = createRoute({
  getParentRoute: () => settings,
  path: 'calls',
  component: lazyRouteComponent(() => import('../calls/call-parameters-page.tsx'), 'CallParametersPage'),
});

const employees = createRoute({
  getParentRoute: () => frame,
  path: '/employees',
  validateSearch: (raw): { employee?: string } => {
    const employee = textIn(raw.employee);
    return employee ? { employee } : {};
  },
  component: lazyRouteComponent(() => import('../people/employees-page.tsx'), 'EmployeesPage'),
});
const enterprises = createRoute({
  getParentRoute: () => frame,
  path: '/enterprises',
  component: lazyRouteComponent(() => import('../enterprises/enterprises-page.tsx'), 'EnterprisesPage'),
});

const historyRules = createRoute({
  getParentRoute: () => settings,
  path: 'history',
  component: lazyRouteComponent(() => import('../history/history-rules-page.tsx'), 'HistoryRulesPage'),
});
const history = createRoute({
  getParentRoute: () => frame,
  path: '/history',
  validateSearch: (raw): { kind?: string } => {
    const kind = textIn(raw.kind);
    return kind ? { kind } : {};
  },
  component: lazyRouteComponent(() => import('../history/history-page.tsx'), 'HistoryPage'),
});

const selfCheck = createRoute({
  getParentRoute: () => frame,
  path: '/self-check',
  component: lazyRouteComponent(() => import('../self-check/self-check-page.tsx'), 'SelfCheckPage'),
});

const routeTree = root.addChildren([
  signIn,
  frame.addChildren([
    desk,
    calls.addChildren([call]),
    clients.addChildren([client]),
    events.addChildren([event]),
    tasks.addChildren([task]),
    hotline,
    settings.addChildren([settingsStart, userStatuses, taskStatuses, people, historyRules, lines, callParameters]),
    employees,
    enterprises,
    history,
    selfCheck,
  ]),
]);

/** Every address of the console. All but the frame and the sign-in page load when first visited. */
export const makeRouter = (history?: RouterHistory) =>
  createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultNotFoundComponent: PageMissing,
    defaultErrorComponent: PageFailed,
    ...(history ? { history } : {}),
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
