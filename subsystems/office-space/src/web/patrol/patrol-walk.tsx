// Walking a patrol 一间一间看: scan the door, read what the ledger says, answer in one tap or say what differs; what follows from it stands below at once.
import { call, callOrKeep, ConsoleLink, DueText, figure, keptWords, PageHead, pathOfNumber, pathOfStandard, Photos, ProblemNotice, StateTag, ThumbButton, useGo, useMe, useNames, useSay, useToast, useWordsOf } from '@houqin/web-kit'
import type { WireFile } from '@houqin/web-kit'
import { room as rooms } from '@houqin/places'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { asSeen, redress, roomPatrol, roomState } from '../../contract/index.ts'
import type { PatrolSheet, RoomVisited, Visited } from '../../contract/index.ts'
import { useWalk } from '../walk/use-walk.ts'
import { FloorChips, RoomsOfFloor, ScanTheDoor, WalkedRoomPanel, WalkProgress } from '../walk/walk-parts.tsx'
import { patrolQuery, useShownRooms, visitPath } from './patrol-query.ts'
import type { ShownPatrolRoom } from './patrol-query.ts'
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
  const names = useNames()
  const go = useGo()
  const toast = useToast()
  const client = useQueryClient()
  const { account } = useMe()
  const path = `/office-space/patrol?number=${sheet.number}`
  const shown = useShownRooms(sheet, account)
  const walk = useWalk({ rooms: shown, floors: sheet.floors, code, at, path })
  const { atHand, done } = walk
  const [differing, setDiffering] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const left = sheet.rooms.length - done
  const waiting = shown.filter(({ kept }) => kept).length

  // what was kept has been sent: read what came of it
  useEffect(() => {
    if (waiting === 0) void client.invalidateQueries({ queryKey: patrolQuery(sheet.number).queryKey })
  }, [waiting, client, sheet.number])

  function tell(room: ShownPatrolRoom, saw: Saw, files: readonly WireFile[] = []): Promise<boolean> {
    return walk.inTurn(() => send(room, saw, files))
  }
  async function send(room: ShownPatrolRoom, saw: Saw, files: readonly WireFile[]): Promise<void> {
    try {
      const answer = await callOrKeep<Visited>(visitPath(room.id), {
        account, files, lastWord: true, title: `${roomPatrol.title} ${room.number}`, page: path,
        body: { ...saw, patrol: sheet.number, way: walk.isScanned(room) ? 'scan' : 'hand' } satisfies RoomVisited,
      })
      if (answer === null) toast({ says: keptWords(say), to: '/waiting' })
      setTold(answer?.outcome === 'differs' ? { ...answer, room: room.number } : null)
      walk.pick('')
      // until the sheet is read again
      if (answer) client.setQueryData<PatrolSheet>(patrolQuery(sheet.number).queryKey, (before) => before && { ...before, rooms: before.rooms.map((one) => (one.id === room.id ? { ...one, outcome: answer.outcome, redress: answer.redress } : one)) })
    } finally {
      void client.invalidateQueries({ queryKey: ['office-space', 'patrol'] })
    }
  }
  async function finish(): Promise<void> {
    await call(`/matters/${roomPatrol.id}/${sheet.number}/steps/finish`, { method: 'POST', body: { version: sheet.version } })
    toast({ says: say('巡查完毕', 'Patrol finished') })
    await client.invalidateQueries({ queryKey: ['office-space', 'patrol'] })
    go('/office-space/patrol')
  }

  return (
    <div className="os-walk hq-narrow">
      <PageHead title={names.told(sheet.subject, roomPatrol)} beside={sheet.state === 'walking' ? <DueText dueAt={sheet.dueAt} /> : <StateTag tone="done">{say('已结束', 'Over')}</StateTag>} />
      <WalkProgress done={done} of={sheet.rooms.length} label={say('巡查进度', 'Progress')}>
        {waiting > 0 && say(`,${waiting} 间待发送`, `, ${waiting} to be sent`)}
        {' · '}<ConsoleLink to={pathOfNumber(roomPatrol.id, sheet.number)}>{sheet.number}</ConsoleLink>
      </WalkProgress>
      {!sheet.mayLook && <p className="hq-warning">{sheet.state === 'walking' ? say('这处场所由它的驻点负责人和场所管理员巡查。', 'Walked by the steward of the site and the places officer.') : say('巡查已经结束，只能看。', 'The patrol is over; this is to look at.')}</p>}
      {walk.foreign && <p className="hq-warning" role="alert">{say('扫到的门不在这栋楼里，请核对是不是走错了楼。', 'That door is not of this building; check where you are.')}</p>}
      <ProblemNotice problem={walk.problem} />
      {sheet.mayLook && left > 0 && <ScanTheDoor kept={patrolledKey} number={sheet.number} back="/office-space/patrol" />}
      {told && <Followed told={told} />}
      {sheet.mayLook && left === 0 && waiting > 0 && <p className="hq-warning">{say(`都看过了。${figure(waiting)} 间待发送，联网发出后再点“巡查完毕”。`, `All seen. ${waiting} wait to be sent; finish when they are.`)}</p>}
      {sheet.mayLook && left === 0 && waiting === 0 && <ThumbButton label={say('巡查完毕', 'Finish the patrol')} onPress={() => void walk.inTurn(finish)} />}
      <FloorChips floors={sheet.floors} rooms={shown} chosen={walk.floor} onChoose={walk.toFloor} />
      {atHand && <AtHand key={atHand.id} room={atHand} here={walk.isScanned(atHand)} may={sheet.mayLook} onSame={(photos) => void tell(atHand, photos.length > 0 ? { photos: photos.map(({ id }) => id) } : {}, photos)} onDiffers={() => setDiffering(true)} />}
      <RoomsOfFloor walk={walk} whose={({ title, people, organs }) => title ?? (people.map(({ name }) => name).join(' ') || organs.join(' '))} />
      {sheet.mayLook && left > 0 && done > 0 && <p><ConsoleLink to={pathOfNumber(roomPatrol.id, sheet.number)}>{say(`还有 ${figure(left)} 间看不到的，到巡查单上结束并说明`, `End with ${left} rooms not seen, on the sheet of the patrol`)}</ConsoleLink></p>}
      {differing && atHand && <SeenSheet room={atHand} problem={walk.problem} onClose={() => setDiffering(false)} onSend={async (saw, files) => (await tell(atHand, saw, files)) && setDiffering(false)} />}
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
      <p>{number === null ? say('这一间没有分配给单位，由场所管理员处理。', 'No organ holds the room; the places officer sees to it.') : <>{say('已转整改 ', 'Being put right: ')}<ConsoleLink to={pathOfNumber(redress.id, number)}>{number}</ConsoleLink>{say('，改好并复核一致才能销号', ', closed only when the data comply')}</>}</p>
    </section>
  )
}

