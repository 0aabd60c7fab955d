// The desk of the editor 修改台: tools, the plan, the room that is picked, what the check says, and handing it in.
import { call, ChipChoice, dayAfter, DayInput, dayOf, ProblemError, ProblemNotice, queryText, useIsPhone, useNow, useSay, useToast } from '@houqin/web-kit'
import { PlanDrawing } from '@houqin/web-kit/plan-drawing'
import type { Underlay } from '@houqin/web-kit/plan-drawing'
import { joinOutlines, lineLength, outlineArea, splitOutline } from '@houqin/dxf'
import type { Point } from '@houqin/dxf'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { ReadDrawingView } from '../plan/read-drawing.tsx'
import { asGeoJson, changed, moved, newKey, redo, undo } from './draft.ts'
import type { Desk, DrawnRoom } from './draft.ts'
import { UnderlayBar } from './underlay-bar.tsx'
import type { PlannedRoom, ReadDrawing } from '../../contract/answers.ts'

const tools = ['pick', 'move', 'room', 'split', 'length', 'area'] as const
type Tool = (typeof tools)[number] | 'scale'
const canvasTool = { pick: 'pick', move: 'move', room: 'area', split: 'line', length: 'line', area: 'area', scale: 'line' } as const

export function EditDesk({ floor, desk, change, registered, onHandedIn }: { floor: string; desk: Desk; change: (to: Desk) => void; registered: readonly PlannedRoom[]; onHandedIn: () => void }): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const today = dayOf(useNow())
  const phone = useIsPhone()
  const [tool, setTool] = useState<Tool>('pick')
  const [picked, setPicked] = useState<readonly string[]>([])
  const [told, setTold] = useState('')
  const [underlay, setUnderlay] = useState<Underlay | null>(null)
  const [drawn, setDrawn] = useState<readonly Point[]>([])
  // a telephone has no Shift to hold
  const [another, setAnother] = useState(false)
  const [from, setFrom] = useState(dayAfter(today, 1))
  const { rooms, base } = desk.now
  const send = useMutation({
    mutationFn: (dryRun: boolean) => {
      const form = new FormData()
      form.append('file', new File([asGeoJson(desk.now)], say('图上修改.geojson', 'changed.geojson'), { type: 'application/geo+json' }))
      return call<ReadDrawing>(`/office-space/floors/${floor}/drawings${queryText({ dryRun, from, base: base ?? 'none' })}`, { method: 'POST', body: form })
    },
    onSuccess: ({ id }) => {
      if (id === null) return
      toast({ says: say('修改已交，待另一位场所管理员或驻点负责人核对后发布。', 'Handed in; another places officer or the steward of the site looks at it and publishes it.') })
      void client.invalidateQueries({ queryKey: ['office-space'] })
      onHandedIn()
    },
  })
  const put = (next: readonly DrawnRoom[]): void => {
    change(changed(desk, next))
    send.reset()
  }
  const known = useMemo(() => new Map(registered.flatMap(({ number, area }) => (number !== null && area !== null ? [[number, area]] : []))), [registered])
  const shapes = useMemo(() => rooms.map(({ key, ring, holes, code, name }) => ({
    id: key, ring, holes, fill: code === '' ? '#FFE08A' : known.has(code) ? '#C5E0B4' : '#9DC3E6', words: [code, name, `${outlineArea({ ring, holes })}\u00A0㎡`].filter((word) => word !== ''),
  })), [rooms, known])
  const [first, second] = picked.map((key) => rooms.find((room) => room.key === key))
  // of two the later, as the new part of a room that was split, which still wants its number
  const at = second ?? first
  useUndoKeys((turn) => change(turn(desk)))
  const words: Readonly<Record<(typeof tools)[number], string>> = { pick: say('选房间', 'Pick'), move: say('拖顶点', 'Move corners'), room: say('画房间', 'Draw a room'), split: say('拆分', 'Split'), length: say('量长度', 'Length'), area: say('量面积', 'Area') }
  const hints: Readonly<Record<Tool, string>> = {
    pick: another ? say('再点相邻的一间。', 'Press the one beside it.') : phone ? say('点一间看数字、改房号、与相邻的合并。', 'Press a room to see and rename it or to join it with the one beside it.') : say('点一间看数字、改房号；按住 Shift 再点一间，可以合并。', 'Press a room to see and rename it; hold Shift and press another to join them.'),
    move: say('拖角点或墙边，靠近别的角和墙会吸附，接近直角自动取直；按住 Alt 点角点删除。', 'Drag a corner or a wall; it snaps to others and becomes square where it nearly is. Alt and a press removes a corner.'),
    room: say('依次点房间的各个角，双击结束，Esc 取消。', 'Press the corners one after the other, twice to end; Esc gives up.'),
    split: say('从墙外到墙外画一条线，穿过要拆的房间，双击结束。', 'Draw a line through the room, from wall to wall, and end it by pressing twice.'),
    length: say('依次点要量的点，双击结束。', 'Press the points to be measured, twice to end.'), area: say('依次点要量的各个角，双击结束。', 'Press the corners of what is to be measured, twice to end.'),
    scale: say('在底图上点两个相距已知的点，双击结束。', 'Press two points of the sheet whose distance is known.'),
  }
  const onDrawn = (points: readonly Point[]): void => {
    setTold('')
    if (tool === 'length') setTold(say(`长 ${lineLength(points)} m`, `${lineLength(points)} m long`))
    else if (tool === 'area') setTold(say(`面积 ${outlineArea({ ring: points, holes: [] })} ㎡，周长 ${lineLength([...points, ...points.slice(0, 1)])} m`, `${outlineArea({ ring: points, holes: [] })} ㎡, ${lineLength([...points, ...points.slice(0, 1)])} m around`))
    else if (tool === 'scale') setDrawn(points)
    else if (tool === 'room') {
      const key = newKey(rooms)
      put([...rooms, { key, code: '', name: '', ring: points, holes: [] }])
      setPicked([key])
    } else if (tool === 'split') {
      const cut = rooms.flatMap((room) => {
        const parts = splitOutline(room, points)
        return parts ? [{ room, parts }] : []
      })[0]
      if (!cut) return setTold(say('这条线没有把哪一间完整切开：要从墙外画到墙外。', 'The line cuts no room in two: draw it from wall to wall.'))
      const key = newKey(rooms)
      put(rooms.flatMap((room) => (room === cut.room ? [{ ...room, ...cut.parts[0] }, { ...room, ...cut.parts[1], key, code: '', name: '' }] : [room])))
      setPicked([cut.room.key, key])
    }
  }
  const join = (): void => {
    const whole = first && second ? joinOutlines(first, second) : undefined
    if (!first || !second || !whole) return setTold(say('这两间不相邻，不能合并。', 'The two do not lie beside each other.'))
    put(rooms.flatMap((room) => (room === first ? [{ ...room, ...whole }] : room === second ? [] : [room])))
    setPicked([first.key])
  }
  return (
    <>
      <div className="os-bar" role="toolbar" aria-label={say('工具', 'Tools')}>
        <ChipChoice options={tools.map((key) => ({ key, label: words[key] }))} chosen={[tool]} onChange={([to]) => {
          setTool(to as Tool)
          setTold('')
        }} />
        <Button disabled={desk.past.length === 0} onClick={() => change(undo(desk))}>{say('撤销', 'Undo')}</Button>
        <Button disabled={desk.undone.length === 0} onClick={() => change(redo(desk))}>{say('重做', 'Redo')}</Button>
        <UnderlayBar underlay={underlay} onChange={setUnderlay} drawn={drawn} onScale={() => {
          setDrawn([])
          setTool('scale')
        }} onScaled={() => {
          setDrawn([])
          setTool('pick')
        }} />
      </div>
      <p className="hq-secondary">{hints[tool]}</p>
      <div className="os-floor">
        <PlanDrawing
          shapes={shapes} picked={picked} tool={canvasTool[tool]} underlay={underlay} label={say('修改楼层图', 'Change the plan')}
          measure={(points, closed) => (closed ? `${outlineArea({ ring: points, holes: [] })} ㎡` : `${lineLength(points)} m`)}
          onPick={(key, more) => {
            setPicked(key === '' ? [] : more || another ? [...picked.filter((one) => one !== key), key].slice(-2) : [key])
            setAnother(false)
          }}
          onChange={(changes) => put(moved(rooms, changes))} onDrawn={onDrawn}
        />
        <aside className="os-side">
          <output className="hq-figures" aria-live="polite">{told}</output>
          {at && <RoomForm key={at.key} room={at} registered={known.get(at.code)} onChange={(to) => put(rooms.map((room) => (room === at ? { ...room, ...to } : room)))} onRemove={() => {
            put(rooms.filter((room) => room !== at))
            setPicked([])
          }} />}
          {first && second && <Button size="large" onClick={join}>{say('合并选中的两间', 'Join the two')}</Button>}
          {first && !second && tool === 'pick' && <Button size="large" aria-pressed={another} onClick={() => setAnother(!another)}>{say('再选一间合并', 'Join with another')}</Button>}
          <p className="hq-secondary">{say(`共 ${rooms.length} 间。绿：与台账房号对上；蓝：台账没有这个房号；黄：没有房号。修改稿留在本机。`, `${rooms.length} rooms. Green: a number of the ledger; blue: unknown to it; yellow: no number. The draft is kept on this device.`)}</p>
          <div className="hq-row">{say('自哪天起是这个样子', 'Looks so from')} <DayInput value={from} label={say('自哪天起', 'From')} onChange={setFrom} /></div>
          <div className="hq-row">
            <Button size="large" disabled={rooms.length === 0} loading={send.isPending} onClick={() => send.mutate(true)}>{say('检查', 'Check')}</Button>
            <Button type="primary" size="large" disabled={rooms.length === 0 || desk.past.length === 0} loading={send.isPending} onClick={() => send.mutate(false)}>{say('交去发布', 'Hand it in')}</Button>
          </div>
          {send.error instanceof ProblemError && <ProblemNotice problem={send.error} />}
          {send.data?.id === null && <ReadDrawingView read={send.data} plain />}
        </aside>
      </div>
    </>
  )
}

