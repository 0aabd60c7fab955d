// Everything one may open, by group: the rail as a page, for the telephone.
import { ConsoleLink, PageHead, useHouse, useMe, useNames, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { GroupIcon } from '../shell/group-icon.tsx'
import { groupWords, ownScreenWords, railGroups } from '../shell/rail-groups.ts'
import type { RailScreen } from '../shell/rail-groups.ts'
import './all-screens.css'

export function AllScreens(): ReactNode {
  const say = useSay()
  const names = useNames()
  const me = useMe()
  const { parts } = useHouse()
  return (
    <>
      <PageHead title={say('全部功能', 'Everything')} />
      <div className="hq-stack">
        {railGroups(parts, me).map(({ group, screens, sections, beside }) => (
          <section key={group} className="hq-panel" aria-label={say(group, groupWords[group])}>
            <h2 className="hq-row hq-below">
              <GroupIcon group={group} /> {say(group, groupWords[group])}
            </h2>
            <Tiles screens={sections.length === 0 ? screens : beside} />
            {sections.map(({ id, title, pages, ledgers }) => (
              <section key={id} className="hq-below">
                <h3 className="hq-secondary hq-small">{say(title, ownScreenWords[title] ?? names.phrase(title))}</h3>
                <Tiles screens={[...pages, ...ledgers]} />
              </section>
            ))}
          </section>
        ))}
      </div>
    </>
  )
}

function Tiles({ screens }: { screens: readonly RailScreen[] }): ReactNode {
  const say = useSay()
  const names = useNames()
  if (screens.length === 0) return null
  return (
    <ul className="hq-all-screens">
      {screens.map(({ path, title }) => (
        <li key={path}>
          <ConsoleLink to={path}>{say(title, ownScreenWords[title] ?? names.phrase(title))}</ConsoleLink>
        </li>
      ))}
    </ul>
  )
}
