// The routes: the door (sign in, set up), the shell with its own pages, and every screen of every subsystem.
import { Fault, forgetSeen, meQuery, ProblemError, restoreSeen, ToastProvider, Waiting } from '@houqin/web-kit'
import type { IndexedScreen, Me } from '@houqin/web-kit'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { ownHome } from './shell/rail-groups.ts'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { Shell } from './shell/shell.tsx'
import { queryClient, sessionEnded } from './query-client.ts'
import { house } from './house.ts'

const rootRoute = createRootRoute({
  component: () => (
    <ToastProvider>
      <Outlet />
    </ToastProvider>
  ),
})
const doorRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/sign-in', component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/sign-in/unified', component: lazyRouteComponent(() => import('./sign-in/unified-page.tsx'), 'UnifiedPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/password', component: lazyRouteComponent(() => import('./sign-in/password-page.tsx'), 'PasswordPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/second-factor', component: lazyRouteComponent(() => import('./sign-in/second-factor-page.tsx'), 'SecondFactorPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/setup/$token', component: lazyRouteComponent(() => import('./setup/setup-page.tsx'), 'SetupPage') }),
]

const wallPath = '/screen'
const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', beforeLoad: letIn, component: () => <Shell parts={house.parts} /> })
/** The board over the whole window, without rail and bar. */
const wallRoute = createRoute({ getParentRoute: () => rootRoute, path: wallPath, beforeLoad: letIn, component: lazyRouteComponent(() => import('./wall/wall-page.tsx'), 'WallPage') })

/** Only who is signed in and has nothing to settle at the door. @throws what leads elsewhere, or a ProblemError */
async function letIn({ location }: { location: { href: string } }): Promise<void> {
  try {
    const me = await whoIsHere()
    if (me.mustChangePassword) redirect({ to: '/password', throw: true })
    if (me.secondFactorRequired) redirect({ to: '/second-factor', throw: true })
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.type === 'not-signed-in') await forgetSeen()
    if (thrown instanceof ProblemError && thrown.type === 'not-signed-in') redirect({ to: '/sign-in', search: { to: location.href }, throw: true })
    if (thrown instanceof ProblemError && thrown.type === 'password-change-required') redirect({ to: '/password', throw: true })
    throw thrown
  }
}

/** Who is signed in; without a network, whoever was last and has not left. @throws ProblemError */
async function whoIsHere(): Promise<Me> {
  try {
    return await queryClient.ensureQueryData(meQuery)
  } catch (thrown) {
    const seen = thrown instanceof ProblemError && thrown.status === 0 && (await restoreSeen(queryClient)) ? queryClient.getQueryData(meQuery.queryKey) : undefined
    if (!seen) throw thrown
    return seen
  }
}

/** Pages of the console itself. @param needs what must be declared before the page stands: of one id that its address names, or all there is. */
interface OwnPage {
  readonly path: string
  readonly load: () => Promise<ComponentType>
  readonly needs?: 'the-named' | 'everything'
}
const ownPages: readonly OwnPage[] = [
  { path: '/', load: async () => (await import('./home/home-page.tsx')).HomePage },
  { path: '/inbox', load: async () => (await import('./pages/inbox.ts')).Inbox },
  { path: '/messages', load: async () => (await import('./home/messages-page.tsx')).MessagesPage },
  { path: '/alarms', load: async () => (await import('./pages/alarms.ts')).AlarmList },
  { path: '/standards', load: async () => (await import('./pages/standards.ts')).StandardList },
  { path: '/standards/$id/sandbox', needs: 'the-named', load: async () => (await import('./pages/standard-sandbox.tsx')).StandardSandbox },
  { path: '/standards/$id', needs: 'the-named', load: async () => (await import('./pages/one-standard.tsx')).OneStandard },
  { path: '/due', needs: 'everything', load: async () => (await import('./due/due-page.tsx')).DuePage },
  { path: '/reports', load: async () => (await import('./reports/reports-page.tsx')).ReportsPage },
  { path: '/reports/$id', needs: 'the-named', load: async () => (await import('./reports/report-page.tsx')).ReportPage },
  { path: '/exports/verify', load: async () => (await import('./reports/verify-page.tsx')).VerifyPage },
  { path: '/waiting', load: async () => (await import('./offline/waiting-page.tsx')).WaitingPage },
  { path: '/me', load: async () => (await import('./me/me-page.tsx')).MePage },
  { path: '/all', load: async () => (await import('./pages/all-screens.tsx')).AllScreens },
  { path: '/scan', load: async () => (await import('./scan/scan-page.tsx')).ScanPage },
  { path: '/approval/routes', load: async () => (await import('./approval/routes-page.tsx')).RoutesPage },
  { path: '/approval/deputies', load: async () => (await import('./approval/deputies-page.tsx')).DeputiesPage },
  { path: '/administration/accounts', load: async () => (await import('./administration/accounts-page.tsx')).AccountsPage },
  { path: '/administration/grants', load: async () => (await import('./administration/grants-page.tsx')).GrantsPage },
  { path: '/administration/api-keys', load: async () => (await import('./administration/api-keys-page.tsx')).ApiKeysPage },
  { path: '/administration/second-factor-resets', load: async () => (await import('./administration/second-factor-resets.tsx')).SecondFactorResetsPage },
  { path: '/administration/channels', load: async () => (await import('./channels/channels-page.tsx')).ChannelsPage },
  { path: '/administration/notices', load: async () => (await import('./administration/notices-page.tsx')).NoticesPage },
  { path: '/administration/identity', load: async () => (await import('./administration/identity-page.tsx')).IdentityPage },
  { path: '/administration/audit', load: async () => (await import('./administration/audit-page.tsx')).AuditPage },
]

