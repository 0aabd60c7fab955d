// What differs 更正: who is not here and who else is, the area, the use, that the room is not to be found; with photographs.
import { ChipChoice, FieldBox, PhotoInput, ProblemNotice, Sheet, useSay, WordsArea } from '@houqin/web-kit'
import type { ProblemError, WireFile } from '@houqin/web-kit'
import type { RoomUse } from '@houqin/places'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { RoomSeen } from '../../contract/index.ts'
import { UsedAs, useSitting, WhoSitsHere } from '../walk/who-sits-here.tsx'
import type { ShownRoom } from './census-query.ts'

const exact = /^\d{1,6}(\.\d{1,2})?$/

/** A room as it is held against what one sees; `foundArea` and the like where somebody has seen it before. */
export type Correctable = Pick<ShownRoom, 'number' | 'outcome' | 'people' | 'area' | 'foundArea' | 'use' | 'foundUse' | 'note' | 'photos'>

/** @param there whether it is asked if the room is there at all. @param problem why it could not be sent. */
export function CorrectSheet({ room, there: asksThere = true, problem = null, onSend, onClose }: {
  room: Correctable
  there?: boolean
  problem?: ProblemError | null
  onSend: (saw: Omit<RoomSeen, 'version' | 'way'>, files: readonly WireFile[]) => Promise<unknown>
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const [there, setThere] = useState(room.outcome !== 'missing')
  const sitting = useSitting({ away: room.people.filter(({ here }) => here === false).map(({ id }) => id), extra: room.people.filter(({ expected }) => !expected).map(({ id, name }) => ({ id, name })) })
  const [area, setArea] = useState(room.foundArea ?? room.area)
  const [use, setUse] = useState<RoomUse>(room.foundUse ?? room.use)
  const [note, setNote] = useState(room.note ?? '')
  const [photos, setPhotos] = useState<readonly WireFile[]>([])
  const [sending, setSending] = useState(false)
  const box = useId()
  const named = (name: string) => ({ name, id: `${box}-${name}`, optionalWord: say('选填', 'optional') })
  const wrongArea = !exact.test(area.trim())
  const mute = !there && note.trim() === ''
  async function send(): Promise<void> {
    setSending(true)
    await onSend({
      there, ...(there && { area: area.trim(), use, people: sitting.people }), ...(note.trim() !== '' && { note: note.trim() }),
      ...(photos.length + room.photos.length > 0 && { photos: [...room.photos, ...photos.map(({ id }) => id)] }),
    }, photos)
    setSending(false)
  }
  return (
    <Sheet title={say(`${room.number} 与台账不符`, `${room.number} differs`)} onClose={onClose}>
      <form
        className="hq-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!(there && wrongArea) && !mute) void send()
        }}
      >
        {asksThere && <ChipChoice options={[{ key: 'yes', label: say('房间在', 'The room is there') }, { key: 'no', label: say('找不到这间', 'No such room') }]} chosen={[there ? 'yes' : 'no']} onChange={([to]) => setThere(to !== 'no')} />}
        {there && (
          <>
            <WhoSitsHere expected={room.people.filter(({ expected }) => expected)} sitting={sitting} legend={say('谁不在这里', 'Who is not here')}>
              <p className="hq-secondary">{say('台账上没有人', 'Nobody is entered')}</p>
            </WhoSitsHere>
            <FieldBox {...named('area')} label={say('使用面积（㎡）', 'Usable area (㎡)')} {...(wrongArea && { issue: say('写成 18 或 18.50 这样', 'Write it as 18 or 18.50') })}>
              {(input) => <input {...input} className="hq-native" inputMode="decimal" value={area} onChange={({ target }) => setArea(target.value)} />}
            </FieldBox>
            <UsedAs box={named('use')} label={say('用房类别', 'Use')} use={use} onChange={setUse} />
          </>
        )}
        <FieldBox {...named('note')} optional={there} label={there ? say('说明', 'Note') : say('怎么回事', 'What became of it')} {...(mute && { issue: say('写明情况，如“已拆除”“并入 305”', 'Say what became of it') })}>
          {(input) => <WordsArea {...input} rows={2} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />}
        </FieldBox>
        <PhotoInput files={photos} onChange={setPhotos} max={9 - room.photos.length} holds />
        <ProblemNotice problem={problem} />
        <Button type="primary" size="large" htmlType="submit" loading={sending} block>
          {say('记下', 'Keep')}
        </Button>
      </form>
    </Sheet>
  )
}
