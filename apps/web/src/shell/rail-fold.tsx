// One subsystem in the rail 分栏: open where the reader is, and where he opened it; its ledgers stand behind what is worked on.
import { ConsoleLink, keepHere, keptHere, useMe, useNames, useSay } from '@houqin/web-kit'
import { RightOutlined } from '@ant-design/icons'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { ownScreenWords } from './rail-groups.ts'
import type { RailScreen, RailSection } from './rail-groups.ts'

const place = 'rail'
const isAt = (path: string, to: string): boolean => path === to || path.startsWith(`${to}/`)

export function RailList({ screens, path }: { screens: readonly RailScreen[]; path: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  if (screens.length === 0) return null
  return (
    <ul>
      {screens.map(({ path: to, title }) => (
        <li key={to}>
          <ConsoleLink to={to} aria-current={isAt(path, to) ? 'page' : undefined}>
            {say(title, ownScreenWords[title] ?? names.phrase(title))}
          </ConsoleLink>
        </li>
      ))}
    </ul>
  )
}

export function RailFold({ section: { id, title, pages, ledgers }, path }: { section: RailSection; path: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { account } = useMe()
  const list = useId()
  const [opened, setOpened] = useState(() => openedBy(account).has(id))
  // whoever shuts what he is in sees it again with the next page
  const [shutAt, setShutAt] = useState<string>()
  const here = [...pages, ...ledgers].some(({ path: to }) => isAt(path, to))
  const open = here ? shutAt !== path : opened
  const turn = (): void => {
    if (here) setShutAt(open ? path : undefined)
    setOpened(!open)
    const all = new Set(openedBy(account))
    if (open) all.delete(id)
    else all.add(id)
    keepHere(account, place, [...all])
  }
  return (
    <>
      <h3>
        <button type="button" className="hq-plain hq-rail-section" aria-expanded={open} aria-controls={list} onClick={turn}>
          <RightOutlined aria-hidden="true" />
          {say(title, ownScreenWords[title] ?? names.phrase(title))}
        </button>
      </h3>
      <div id={list} hidden={!open}>
        {open && <RailList screens={pages} path={path} />}
        {open && ledgers.length > 0 && (
          <>
            {pages.length > 0 && <p className="hq-rail-ledgers">{say('台账', 'Registers')}</p>}
            <RailList screens={ledgers} path={path} />
          </>
        )}
      </div>
    </>
  )
}

function openedBy(account: string): ReadonlySet<unknown> {
  const kept = keptHere(account, place)
  return new Set(Array.isArray(kept) ? kept : [])
}
