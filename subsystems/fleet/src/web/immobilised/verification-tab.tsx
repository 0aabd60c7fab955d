// What came of an immobilisation 封存核验: organ by organ, then car by car; what moved opens its track and its inquiry.
import { call, ConsoleLink, Fault, instantText, pathOfNumber, StackingTable, StateTag, useNames, useSay, Waiting } from '@houqin/web-kit'
import type { TagTone, WireRow } from '@houqin/web-kit'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Verification, Verified, VerifiedCar } from '../../contract/answers.ts'
import { inquiry } from '../../contract/index.ts'
import './verification.css'

const verificationQuery = (id: string) => queryOptions({ queryKey: ['fleet', 'verification', id], queryFn: ({ signal }) => call<Verification<string>>(`/fleet/immobilisations/${id}/verification`, { signal }) })
const tones: Readonly<Record<Verified, TagTone>> = { stood: 'done', moved: 'overdue', unheard: 'soon', exempt: 'draft' }

export function VerificationTab({ row }: { row: WireRow }): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(verificationQuery(row.id))
  const [organ, setOrgan] = useState('')
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  const total = (state: Verified): number => data.organs.reduce((sum, one) => sum + one[state], 0)
  const shown = data.cars.filter((car) => (organ === '' ? car.state === 'moved' || car.atPlace === false : car.organ.id === organ))
  const name = data.organs.find((one) => one.organ.id === organ)?.organ.name
  return (
    <div className="hq-stack">
      <p>
        {data.over ? '' : say('封存还没有结束,下面是到现在为止的情况。', 'It is not over; this is how it stands. ')}
        {say(`${data.cars.length} 辆车:静止 ${total('stood')},不封存 ${total('exempt')},行驶 ${total('moved')},终端没有消息 ${total('unheard')}。`,
          `${data.cars.length} cars: ${total('stood')} stood, ${total('exempt')} were let off, ${total('moved')} moved, of ${total('unheard')} nothing was heard.`)}
        {total('unheard') > 0 && say('没有消息的要到停放地点核对。', ' Somebody has to look at those of which nothing was heard.')}
      </p>
      <StackingTable
        label={say('各单位封存情况', 'How it went, organ by organ')}
        rows={data.organs}
        keyOf={(one) => one.organ.id}
        columns={[
          { title: say('单位', 'Organ'), cell: (one) => <button type="button" className="fl-verified-organ" aria-pressed={organ === one.organ.id} onClick={() => setOrgan(organ === one.organ.id ? '' : one.organ.id)}>{one.organ.name}</button> },
          { title: say('车辆', 'Cars'), cell: (one) => one.cars, className: 'hq-end' },
          { title: say('静止', 'Stood'), cell: (one) => one.stood, className: 'hq-end' },
          { title: say('不封存', 'Let off'), cell: (one) => one.exempt, className: 'hq-end' },
          { title: say('行驶', 'Moved'), cell: (one) => (one.moved > 0 ? <strong className="hq-danger">{one.moved}</strong> : 0), className: 'hq-end' },
          { title: say('没有消息', 'Not heard'), cell: (one) => one.unheard, className: 'hq-end' },
          { title: say('不在停放地点', 'Elsewhere'), cell: (one) => one.elsewhere, className: 'hq-end' },
        ]}
      />
      <section aria-label={say('车辆情况', 'The cars')}>
        <h3>{organ === '' ? say('行驶过的和不在停放地点的', 'Those that moved, or stood elsewhere') : name}</h3>
        {shown.length === 0 && <p className="hq-secondary">{say('没有。', 'None.')}</p>}
        <ul className="hq-cards">{shown.map((car) => <CarRow key={car.vehicle.id} car={car} />)}</ul>
      </section>
    </div>
  )
}

function CarRow({ car }: { car: VerifiedCar<string> }): ReactNode {
  const say = useSay()
  const names = useNames()
  const words: Readonly<Record<Verified, string>> = { stood: say('静止', 'Stood'), moved: say('行驶', 'Moved'), unheard: say('没有消息', 'Not heard'), exempt: say('不封存', 'Let off') }
  return (
    <li className="hq-card">
      <p className="fl-verified"><strong>{car.vehicle.name}</strong><StateTag tone={tones[car.state]}>{words[car.state]}</StateTag></p>
      <p className="hq-small hq-secondary">{car.organ.name}{car.parking !== null && say(`,指定停放 ${car.parking}`, `, parks at ${car.parking}`)}</p>
      {car.reason !== null && <p>{say(`不封存:${car.reason}`, `Let off: ${car.reason}`)}</p>}
      {car.firstAt !== null && <p>{say(`行驶 ${car.trips} 次共 ${car.km.toFixed(1)} km,${instantText(car.firstAt, say)} 起`, `${car.trips} trips of ${car.km.toFixed(1)} km, from ${instantText(car.firstAt, say)}`)}</p>}
      {car.atPlace === false && <p className="hq-warning">{say('最后的位置不在指定停放地点。', 'It was seen last elsewhere than where it belongs.')}</p>}
      <p className="fl-verified-links">
        {car.day !== null && <ConsoleLink to={`/fleet/playback?car=${car.vehicle.id}&day=${car.day}`}>{say('看轨迹', 'See the track')}</ConsoleLink>}
        {car.day !== null && <ConsoleLink to={`/fleet/day?vehicle=${car.vehicle.id}&day=${car.day}`}>{say('这一天', 'That day')}</ConsoleLink>}
        {car.inquiry && <ConsoleLink to={pathOfNumber(inquiry.id, car.inquiry.number)}>{car.inquiry.number}{car.inquiry.finding !== null && ` ${names.option(inquiry.facts.finding, car.inquiry.finding)}`}</ConsoleLink>}
      </p>
    </li>
  )
}
