// The inbox 待办: matters of every kind that wait for me, by deadline; what I asked for; what I watch.
import type { MatterSummary } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { inboxQuery } from '../api/queries.ts'
import type { InboxScope } from '../api/queries.ts'
import { DueText } from '../blocks/due-text.tsx'
import { Empty } from '../blocks/empty.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { Tabs } from '../blocks/tabs.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import { useNow } from '../clock.ts'
import { RowCard } from '../list/list-cards.tsx'
import { useHouse } from '../parts/house.tsx'
import { pathOfNumber } from '../parts/paths.ts'
import { useChosenSite } from '../site/use-chosen-site.ts'
import { useNames, useSay, useToldOf, useWordsOf } from '../words/words.tsx'
import { byDeadline, nearnesses } from './by-deadline.ts'
import { isOver, MatterState } from './matter-state.tsx'
import { doerOf, whoHas } from './people.ts'
import './matter.css'

// First screens show the same rows and have nothing to choose among.
const BatchButton = lazy(async () => ({ default: (await import('../approval/batch-sheet.tsx')).BatchButton }))

export function Inbox(): ReactNode {
  const say = useSay()
  const chosen = useChosenSite()
  return (
    <>
      <PageHead title={say('待办', 'Inbox')} />
      {chosen && <p className="hq-secondary hq-below">{say('待办不按所选场所筛选：各处等你办的都在这里。', 'The inbox is not narrowed to the chosen site: what waits for you anywhere is here.')}</p>}
      <Tabs
        label={say('待办', 'Inbox')}
        tabs={[
          { key: 'mine', title: say('等我办', 'Waiting for me'), body: () => <Mine /> },
          { key: 'asked', title: say('我提出的', 'I asked for'), body: () => <InboxRows scope="asked" /> },
          { key: 'watching', title: say('与我有关', 'Concerning me'), body: () => <InboxRows scope="watching" /> },
        ]}
      />
    </>
  )
}

function Mine(): ReactNode {
  return (
    <>
      <Suspense fallback={null}>
        <BatchButton />
      </Suspense>
      <InboxRows scope="mine" />
    </>
  )
}

/** @param most at most so many, for a first screen. */
export function InboxRows({ scope, most }: { scope: InboxScope; most?: number }): ReactNode {
  const say = useSay()
  const now = useNow()
  const { data, error, refetch } = useQuery(inboxQuery(scope))
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={5} />
  if (data.rows.length === 0) {
    const nothing = {
      mine: [say('没有等您办的事', 'Nothing waits for you'), say('派给您或您的角色的事项会出现在这里。', 'What is sent to you or your role will appear here.')],
      asked: [say('您还没有提出过事项', 'You have not asked for anything'), say('提出以后，可以在这里看办到哪一步。', 'What you ask for, and where it stands, will appear here.')],
      watching: [say('没有与您有关的事项', 'Nothing concerns you'), say('您参与过的事项会出现在这里。', 'Matters you took part in will appear here.')],
    }[scope]
    return <Empty title={nothing[0] ?? ''}>{nothing[1]}</Empty>
  }
  const titles = { overdue: say('已超期', 'Overdue'), today: say('今天到期', 'Due today'), later: say('以后到期', 'Due later'), none: say('没有时限', 'No deadline') }
  if (scope !== 'mine') return <MatterCards matters={data.rows.slice(0, most)} />
  const groups = byDeadline(data.rows, now)
  const shown = byDeadline(nearnesses.flatMap((nearness) => groups[nearness]).slice(0, most), now)
  return (
    <div className="hq-stack">
      {nearnesses.map((nearness) => {
        const matters = shown[nearness]
        if (matters.length === 0) return null
        return (
          <section key={nearness} aria-label={titles[nearness]}>
            <h2 className={nearness === 'overdue' ? 'hq-danger hq-group' : 'hq-secondary hq-group'}>
              {titles[nearness]} {groups[nearness].length}
            </h2>
            <MatterCards matters={matters} />
          </section>
        )
      })}
    </div>
  )
}

/** Matters as rows of cards: what, where it stands, with whom, by when. */
export function MatterCards({ matters }: { matters: readonly MatterSummary[] }): ReactNode {
  const say = useSay()
  const names = useNames()
  const house = useHouse()
  const told = useToldOf()
  useWordsOf(...new Set(matters.map(({ matter }) => matter)))
  const titleOf = ({ matter, title }: MatterSummary): string => {
    const declared = house.matter(matter)
    return declared ? names.of(declared) : names.phrase(title)
  }
  return (
    <ul className="hq-cards">
      {matters.map((matter) => (
        <li key={matter.number}>
          <RowCard
            to={pathOfNumber(matter.matter, matter.number)}
            card={{
              title: told(matter.matter, matter.subject),
              state: <MatterState of={matter} />,
              facts: [
                { label: titleOf(matter), value: <span className="hq-figures">{matter.number}</span> },
                ...(matter.site ? [{ label: say('场所', 'Site'), value: matter.site.name }] : []),
                isOver(matter) || !matter.dueAt
                  ? { label: say('提出', 'Asked'), value: <>{doerOf(matter.requester, say)} <WhenText at={matter.openedAt} /></> }
                  : { label: names.phrase(whoHas(matter, say)), value: <DueText dueAt={matter.dueAt} /> },
              ],
            }}
          />
        </li>
      ))}
    </ul>
  )
}
