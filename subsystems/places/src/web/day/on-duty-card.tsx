// 今天谁在: the stewards of the site and those on the roster that day.
import { ConsoleLink, pathOfRow, useNames, useSay } from '@houqin/web-kit'
import { person } from '@houqin/people'
import type { ReactNode } from 'react'
import { duty } from '../../contract/index.ts'
import type { ShownDay } from './day-query.ts'

export function OnDutyCard({ day }: { day: ShownDay }): ReactNode {
  const say = useSay()
  const names = useNames()
  return (
    <section className="hq-panel pl-card" id="pl-duty" aria-label={say('值班', 'On duty')}>
      <div className="pl-card-head hq-thumbs">
        <h2>{say('今天谁在', 'Who is here')}</h2>
        <ConsoleLink to={`/places/duty-board?site=${day.site.id}`}>{say('值班表', 'Roster')}</ConsoleLink>
      </div>
      {day.stewards.length > 0 && (
        <p>
          <span className="hq-secondary">{say('驻点负责', 'Steward')}</span>{' '}
          {day.stewards.map(({ id, name }, place) => (
            <span key={id}>
              {place > 0 && say('、', ', ')}
              <ConsoleLink to={pathOfRow(person.id, id)}>{name}</ConsoleLink>
            </span>
          ))}
        </p>
      )}
      {day.onDuty.length === 0 ? (
        <p className="hq-warning">{say('值班表上今天没有人，请到值班表里补排。', 'Nobody is on the roster today; add somebody there.')}</p>
      ) : (
        <ul className="pl-duty">
          {day.onDuty.map((one) => (
            <li key={`${one.person.id}${one.shift}${one.part}`}>
              <ConsoleLink to={pathOfRow(person.id, one.person.id)}>{one.person.name}</ConsoleLink>
              <span>{names.option(duty.fields.part, one.part)}</span>
              <span className="hq-secondary hq-small hq-figures">{names.option(duty.fields.shift, one.shift)}</span>
              {one.note && <span className="hq-secondary hq-small pl-duty-note">{one.note}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
