// The rail: groups of screens; folded to pictures when the reader wants the room.
import { ConsoleLink, useMe, useSay } from '@houqin/web-kit'
import type { IndexedPart } from '@houqin/web-kit'
import { HomeOutlined, MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { GroupIcon } from './group-icon.tsx'
import { RailFold, RailList } from './rail-fold.tsx'
import { groupWords, railGroups } from './rail-groups.ts'

const kept = 'houqin.rail'

export function Rail({ parts, path }: { parts: readonly IndexedPart[]; path: string }): ReactNode {
  const say = useSay()
  const me = useMe()
  const [folded, setFolded] = useState(() => localStorage.getItem(kept) === 'folded')
  const fold = (next: boolean): void => {
    setFolded(next)
    localStorage.setItem(kept, next ? 'folded' : 'open')
  }
  const groups = railGroups(parts, me)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Not returned: newer browsers answer with a promise, which is no way to clean up.
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [path])
  return (
    <nav className="hq-rail-nav" data-folded={folded ? '' : undefined} aria-label={say('主导航', 'Main')}>
      <ConsoleLink to="/" className="hq-brand" aria-current={path === '/' ? 'page' : undefined} title={say('首页', 'Home')}>
        <HomeOutlined aria-hidden="true" />
        <span className={folded ? 'hq-hidden' : undefined}>{say('智慧后勤', 'Houqin')}</span>
      </ConsoleLink>
      <div ref={list} className="hq-rail-groups">
        {groups.map(({ group, screens, sections, beside }) => {
          const title = say(group, groupWords[group])
          if (folded)
            return (
              <button key={group} type="button" className="hq-plain hq-rail-group" title={title} aria-label={title} onClick={() => fold(false)}>
                <GroupIcon group={group} />
              </button>
            )
          return (
            <section key={group} aria-label={title}>
              <h2 className="hq-rail-group">
                <GroupIcon group={group} /> {title}
              </h2>
              <RailList screens={sections.length === 0 ? screens : beside} path={path} />
              {sections.map((section) => (
                <RailFold key={section.id} section={section} path={path} />
              ))}
            </section>
          )
        })}
      </div>
      <button type="button" className="hq-plain hq-rail-fold" aria-expanded={!folded} onClick={() => fold(!folded)}>
        {folded ? <MenuUnfoldOutlined aria-hidden="true" /> : <MenuFoldOutlined aria-hidden="true" />}
        <span className={folded ? 'hq-hidden' : undefined}>{folded ? say('展开', 'Unfold') : say('收起', 'Fold')}</span>
      </button>
    </nav>
  )
}
