// 当时在哪里: on the page of an inquiry or an incident, the alarms it came of, the way on the map, the slips of those hours, and the way to file what was missing.
import { ConsoleLink, dayOf, Fault, Findings, instantText, pathOfMatter, pathOfNumber, queryText, useCan, useNames, useSay, Waiting, wallClock } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { standingUse } from '../../contract/index.ts'
import { evidenceQuery } from './evidence-query.ts'
import type { Evidence } from './evidence-query.ts'
import './evidence.css'

// what is written is read before the map has been fetched
const EvidenceMap = lazy(async () => ({ default: (await import('./evidence-map.tsx')).EvidenceMap }))

/** @param at the moment that is asked about where no alarm tells it. @param files whether a journey without a slip may be filed afterwards from here. */
export function EvidencePanel({ vehicle, matter, at, files = false }: { vehicle: string; matter?: string; at?: string; files?: boolean }): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(evidenceQuery({ vehicle, ...(matter !== undefined && { matter }), ...(at !== undefined && { at }) }))
  return (
    <section className="hq-panel hq-stack" aria-label={say('当时在哪里', 'Where it was')}>
      <h2>{say('当时在哪里', 'Where it was')}</h2>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      {data && <Known of={data} at={at} files={files} />}
    </section>
  )
}

function Known({ of: { vehicle, alarms, from, to, heard, slips }, at, files }: { of: Evidence; at: string | undefined; files: boolean }): ReactNode {
  const say = useSay()
  const names = useNames()
  const mayFile = useCan(standingUse.id)('start')
  if (from === null || to === null)
    return (
      <p>
        {say('这件核查不是由告警发起的，没有登记具体时间。', 'No alarm began this inquiry, and no moment is entered.')}{' '}
        <ConsoleLink to={`/fleet/car-days${queryText({ vehicle: vehicle.id })}`}>{say('看这辆车的行车日', 'Days of this car')}</ConsoleLink>
      </p>
    )
  const [first] = alarms
  const moments = [...alarms.map(({ id, begins, longitude, latitude }) => ({ id, at: begins, longitude, latitude })), ...(at === undefined ? [] : [{ id: 'at', at, longitude: null, latitude: null }])]
  const until = alarms.reduce((latest, { ends }) => (ends > latest ? ends : latest), first?.begins ?? '')
  return (
    <>
      {alarms.map(({ id, title, begins, ends, finding }) => (
        <div key={id} className="hq-stack">
          <p className="fl-evidence-moment hq-thumbs">
            <strong>{names.phrase(title)}</strong>
            <span className="hq-figures">{instantText(begins, say)}—{wallClock(ends).slice(11, 16)}</span>
            {heard && <ConsoleLink to={playback(vehicle.id, begins)}>{say('轨迹回放', 'Playback')}</ConsoleLink>}
          </p>
          {finding && <Findings findings={[finding]} />}
        </div>
      ))}
      {at !== undefined && (
        <p className="fl-evidence-moment hq-thumbs"><span className="hq-figures">{instantText(at, say)}</span>{heard && <ConsoleLink to={playback(vehicle.id, at)}>{say('轨迹回放', 'Playback')}</ConsoleLink>}</p>
      )}
      {heard ? (
        <Suspense fallback={<Waiting lines={5} />}>
          <EvidenceMap vehicle={vehicle} from={from} to={to} moments={moments} />
        </Suspense>
      ) : (
        <p className="hq-secondary">{say('这段时间没有收到这辆车的位置，地图上没有可看的。', 'Nothing was heard of the car in those hours; there is nothing to see on a map.')}</p>
      )}
      <h3>{say('那段时间的派车单', 'Slips of those hours')}</h3>
      {slips.length === 0 && <p>{say('没有派车单，也没有批准的长期用车。', 'There was no slip, nor a standing use that was approved.')}</p>}
      <ul className="hq-plain-rows">
        {slips.map(({ number, kind, whither, driver, from: left, to: came }) => (
          <li key={number} className="fl-evidence-moment hq-thumbs">
            <ConsoleLink to={pathOfNumber(kind, number)}>{number}</ConsoleLink>
            <span className="hq-figures">{instantText(left, say)}—{wallClock(came).slice(11, 16)}</span>
            <span>{whither} {driver}</span>
          </li>
        ))}
      </ul>
      {files && first && slips.length === 0 && mayFile && (
        <p className="hq-row">
          <ConsoleLink className="hq-mend" to={`${pathOfMatter(standingUse.id)}/new${queryText({ kind: 'afterwards', vehicle: vehicle.id, begins: first.begins, ends: until })}`}>{say('确因工作的，补办用车手续', 'It was for work: file it afterwards')}</ConsoleLink>
        </p>
      )}
    </>
  )
}
const playback = (car: string, at: string): string => `/fleet/playback${queryText({ car, day: dayOf(new Date(at)), at })}`