function AtHand({ room, here, may, onSame, onDiffers }: { room: ShownPatrolRoom; here: boolean; may: boolean; onSame: (photos: readonly WireFile[]) => void; onDiffers: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  useWordsOf(rooms.id)
  const { state } = room
  return (
    <WalkedRoomPanel room={room} here={here} may={may} onSame={onSame} onDiffers={onDiffers}>
      <p className="hq-secondary">{names.option(rooms.fields.use, room.use)} · <span className="hq-figures">{room.area}</span> ㎡{room.organs.length > 0 && ` · ${room.organs.join(say('、', ', '))}`}</p>
      {state !== null && <p className="hq-warning">{names.option(roomState.fields.state, state.is)}{state.party !== null && `:${state.party}`}</p>}
      {room.people.length === 0 ? <p className="hq-secondary">{say('台账上没有人坐在这里', 'Nobody is entered here')}</p> : (
        <ul className="os-walk-people" aria-label={say('台账上的人', 'People entered')}>
          {room.people.map(({ id, name, organ }) => <li key={id}><strong>{name}</strong> <span className="hq-secondary hq-small">{organ}</span></li>)}
        </ul>
      )}
      {room.note !== null && <p>{room.note}</p>}
      {room.photos.length > 0 && !room.kept && <Photos files={room.photos} />}
      {room.heldPhotos > 0 && <p className="hq-secondary hq-small">{say(`${figure(room.heldPhotos)} 张照片待发送`, `${room.heldPhotos} photographs to be sent`)}</p>}
      {room.by !== null && <p className="hq-secondary hq-small">{say(`${room.by} 看过`, `Seen by ${room.by}`)}{room.redress !== null && <>{' · '}<ConsoleLink to={pathOfNumber(redress.id, room.redress)}>{room.redress}</ConsoleLink></>}</p>}
    </WalkedRoomPanel>
  )
}
