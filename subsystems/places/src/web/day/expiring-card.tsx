// 快到期: papers, leases and contracts of the site that end soon, the nearest first, the passed in red.
import { ConsoleLink, dayText, pathOfRow, useNames, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import type { ShownDay } from './day-query.ts'

export function ExpiringCard({ expiring, today }: { expiring: ShownDay['expiring']; today: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  return (
    <section className="hq-panel pl-card" id="pl-expiring" aria-label={say('快到期', 'Expiring')}>
      <div className="pl-card-head hq-thumbs">
        <h2>{say('快到期', 'Expiring soon')}</h2>
        <ConsoleLink to="/due">{say('全部', 'All')}</ConsoleLink>
      </div>
      {expiring.length === 0 ? (
        <p className="hq-secondary">{say('近期没有到期的。', 'Nothing ends soon.')}</p>
      ) : (
        <ul className="hq-stack">
          {expiring.map(({ register, row, day, says }) => (
            <li key={`${register}${row.id}${day}`}>
              <p>
                <ConsoleLink to={pathOfRow(register, row.id)}>{row.name}</ConsoleLink>{' '}
                <span className={day < today ? 'hq-danger hq-figures' : 'hq-figures'}>{dayText(day, say)}</span>
              </p>
              <p className="hq-secondary hq-small">{names.phrase(says)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
