// The room at hand 眼前这一间: what the ledger expects in it, what happened meanwhile, and the two answers; the floors with what is left.
import { figure, Photos, StateTag, useNames, useSay } from '@houqin/web-kit'
import type { TagTone } from '@houqin/web-kit'
import { room as rooms } from '@houqin/places'
import type { ReactNode } from 'react'
import type { CensusFloor } from '../../contract/index.ts'
import type { ShownRoom } from './census-query.ts'

export function FloorChips({ floors, rooms: all, chosen, onChoose }: { floors: readonly Pick<CensusFloor, 'id' | 'name' | 'building'>[]; rooms: readonly Pick<ShownRoom, 'floor' | 'outcome'>[]; chosen: string; onChoose: (floor: string) => void }): ReactNode {
  const say = useSay()
  const several = new Set(floors.map(({ building }) => building)).size > 1
  return (
    <nav className="os-census-floors" aria-label={say('楼层', 'Floors')}>
      {floors.map(({ id, name, building }) => {
        const here = all.filter(({ floor }) => floor === id)
        const left = here.filter(({ outcome }) => outcome === null).length
        return (
          <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            <strong>{several ? `${building} ${name}` : name}</strong>
            <span className="hq-small hq-figures">{left === 0 ? say('已看完', 'done') : `${figure(here.length - left)}/${figure(here.length)}`}</span>
          </button>
        )
      })}
    </nav>
  )
}

export function OutcomeTag({ room }: { room: Pick<ShownRoom, 'outcome' | 'kept'> }): ReactNode {
  const say = useSay()
  if (room.kept) return <StateTag tone="waiting">{say('待发送', 'To be sent')}</StateTag>
  if (room.outcome === null) return null
  const said: Readonly<Record<NonNullable<ShownRoom['outcome']>, readonly [TagTone, string]>> = {
    same: ['done', say('相符', 'Agrees')], differs: ['soon', say('不符', 'Differs')], missing: ['overdue', say('没找到', 'Not found')],
  }
  const [tone, words] = said[room.outcome]
  return <StateTag tone={tone}>{words}</StateTag>
}

export function RoomAtHand({ room, here, may, onSame, onDiffers }: { room: ShownRoom; here: boolean; may: boolean; onSame: () => void; onDiffers: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  return (
    <section className="hq-panel os-census-room" data-here={here ? '' : undefined} aria-label={say(`房间 ${room.number}`, `Room ${room.number}`)}>
      <div className="hq-row">
        <h2 className="hq-figures">{room.number}</h2>
        {room.title && <strong>{room.title}</strong>}
        {here && room.outcome === null && <StateTag tone="running">{say('已扫码', 'Scanned')}</StateTag>}
        <OutcomeTag room={room} />
      </div>
      <p className="hq-secondary">
        {names.option(rooms.fields.use, room.use)} · {names.option(rooms.fields.purpose, room.purpose)} · <span className="hq-figures">{room.foundArea ?? room.area}</span> ㎡
        {room.foundArea !== null && say(`(台账 ${room.area})`, ` (ledger ${room.area})`)}
      </p>
      {room.people.length === 0 ? <p className="hq-secondary">{say('台账上没有人坐在这里', 'Nobody is entered here')}</p> : (
        <ul className="os-census-people" aria-label={say('台账上的人', 'People entered')}>
          {room.people.map(({ id, name, organ, expected, here: present }) => (
            <li key={id}>
              <strong>{name}</strong> <span className="hq-secondary hq-small">{organ}</span>
              {present === false && <StateTag tone="overdue">{say('不在这里', 'Not here')}</StateTag>}
              {!expected && <StateTag tone="soon">{say('现场多出', 'Not expected')}</StateTag>}
            </li>
          ))}
        </ul>
      )}
      {room.meanwhile.map((says) => <p key={says} className="hq-warning">{says}</p>)}
      {room.note !== null && <p>{room.note}</p>}
      {room.photos.length > 0 && <Photos files={room.photos} />}
      {room.by !== null && <p className="hq-secondary hq-small">{say(`${room.by} 看过`, `Seen by ${room.by}`)}</p>}
      {may && (
        <div className="os-census-do">
          <button type="button" className="os-census-same" onClick={onSame}>{room.outcome === null ? say('相符,下一间', 'Agrees, next') : say('改为相符', 'It agrees')}</button>
          <button type="button" className="os-census-differs" onClick={onDiffers}>{say('不符', 'Differs')}</button>
        </div>
      )}
    </section>
  )
}
