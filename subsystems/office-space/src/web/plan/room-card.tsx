// A room on the plan 房间: whose it is, who sits there, how large it is drawn and registered, and what is too much by which rule.
import { ConsoleLink, figure, pathOfRow, pathOfStandard, useNames, useSay } from '@houqin/web-kit'
import { person, ranks } from '@houqin/people'
import type { Rank } from '@houqin/people'
import { room as rooms } from '@houqin/places'
import type { ReactNode } from 'react'
import { areaByRank } from '../../contract/index.ts'
import type { PlannedRoom } from '../../contract/answers.ts'

const rankNames: Readonly<Record<Rank, string>> = { countyChief: 'County chief', countyDeputy: 'County deputy', sectionChief: 'Section chief', sectionDeputy: 'Section deputy', below: 'Below section rank' }

export function RoomCard({ room }: { room: PlannedRoom }): ReactNode {
  const say = useSay()
  const names = useNames()
  return (
    <section className="hq-card os-room" aria-label={say('房间', 'Room')}>
      <h2>
        {room.number ?? say('没有房号', 'No number')} {room.title}
      </h2>
      <p className="hq-secondary">
        {room.use && names.option(rooms.fields.use, room.use)}
        {room.purpose && room.purpose !== room.use && ` · ${names.option(rooms.fields.purpose, room.purpose)}`}
        {room.organs.length > 0 && ` · ${room.organs.map(({ name }) => name).join(say('、', ', '))}`}
      </p>
      <p className="hq-figures">
        {room.area === null
          ? say('台账里没有这个房号', 'The ledger has no such number')
          : say(`使用面积 ${figure(room.area, 2)} ㎡，图上 ${figure(room.drawnArea, 2)} ㎡`, `Usable area ${figure(room.area, 2)} ㎡, drawn ${figure(room.drawnArea, 2)} ㎡`)}
      </p>
      {room.people.length === 0 && room.use === 'office' && <p>{say('当天没有人使用', 'Nobody sat here that day')}</p>}
      <ul className="os-people">
        {room.people.map(({ id, name, rank, since }) => (
          <li key={id}>
            <ConsoleLink to={pathOfRow(person.id, id)}>{name}</ConsoleLink> <span className="hq-secondary">{say(ranks[rank], rankNames[rank])} · {say(`${since} 起`, `since ${since}`)}</span>
          </li>
        ))}
      </ul>
      {room.over.map(({ person: who, says }) => (
        <p key={who} className="os-over">
          {says} <ConsoleLink to={pathOfStandard(areaByRank.id)}>{say('依据', 'The rule')}</ConsoleLink>
        </p>
      ))}
      {room.room && <ConsoleLink to={pathOfRow(rooms.id, room.room.id)}>{say('房间台账', 'The room in the ledger')}</ConsoleLink>}
    </section>
  )
}