/** Ctrl or ⌘ with Z undoes, with Shift and Z or with Y it is done again; not while somebody types. */
function useUndoKeys(turned: (turn: (desk: Desk) => Desk) => void): void {
  const latest = useRef(turned)
  useEffect(() => {
    latest.current = turned
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase()
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (typing || event.altKey || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return
      event.preventDefault()
      latest.current(key === 'y' || event.shiftKey ? redo : undo)
    }
    globalThis.addEventListener('keydown', press)
    return () => globalThis.removeEventListener('keydown', press)
  }, [])
}

function RoomForm({ room, registered, onChange, onRemove }: { room: DrawnRoom; registered: string | undefined; onChange: (to: Partial<DrawnRoom>) => void; onRemove: () => void }): ReactNode {
  const say = useSay()
  const [code, setCode] = useState(room.code)
  const [name, setName] = useState(room.name)
  return (
    <form className="os-room" aria-label={say('选中的房间', 'The room picked')} onSubmit={(event) => {
      event.preventDefault()
      onChange({ code: code.trim(), name: name.trim() })
    }}>
      <label>{say('房号', 'Number')} <input className="hq-native" value={code} maxLength={20} onChange={({ target }) => setCode(target.value)} /></label>
      <label>{say('名称', 'Name')} <input className="hq-native" value={name} maxLength={40} onChange={({ target }) => setName(target.value)} /></label>
      <p className="hq-figures">
        {say(`图上 ${outlineArea(room)} ㎡`, `Drawn ${outlineArea(room)} ㎡`)}
        {registered !== undefined && say(`，登记 ${registered} ㎡`, `, registered ${registered} ㎡`)}
      </p>
      <div className="hq-row">
        <Button htmlType="submit" disabled={code.trim() === room.code && name.trim() === room.name}>{say('改好', 'Change')}</Button>
        <Button danger onClick={onRemove}>{say('删去这间', 'Remove')}</Button>
      </div>
    </form>
  )
}
