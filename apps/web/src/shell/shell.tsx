// The shell of the console: rail and top bar at the desk, a bar below on a telephone, the page in between.
import { alarmsQuery, ConsoleLink, ErrorBoundary, inboxQuery, noticesQuery, useAtLeisure, useChosenSite, useEvents, useIsPhone, useMe, usePreferences, useSay, Waiting, worksAtSeveral } from '@houqin/web-kit'
import type { IndexedPart } from '@houqin/web-kit'
import { AlertOutlined, BellOutlined, HomeOutlined, InboxOutlined, ScanOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { useKeptDisplay } from '../me/use-display.ts'
import { OfflineStrip } from '../offline/offline-strip.tsx'
import { AccountMenu } from './account-menu.tsx'
import { screenAt } from './rail-groups.ts'
import { Rail } from './rail.tsx'
import { StillOpen } from './still-open.tsx'
import { useKeys } from './use-keys.ts'
import { useNoticesSeen } from './use-notices-seen.ts'
import './shell.css'

const searchKeys = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }))
const SitePlace = lazy(async () => ({ default: (await import('../site/site-place.tsx')).SitePlace }))
const SearchSheet = lazy(async () => ({ default: (await import('../search/search-sheet.tsx')).SearchSheet }))

export function Shell({ parts }: { parts: readonly IndexedPart[] }): ReactNode {
  const say = useSay()
  const phone = useIsPhone()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  // the page that stands: while the next is fetched the address is ahead of it, and a page that leaves must not be set up anew under another's address
  const shown = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname ?? '' })
  const [searching, setSearching] = useState(false)
  const [keys, setKeys] = useState(false)
  const several = worksAtSeveral(useMe())
  const chosen = useChosenSite()
  // until one is chosen it says nothing that cannot wait
  const leisure = useAtLeisure(several)
  const [choosing, setChoosing] = useState(false)
  const site = several && (leisure || choosing || chosen !== null) && (
    <Suspense fallback={null}>
      <SitePlace open={choosing} onOpen={() => setChoosing(true)} onClose={() => setChoosing(false)} />
    </Suspense>
  )
  useEvents()
  useNoticesSeen(path)
  useKeptDisplay()
  useKeys({ onSearch: () => setSearching(true), onKeys: () => setKeys(true), onSites: several ? () => setChoosing(true) : undefined })
  return (
    <div className={phone ? 'hq-shell hq-shell-phone' : 'hq-shell'}>
      <a className="hq-skip" href="#page">
        {say('跳到正文', 'Skip to the page')}
      </a>
      {!phone && <Rail parts={parts} path={path} />}
      <div className="hq-shell-main">
        <TopBar phone={phone} path={path} site={!phone && site} onSearch={() => setSearching(true)} onKeys={() => setKeys(true)} />
        <OfflineStrip />
        {phone && site}
        <main id="page" tabIndex={-1} className="hq-page">
          <ErrorBoundary resetKey={shown}>
            <Suspense fallback={<Waiting lines={8} />}>
              <StillOpen key={shown} screen={screenAt(parts, shown)}>
                <Outlet />
              </StillOpen>
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      {phone && <BottomBar path={path} />}
      {searching && (
        <Suspense fallback={null}>
          <SearchSheet parts={parts} onClose={() => setSearching(false)} />
        </Suspense>
      )}
      {keys && (
        <Suspense fallback={null}>
          <KeysSheet sites={several} onClose={() => setKeys(false)} />
        </Suspense>
      )}
    </div>
  )
}

function TopBar({ phone, path, site, onSearch, onKeys }: { phone: boolean; path: string; site: ReactNode; onSearch: () => void; onKeys: () => void }): ReactNode {
  const say = useSay()
  const { data: inbox } = useQuery(inboxQuery('mine'))
  const { data: alarms } = useQuery(alarmsQuery('open', useChosenSite()?.id))
  const { data: notices } = useQuery(noticesQuery)
  return (
    <header className="hq-top">
      {phone && (
        <ConsoleLink to="/" className="hq-brand">
          {say('智慧后勤', 'Houqin')}
        </ConsoleLink>
      )}
      <button type="button" className="hq-top-search" onClick={onSearch} aria-haspopup="dialog">
        <SearchOutlined aria-hidden="true" />
        <span>{say('搜索人、房间、单号', 'Search people, rooms, numbers')}</span>
        {!phone && <kbd>{searchKeys}</kbd>}
      </button>
      {site}
      <TopLink to="/alarms" icon={AlertOutlined} label={say('告警', 'Alarms')} count={alarms?.total ?? 0} urgent />
      {!phone && (
        <>
          <TopLink to="/inbox" icon={InboxOutlined} label={say('待办', 'Inbox')} count={inbox?.total ?? 0} urgent={(inbox?.overdue ?? 0) > 0} />
          <TopLink to="/messages" icon={BellOutlined} label={say('通知', 'Notices')} count={notices?.unread ?? 0} />
          <AccountMenu path={path} onKeys={onKeys} />
        </>
      )}
    </header>
  )
}

function TopLink({ to, icon: Icon, label, count, urgent = false }: { to: string; icon: ComponentType<{ 'aria-hidden'?: 'true' }>; label: string; count: number; urgent?: boolean }): ReactNode {
  return (
    <ConsoleLink to={to} className="hq-top-link" title={label} aria-label={count > 0 ? `${label} ${count}` : label}>
      <Icon aria-hidden="true" />
      {count > 0 && (
        <span className="hq-count" data-urgent={urgent ? '' : undefined} aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </ConsoleLink>
  )
}

function BottomBar({ path }: { path: string }): ReactNode {
  const say = useSay()
  const { large } = usePreferences()
  const { data: inbox } = useQuery(inboxQuery('mine'))
  const { data: notices } = useQuery(noticesQuery)
  const entries = [
    { to: '/', label: say('首页', 'Home'), icon: HomeOutlined, count: 0 },
    { to: '/inbox', label: say('待办', 'Inbox'), icon: InboxOutlined, count: inbox?.total ?? 0 },
    { to: '/scan', label: say('扫一扫', 'Scan'), icon: ScanOutlined, count: 0 },
    { to: '/messages', label: say('消息', 'News'), icon: BellOutlined, count: notices?.unread ?? 0 },
    { to: '/me', label: say('我的', 'Me'), icon: UserOutlined, count: 0 },
  ]
  return (
    <nav className="hq-bottom" aria-label={say('主导航', 'Main')} data-large={large ? '' : undefined}>
      {entries.map(({ to, label, icon: Icon, count }) => (
        <ConsoleLink key={to} to={to} aria-current={path === to ? 'page' : undefined}>
          <span className="hq-bottom-icon">
            <Icon aria-hidden="true" />
            {count > 0 && (
              <span className="hq-count" aria-hidden="true">
                {count > 99 ? '99+' : count}
              </span>
            )}
          </span>
          {label}
          {count > 0 && <span className="hq-hidden">{count}</span>}
        </ConsoleLink>
      ))}
    </nav>
  )
}
