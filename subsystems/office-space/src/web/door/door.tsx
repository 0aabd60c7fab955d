// One door 一间房: what is so by the ledger, and what may be done here in a tap or two.
import { callOrKeep, ConsoleLink, dayText, figure, keptWords, PageHead, pathOfNumber, pathOfRow, pathOfStandard, planLayer, ProblemError, Slot, useGo, useMe, useNames, usePlanMarks, useSay, useToast } from '@houqin/web-kit'
import type { WireFile } from '@houqin/web-kit'
import { person, ranks } from '@houqin/people'
import { room as rooms } from '@houqin/places'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { areaByRank, census, roomCorrection } from '../../contract/index.ts'
import type { Corrected, DoorSheet, RoomCorrected, RoomSeen } from '../../contract/index.ts'
import { roomPath } from '../census/census-query.ts'
import { CorrectSheet } from '../census/correct-sheet.tsx'
import { DoorLook } from '../patrol/door-look.tsx'

const DoorPlan = lazy(async () => ({ default: (await import('./door-plan.tsx')).DoorPlan }))
type Saw = Omit<RoomSeen, 'version' | 'way'>

/** @param code the door was scanned by; empty where it was found by its number. */
export function Door({ sheet, code }: { sheet: DoorSheet; code: string }): ReactNode {
  const say = useSay()
  const go = useGo()
  const names = useNames()
  const [correcting, setCorrecting] = useState(false)
  const { problem, told, counted, correct } = useCorrecting(sheet, { code, done: () => setCorrecting(false) })
  const { room, site, building, floor, people, allowed, over, organs, census: running } = sheet
  const { marks, show } = usePlanMarks()
  const here = marks.filter((one) => one.room === room.id)
  const counts = running !== null && running.mayCount && !counted
  return (
    <div className="os-door hq-narrow">
      <PageHead title={`${sheet.number}${sheet.title === null ? '' : ` ${sheet.title}`}`} />
      <p className="hq-secondary">{site.name} {building.name} {floor.name}</p>
      {told && (
        <output className="os-door-told">
          {say('已交场所管理员核对：', 'The places officer looks at it: ')}<ConsoleLink to={pathOfNumber(roomCorrection.id, told)}>{told}</ConsoleLink>
        </output>
      )}
      <section className="hq-panel os-door-facts" aria-label={say('房间', 'Room')}>
        <p>
          <strong className="os-door-area hq-figures">{figure(sheet.area, 2)} ㎡</strong> {names.option(rooms.fields.use, sheet.use)} · {names.option(rooms.fields.purpose, sheet.purpose)}
        </p>
        {organs.length > 0 && <p>{organs.map(({ name }) => name).join(say('、', ', '))}</p>}
        {allowed && (
          <p className="hq-small">
            {say('按职级最多 ', 'By rank at most ')}<span className="hq-figures">{figure(allowed.area, 2)} ㎡</span>
            <span className="hq-secondary">({allowed.by.map(({ rank, people: count, limit }) => `${say(ranks[rank], names.option(person.fields.rank, rank))} ${count} × ${limit}`).join(' + ')})</span>{' '}
            <ConsoleLink to={pathOfStandard(areaByRank.id)}>{allowed.cite}</ConsoleLink>
          </p>
        )}
        {over.map((says) => <p key={says} className="os-over">{says}</p>)}
      </section>
      <section className="hq-panel" aria-label={say('谁坐在这里', 'Who sits here')}>
        {people.length === 0 ? <p className="hq-secondary">{say('台账上没有人坐在这里', 'Nobody is entered here')}</p> : (
          <ul className="os-door-people">
            {people.map(({ id, name, organ, rank, from, to }) => (
              <li key={`${id} ${from}`}>
                <ConsoleLink to={pathOfRow(person.id, id)}>{name}</ConsoleLink>
                <span className="hq-secondary hq-small">
                  {organ} · {say(ranks[rank], names.option(person.fields.rank, rank))} ·{' '}
                  {from > sheet.day ? say(`${dayText(from, say)} 起`, `from ${from}`) : to === null ? say(`${dayText(from, say)} 起，没有定到哪天`, `since ${from}, no end set`) : say(`到 ${dayText(to, say)} 为止`, `until ${to}`)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {running && (
        <p className="hq-secondary">
          {counted || running.seen ? say('正在清查，这间已经看过 ', 'A census runs and has seen this room ') : say('正在清查，这间还没有看 ', 'A census runs and has not seen this room ')}
          <ConsoleLink to={pathOfNumber(census.id, running.number)}>{running.number}</ConsoleLink>
        </p>
      )}
      {sheet.patrol && <DoorLook room={room} patrol={sheet.patrol} code={code} />}
      <div className="os-door-do">
        {counts && !running.seen && <button type="button" data-main="" onClick={() => void correct({ there: true }, [])}>{say('清查：相符', 'Census: agrees')}</button>}
        <button type="button" data-main={counts && !running.seen ? undefined : ''} onClick={() => setCorrecting(true)}>{say('更正', 'Correct')}</button>
        <button type="button" onClick={() => go(`/service-desk/report?room=${room.id}`)}>{say('报修', 'Report a repair')}</button>
        {running?.mayCount && <button type="button" onClick={() => go(`/office-space/census?number=${running.number}${code ? `&code=${code}` : `&room=${room.id}`}`)}>{say('到清查里', 'To the census')}</button>}
      </div>
      {!correcting && problem && <p className="hq-danger" role="alert">{problem.message}</p>}
      <div hidden><Slot slot={planLayer} given={{ site: site.id, floor: floor.id, day: '', show }} /></div>
      {here.length > 0 && (
        <section className="hq-panel" aria-label={say('这间里', 'In this room')}>
          <ul className="os-door-people">{here.map(({ id, says, to }) => <li key={id}><ConsoleLink to={to}>{says}</ConsoleLink></li>)}</ul>
        </section>
      )}
      {floor.drawn ? (
        <Suspense fallback={<div className="os-door-plan" />}><DoorPlan floor={floor.id} room={room.id} name={`${building.name} ${floor.name}`} /></Suspense>
      ) : <p className="hq-secondary">{say('这一层还没有平面图。', 'This floor has no plan yet.')}</p>}
      <div className="hq-row">
        {floor.drawn && <ConsoleLink to={`/office-space/plan?floor=${floor.id}&room=${room.id}`}>{say('在平面图上看', 'On the plan')}</ConsoleLink>}
        <ConsoleLink to={pathOfRow(rooms.id, room.id)}>{say('房间台账', 'In the ledger')}</ConsoleLink>
        <ConsoleLink to="/scan?to=/office-space/door">{say('扫下一扇门', 'Next door')}</ConsoleLink>
      </div>
      {correcting && <CorrectSheet room={correctable(sheet)} there={counts} problem={problem} onClose={() => setCorrecting(false)} onSend={correct} />}
    </div>
  )
}

function correctable({ day, number, area, use, people }: DoorSheet): Parameters<typeof CorrectSheet>[0]['room'] {
  return {
    number, area, use, outcome: null, foundArea: null, foundUse: null, note: null, photos: [],
    people: people.filter(({ from }) => from <= day).map(({ id, name, organ }) => ({ id, name, organ, expected: true, here: null, signed: null })),
  }
}

/** To the census that runs here, where he counts; else into the ledger, or to whoever keeps it. */
function useCorrecting({ room, number: title, area, use, census: running }: DoorSheet, { code, done }: { code: string; done: () => void }) {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const { account } = useMe()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [told, setTold] = useState('')
  const page = `/office-space/door?room=${room.id}`
  const [counted, setCounted] = useState(false)
  async function send(saw: Saw, files: readonly WireFile[]): Promise<void> {
    if (running?.mayCount && !counted) {
      const body: RoomSeen = { ...saw, way: code ? 'scan' : 'hand', version: running.version }
      const after = await callOrKeep(roomPath(running.number, room.id), { account, title: `${census.title} ${title}`, page, body, files, lastWord: true })
      setCounted(true)
      toast({ says: after === null ? keptWords(say) : say('已记入清查。', 'Kept with the census.') })
      return
    }
    const { area: foundArea, use: foundUse, note, photos, people = [] } = saw
    const body: RoomCorrected = {
      version: room.version, people, ...(foundArea !== undefined && foundArea !== area && { area: foundArea }), ...(foundUse !== undefined && foundUse !== use && { use: foundUse }),
      ...(note !== undefined && { note }), ...(photos !== undefined && { photos }),
    }
    const answer = await callOrKeep<Corrected>(`/office-space/rooms/${room.id}/corrections`, { account, title: `${roomCorrection.title} ${title}`, page, body, files })
    setTold(answer?.number ?? '')
    if (answer === null) toast({ says: keptWords(say), to: '/waiting' })
    else if (answer.done === 'written') toast({ says: say('台账已更正。', 'The ledger was corrected.') })
  }
  return {
    problem, told, counted,
    async correct(saw: Saw, files: readonly WireFile[]): Promise<void> {
      setProblem(null)
      try {
        await send(saw, files)
        done()
        await client.invalidateQueries({ queryKey: ['office-space'] })
      } catch (thrown) {
        if (!(thrown instanceof ProblemError)) throw thrown
        setProblem(thrown)
      }
    },
  }
}
