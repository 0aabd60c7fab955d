// 今天的巡查: the patrols of this site that are still to be walked, each one tap away.
import { ConsoleLink, DueText, useNames, useSay } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { patrol } from '../../contract/index.ts'
import { openPatrols } from '../patrol/patrol-query.ts'

export function PatrolCard({ site }: { site: Ref }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { data } = useQuery({ ...openPatrols(site.id), retry: false })
  if (!data || data.rows.length === 0) return null
  return (
    <section className="hq-panel pl-card" aria-label={say('今天的巡查', 'Today’s patrol')}>
      <div className="pl-card-head hq-thumbs">
        <h2>{say('今天的巡查', 'Today’s patrol')}</h2>
        <ConsoleLink to="/places/plans">{say('计划', 'Plans')}</ConsoleLink>
      </div>
      <ul className="hq-stack">
        {data.rows.map((one) => (
          <li key={one.number}>
            <ConsoleLink className="hq-link-button pl-patrol-go" to={`/places/patrol?number=${one.number}`}>
              {say(`去巡查：${one.subject}`, `Walk: ${names.told(one.subject, patrol)}`)}
            </ConsoleLink>{' '}
            <DueText dueAt={one.dueAt} />
          </li>
        ))}
      </ul>
    </section>
  )
}
