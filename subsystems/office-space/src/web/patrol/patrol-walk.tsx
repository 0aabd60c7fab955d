// Walking a patrol 一间一间看: scan the door, read what the ledger says, answer in one tap or say what differs; what follows from it stands below at once.
import { call, callOrKeep, ConsoleLink, DueText, figure, keptWords, PageHead, pathOfNumber, pathOfStandard, ProblemError, ProblemNotice, StateTag, useGo, useMe, useNames, useSay, useToast } from '@houqin/web-kit'
import { room as rooms } from '@houqin/places'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { asSeen, redress, roomPatrol, roomState } from '../../contract/index.ts'
import type { PatrolRoom, PatrolSheet, RoomVisited, Visited } from '../../contract/index.ts'
import { FloorChips, OutcomeTag } from '../census/room-at-hand.tsx'
import { patrolQuery, visitPath } from './patrol-query.ts'
import { SeenSheet } from './seen-sheet.tsx'

/** Which patrol was being walked when the scanner was opened. */
export const patrolledKey = 'houqin.room-patrol'
type Saw = Omit<RoomVisited, 'patrol' | 'way'>
interface Told extends Visited {
  readonly room: string
}

/** @param code of the door that was scanned. @param at the room to begin with, where no door was. */
export function PatrolWalk({ sheet, code, at }: { sheet: PatrolSheet; code: string; at: string }): ReactNode {
  const say = useSay()
  const go = useGo()
  const toast = useToast()
  const client = useQueryClient()
  const { account } = useMe()
  const [floor, setFloor] = useState(() => sheet.floors.find(({ id }) => sheet.rooms.some((room) => room.floor === id && room.outcome === null))?.id ?? sheet.floors[0]?.id ?? '')
  const [picked, setPicked] = useState('')
  const [scanned, setScanned] = useState('')
  const [foreign, setForeign] = useState(false)
  const [differing, setDiffering] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const onFloor = sheet.rooms.filter((room) => room.floor === floor)
  const atHand = onFloor.find(({ id }) => id === picked) ?? onFloor.find(({ outcome }) => outcome === null)
  const done = sheet.rooms.filter(({ outcome }) => outcome !== null).length
  const left = sheet.rooms.length - done
  const { queryKey } = patrolQuery(sheet.number)

  useEffect(() => {
    if (!code && !at) return
    const room = sheet.rooms.find((one) => (code ? one.code?.toLowerCase() === code.toLowerCase() : one.id === at))
    setForeign(room === undefined)
    if (room) {
      setFloor(room.floor)
      setPicked(room.id)
      if (code) setScanned(room.id)
    }
    go(`/office-space/patrol?number=${sheet.number}`, { replace: true })
    // Once for the door that was brought along.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [code, at])

  // one after the other: a thumb is faster than the answer to the room before
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  function tell(room: PatrolRoom, saw: Saw): Promise<boolean> {
    const next = turn.current.then(() => send(room, saw))
    turn.current = next
    return next
  }
  async function send(room: PatrolRoom, saw: Saw): Promise<boolean> {
    setProblem(null)
    try {
      const answer = await callOrKeep<Visited>(visitPath(room.id), {
        account, title: `${roomPatrol.title} ${room.number}`, page: `/office-space/patrol?number=${sheet.number}`,
        body: { ...saw, patrol: sheet.number, way: scanned === room.id ? 'scan' : 'hand' } satisfies RoomVisited,
      })
      if (answer === null) toast({ says: keptWords(say) })
      setTold(answer?.outcome === 'differs' ? { ...answer, room: room.number } : null)
      setPicked('')
      // until the sheet is read again
      client.setQueryData<PatrolSheet>(queryKey, (before) => before && { ...before, rooms: before.rooms.map((one) => (one.id === room.id ? { ...one, outcome: answer?.outcome ?? 'differs', redress: answer?.redress ?? null } : one)) })
      return true
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
      return false
    } finally {
      void client.invalidateQueries({ queryKey: ['office-space', 'patrol'] })
    }
  }
  async function finish(): Promise<void> {
    setProblem(null)
    try {
      await call(`/matters/${roomPatrol.id}/${sheet.number}/steps/finish`, { method: 'POST', body: { version: sheet.version } })
      toast({ says: say('巡查完毕', 'Patrol finished') })
      await client.invalidateQueries({ queryKey: ['office-space', 'patrol'] })
      go('/office-space/patrol')
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    }
  }

  return (
    <div className="os-census hq-narrow">
      <PageHead title={sheet.subject} beside={sheet.state === 'walking' ? <DueText dueAt={sheet.dueAt} /> : <StateTag tone="done">{say('已结束', 'Over')}</StateTag>} />
      <div>
        <output className="hq-secondary hq-figures">
          {say(`已看 ${figure(done)} / ${figure(sheet.rooms.length)} 间`, `${figure(done)} of ${figure(sheet.rooms.length)} rooms`)}{' · '}<ConsoleLink to={pathOfNumber(roomPatrol.id, sheet.number)}>{sheet.number}</ConsoleLink>
        </output>
        <progress className="os-census-progress" value={done} max={Math.max(1, sheet.rooms.length)} aria-label={say('巡查进度', 'Progress')} />
      </div>
      {!sheet.mayLook && <p className="hq-warning">{sheet.state === 'walking' ? say('这处场所由它的驻点负责人和场所管理员巡查。', 'Walked by the steward of the site and the places officer.') : say('巡查已经结束,只能看。', 'The patrol is over; this is to look at.')}</p>}
      {foreign && <p className="hq-warning" role="alert">{say('扫到的门不在这栋楼里,请核对是不是走错了楼。', 'That door is not of this building; check where you are.')}</p>}
      <ProblemNotice problem={problem} />
      {sheet.mayLook && left > 0 && (
        <button
          type="button"
          className="os-census-scan"
          onClick={() => {
            sessionStorage.setItem(patrolledKey, sheet.number)
            go('/scan?to=/office-space/patrol')
          }}
        >
          {say('扫门上的码', 'Scan the code at the door')}
        </button>
      )}
      {told && <Followed told={told} />}
      {sheet.mayLook && left === 0 && <button type="button" className="os-census-scan" onClick={() => void finish()}>{say('巡查完毕', 'Finish the patrol')}</button>}
      <FloorChips floors={sheet.floors} rooms={sheet.rooms} chosen={floor} onChoose={(id) => (setFloor(id), setPicked(''))} />
      {atHand && <AtHand room={atHand} here={scanned === atHand.id} may={sheet.mayLook} onSame={() => void tell(atHand, {})} onDiffers={() => setDiffering(true)} />}
      {!atHand && onFloor.length > 0 && <p className="hq-panel">{say('这一层都看过了。', 'Every room of this floor was seen.')}</p>}
      <ul className="os-census-rooms" aria-label={say('这一层的房间', 'Rooms of the floor')}>
        {onFloor.map((room) => (
          <li key={room.id}>
            <button type="button" aria-current={room.id === atHand?.id} onClick={() => setPicked(room.id)}>
              <span className="hq-figures">{room.number}</span>
              <span className="hq-secondary hq-small">{room.title ?? (room.people.map(({ name }) => name).join(' ') || room.organs.join(' '))}</span>
              <OutcomeTag room={{ outcome: room.outcome, kept: false }} />
            </button>
          </li>
        ))}
      </ul>
      {sheet.mayLook && left > 0 && done > 0 && <p><ConsoleLink to={pathOfNumber(roomPatrol.id, sheet.number)}>{say(`还有 ${figure(left)} 间看不到的,到巡查单上结束并说明`, `End with ${left} rooms not seen, on the sheet of the patrol`)}</ConsoleLink></p>}
      {differing && atHand && <SeenSheet room={atHand} problem={problem} onClose={() => setDiffering(false)} onSend={async (saw) => (await tell(atHand, saw)) && setDiffering(false)} />}
    </div>
  )
}

/** What came of the room before: its findings by clause, and the redress. */
function Followed({ told: { room, findings, redress: number } }: { told: Told }): ReactNode {
  const say = useSay()
  return (
    <section className="hq-panel os-patrol-told" aria-label={say('刚才这一间', 'The room before')}>
      <strong>{say(`${room} 与台账不符`, `${room} differs from the ledger`)}</strong>
      {findings.map(({ says, advice, cite }) => <p key={says}>{says}。<span className="hq-secondary">{advice} · </span><ConsoleLink to={pathOfStandard(asSeen.id)}>{cite}</ConsoleLink></p>)}
      <p>{number === null ? say('这一间没有分配给单位,由场所管理员处理。', 'No organ holds the room; the places officer sees to it.') : <>{say('已转整改 ', 'Being put right: ')}<ConsoleLink to={pathOfNumber(redress.id, number)}>{number}</ConsoleLink>{say(',改好并复核一致才能销号', ', closed only when the data comply')}</>}</p>
    </section>
  )
}

function AtHand({ room, here, may, onSame, onDiffers }: { room: PatrolRoom; here: boolean; may: boolean; onSame: () => void; onDiffers: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { state } = room
  return (
    <section className="hq-panel os-census-room" data-here={here ? '' : undefined} aria-label={say(`房间 ${room.number}`, `Room ${room.number}`)}>
      <div className="hq-row">
        <h2 className="hq-figures">{room.number}</h2>
        {room.title && <strong>{room.title}</strong>}
        {here && room.outcome === null && <StateTag tone="running">{say('已扫码', 'Scanned')}</StateTag>}
        <OutcomeTag room={{ outcome: room.outcome, kept: false }} />
      </div>
      <p className="hq-secondary">{names.option(rooms.fields.use, room.use)} · <span className="hq-figures">{room.area}</span> ㎡{room.organs.length > 0 && ` · ${room.organs.join('、')}`}</p>
      {state !== null && <p className="hq-warning">{names.option(roomState.fields.state, state.is)}{state.party !== null && `:${state.party}`}</p>}
      {room.people.length === 0 ? <p className="hq-secondary">{say('台账上没有人坐在这里', 'Nobody is entered here')}</p> : (
        <ul className="os-census-people" aria-label={say('台账上的人', 'People entered')}>
          {room.people.map(({ id, name, organ }) => <li key={id}><strong>{name}</strong> <span className="hq-secondary hq-small">{organ}</span></li>)}
        </ul>
      )}
      {room.note !== null && <p>{room.note}</p>}
      {room.by !== null && <p className="hq-secondary hq-small">{say(`${room.by} 看过`, `Seen by ${room.by}`)}{room.redress !== null && <>{' · '}<ConsoleLink to={pathOfNumber(redress.id, room.redress)}>{room.redress}</ConsoleLink></>}</p>}
      {may && (
        <div className="os-census-do">
          <button type="button" className="os-census-same" onClick={onSame}>{room.outcome === null ? say('相符,下一间', 'Agrees, next') : say('改为相符', 'It agrees')}</button>
          <button type="button" className="os-census-differs" onClick={onDiffers}>{say('不符', 'Differs')}</button>
        </div>
      )}
    </section>
  )
}