function shellPage({ path, load, needs }: OwnPage) {
  return createRoute({
    getParentRoute: () => shellRoute,
    path,
    ...(path === '/' && { beforeLoad: leadOn }),
    ...(needs && { loader: ({ params }: { params: object }) => declared(needs === 'everything' ? undefined : (params as { id: string }).id) }), // both such paths name one
    component: lazyRouteComponent(async () => ({ Page: await load() }), 'Page'),
  })
}
/** Whose first screen a subsystem made is led there before any other is fetched. */
async function leadOn(): Promise<void> {
  const own = ownHome(house.parts, await whoIsHere())
  if (own !== undefined) redirect({ to: own, replace: true, throw: true })
}
async function declared(id: string | undefined): Promise<void> {
  if (id === undefined) await house.whole()
  else await Promise.all(house.subsystemsOf([id]).map(house.load))
}
function screenPage(screen: IndexedScreen) {
  // A screen's module exports `Screen`, a component without props: registerScreens, matterScreens and page() say so.
  return shellPage({ path: screen.path, load: async () => (await screen.load()).Screen as ComponentType })
}

/** Any other address, said inside the shell, so that the way on is at hand. */
const nowhere = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage })

const routeTree = rootRoute.addChildren([
  ...doorRoutes,
  wallRoute,
  shellRoute.addChildren([...ownPages.map(shellPage), ...house.parts.flatMap((part) => part.screens).map(screenPage), nowhere]),
])

/** Addresses carry plain text: `?where.area.gte=100`, never JSON. */
function plainSearch(search: Readonly<Record<string, unknown>>): string {
  const given = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) if (typeof value === 'string') given.set(key, value)
  const text = given.toString().replace(/%2C/g, ',').replace(/%2F/g, '/')
  return text && `?${text}`
}

export const router = createRouter({
  routeTree,
  defaultPendingMs: 150,
  // a page that is ready is shown, even where what stood in its place has hardly been seen
  defaultPendingMinMs: 0,
  defaultPendingComponent: () => <Waiting lines={8} />,
  defaultErrorComponent: ({ error, reset }): ReactNode => <Fault error={error} onRetry={reset} />,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: plainSearch,
})

/** Asks who is here and fetches the scripts of the page that is asked for, both before anything is drawn. */
export function fetchAskedPage(): void {
  const [, , foundRoute] = router.getMatchedRoutes(location.pathname)
  if (!foundRoute) return
  // at the door nobody is known
  if (foundRoute.parentRoute === shellRoute || foundRoute === wallRoute) void queryClient.prefetchQuery(meQuery)
  // a page that cannot be had says so when it is shown
  void router.loadRouteChunk(foundRoute)?.catch(() => undefined)
}

sessionEnded.tell = (why) => {
  if (why === 'not-signed-in' && router.state.location.pathname === wallPath) {
    // a wall says so itself, over what it read last
    void queryClient.refetchQueries({ queryKey: meQuery.queryKey }, { cancelRefetch: false })
    return
  }
  queryClient.removeQueries({ queryKey: meQuery.queryKey })
  void forgetSeen()
  const { href, pathname } = router.state.location
  if (pathname === '/sign-in' || pathname === '/password') return
  if (why === 'password-change-required') router.history.push('/password')
  else router.history.push(`/sign-in?why=ended&to=${encodeURIComponent(href)}`)
}
