// What differs at the door 与台账不符: who is not here and who else is, what the room is used for, whether it is let out, lent or idle, its plate; with photographs.
import { ChipChoice, FieldBox, PhotoInput, ProblemNotice, Sheet, useNames, useSay, WordsArea } from '@houqin/web-kit'
import type { ProblemError, WireFile } from '@houqin/web-kit'
import type { RoomUse } from '@houqin/places'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { roomState, seenPlates, seenStates } from '../../contract/index.ts'
import type { PatrolRoom, RoomVisited, SeenPlate, SeenState } from '../../contract/index.ts'
import { UsedAs, useSitting, WhoSitsHere } from '../walk/who-sits-here.tsx'

export function SeenSheet({ room, problem, onSend, onClose }: { room: Pick<PatrolRoom, 'number' | 'use' | 'state' | 'people'>; problem: ProblemError | null; onSend: (saw: Omit<RoomVisited, 'patrol' | 'way'>, files: readonly WireFile[]) => Promise<unknown>; onClose: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const ledger: SeenState = room.state?.is ?? 'used'
  const sitting = useSitting()
  const [use, setUse] = useState<RoomUse>(room.use)
  const [state, setState] = useState<SeenState>(ledger)
  const [plate, setPlate] = useState<SeenPlate | 'right'>('right')
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<readonly WireFile[]>([])
  const [sending, setSending] = useState(false)
  const box = useId()
  const plain = sitting.people.length === 0 && use === room.use && state === ledger && plate === 'right'
  const named = (name: string) => ({ name, id: `${box}-${name}`, optionalWord: say('选填', 'optional') })
  const plates: Readonly<Record<SeenPlate | 'right', string>> = { right: say('门牌对', 'Plate is right'), wrong: say(seenPlates.wrong, 'Plate is wrong'), missing: say(seenPlates.missing, 'No plate') }
  async function send(): Promise<void> {
    setSending(true)
    await onSend({ ...(sitting.people.length > 0 && { people: sitting.people }), ...(use !== room.use && { use }), ...(state !== ledger && { state }), ...(plate !== 'right' && { plate }), ...(note.trim() !== '' && { note: note.trim() }), ...(photos.length > 0 && { photos: photos.map(({ id }) => id) }) }, photos)
    setSending(false)
  }
  return (
    <Sheet title={say(`${room.number} 与台账不符`, `${room.number} differs`)} onClose={onClose}>
      <form
        className="hq-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!plain) void send()
        }}
      >
        <WhoSitsHere expected={room.people} sitting={sitting} legend={say('谁不在这里坐', 'Who does not sit here')} />
        <UsedAs box={named('use')} label={say('看到的用途', 'Used as')} use={use} onChange={setUse} />
        <fieldset className="hq-set">
          <legend>{say('使用情况', 'How it stands')}</legend>
          <ChipChoice options={Object.entries(seenStates).map(([key, title]) => ({ key, label: key === 'used' ? say(title, 'In use') : names.option(roomState.fields.state, key) }))} chosen={[state]} onChange={([to]) => setState((to ?? ledger) as SeenState)} />
        </fieldset>
        <fieldset className="hq-set">
          <legend>{say('门牌', 'Plate')}</legend>
          <ChipChoice options={Object.entries(plates).map(([key, label]) => ({ key, label }))} chosen={[plate]} onChange={([to]) => setPlate((to ?? 'right') as SeenPlate | 'right')} />
        </fieldset>
        <FieldBox {...named('note')} optional label={say('说明', 'Note')}>
          {(input) => <WordsArea {...input} rows={2} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />}
        </FieldBox>
        <PhotoInput files={photos} onChange={setPhotos} holds />
        <ProblemNotice problem={problem} />
        {plain && <p className="hq-secondary">{say('改了哪一项，再点“记下”；都一样的，关掉后点“相符”。', 'Change what differs, then keep it; where all agrees, close this and say so.')}</p>}
        <Button type="primary" size="large" htmlType="submit" loading={sending} disabled={plain} block>{say('记下', 'Keep')}</Button>
      </form>
    </Sheet>
  )
}
