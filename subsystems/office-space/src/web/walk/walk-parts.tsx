// What every walk shows 走到的每一间: how far it is, the scanner, the floors with what is left, two wide answers, and the rooms still to see.
import { figure, PhotoInput, StateTag, ThumbButton, TwoAnswers, useGo, useSay } from '@houqin/web-kit'
import type { TagTone, WireFile } from '@houqin/web-kit'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { CensusFloor, CensusRoom } from '../../contract/index.ts'
import type { Walk, WalkedRoom } from './use-walk.ts'
import './walk.css'

type Seen = CensusRoom['outcome']

/** @param children what else is said beside it. */
export function WalkProgress({ done, of, label, children }: { done: number; of: number; label: string; children: ReactNode }): ReactNode {
  const say = useSay()
  return (
    <div>
      <output className="hq-secondary hq-figures">
        {say(`已看 ${figure(done)} / ${figure(of)} 间`, `${figure(done)} of ${figure(of)} rooms`)}
        {children}
      </output>
      <progress className="os-walk-progress" value={done} max={Math.max(1, of)} aria-label={label} />
    </div>
  )
}

/** @param kept under which this device remembers what is walked while the scanner is open. @param back where the door is brought to. */
export function ScanTheDoor({ kept, number, back }: { kept: string; number: string; back: string }): ReactNode {
  const say = useSay()
  const go = useGo()
  return (
    <ThumbButton
      label={say('扫门上的码', 'Scan the code at the door')}
      onPress={() => {
        sessionStorage.setItem(kept, number)
        go(`/scan?to=${back}`)
      }}
    />
  )
}

export function FloorChips({ floors, rooms: all, chosen, onChoose }: { floors: readonly Pick<CensusFloor, 'id' | 'name' | 'building'>[]; rooms: readonly WalkedRoom[]; chosen: string; onChoose: (floor: string) => void }): ReactNode {
  const say = useSay()
  const several = new Set(floors.map(({ building }) => building)).size > 1
  return (
    <nav className="os-walk-floors" aria-label={say('楼层', 'Floors')}>
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

/** @param kept its answer waits for a network. */
export function OutcomeTag({ outcome, kept = false }: { outcome: Seen; kept?: boolean }): ReactNode {
  const say = useSay()
  if (kept) return <StateTag tone="waiting">{say('待发送', 'To be sent')}</StateTag>
  if (outcome === null) return null
  const said: Readonly<Record<NonNullable<Seen>, readonly [TagTone, string]>> = {
    same: ['done', say('相符', 'Agrees')], differs: ['soon', say('不符', 'Differs')], missing: ['overdue', say('没找到', 'Not found')],
  }
  const [tone, words] = said[outcome]
  return <StateTag tone={tone}>{words}</StateTag>
}

/** The room at hand: its number and how it stands; below what the ledger says of it, then the two answers. A photograph may go with either; to be keyed by the room. */
export function WalkedRoomPanel({ room, here, may, onSame, onDiffers, children }: {
  room: { readonly number: string; readonly title: string | null; readonly outcome: Seen; readonly kept?: boolean }
  /** Whether its door was scanned. */
  here: boolean
  may: boolean
  onSame: (photos: readonly WireFile[]) => void
  onDiffers: () => void
  children: ReactNode
}): ReactNode {
  const say = useSay()
  const { number, title, outcome, kept = false } = room
  const [photos, setPhotos] = useState<readonly WireFile[]>([])
  return (
    <section className="hq-panel os-walk-room" data-here={here ? '' : undefined} aria-label={say(`房间 ${number}`, `Room ${number}`)}>
      <div className="hq-row">
        <h2 className="hq-figures">{number}</h2>
        {title && <strong>{title}</strong>}
        {here && outcome === null && <StateTag tone="running">{say('已扫码', 'Scanned')}</StateTag>}
        <OutcomeTag outcome={outcome} kept={kept} />
      </div>
      {children}
      {may && (
        <details className="os-walk-photos">
          <summary>{photos.length === 0 ? say('附上照片', 'Add photographs') : say(`附 ${photos.length} 张照片`, `${photos.length} photographs`)}</summary>
          <PhotoInput files={photos} onChange={setPhotos} max={9} holds />
        </details>
      )}
      {may && (
        <TwoAnswers
          usual={{ label: outcome === null ? say('相符，下一间', 'Agrees, next') : say('改为相符', 'It agrees'), onPress: () => onSame(photos) }}
          other={{ label: say('不符', 'Differs'), onPress: onDiffers }}
        />
      )}
    </section>
  )
}

export function RoomsOfFloor<R extends WalkedRoom & { readonly number: string; readonly outcome: Seen; readonly kept?: boolean }>({ walk: { onFloor, atHand, pick }, whose }: {
  walk: Walk<R>
  /** What tells a room beside its number. */
  whose: (room: R) => string
}): ReactNode {
  const say = useSay()
  return (
    <>
      {!atHand && onFloor.length > 0 && <p className="hq-panel">{say('这一层都看过了。', 'Every room of this floor was seen.')}</p>}
      <ul className="os-walk-rooms" aria-label={say('这一层的房间', 'Rooms of the floor')}>
        {onFloor.map((room) => (
          <li key={room.id}>
            <button type="button" aria-current={room.id === atHand?.id} onClick={() => pick(room.id)}>
              <span className="hq-figures">{room.number}</span>
              <span className="hq-secondary hq-small">{whose(room)}</span>
              <OutcomeTag outcome={room.outcome} kept={room.kept ?? false} />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
