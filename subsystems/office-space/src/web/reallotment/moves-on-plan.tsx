// Moves on the plan 图上看调剂: the floor of a move before and after, rooms that are left and rooms that are gone to in colours of their own.
import { ChipChoice, useSay } from '@houqin/web-kit'
import { PlanCanvas } from '@houqin/web-kit/plan'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { floorQuery } from '../plan/plan-query.ts'
import type { Move } from '../../contract/answers.ts'

const colours = { left: '#F8CBAD', entered: '#C5E0B4', both: '#FFE08A', other: '#EDEDED' }

export function MovesOnPlan({ moves, seen }: { moves: readonly Move[]; seen: Move | null }): ReactNode {
  const say = useSay()
  const [after, setAfter] = useState(false)
  const [end, setEnd] = useState<'from' | 'to'>('from')
  const room = (end === 'to' ? seen?.to : undefined) ?? seen?.from
  const plan = useQuery(floorQuery({ floor: room?.floor ?? '', day: '' }))
  const shapes = useMemo(() => (plan.data?.rooms ?? []).map((one, place) => {
    const id = one.room?.id ?? `#${place}`
    const [goes, comes] = [moves.filter(({ from }) => from.id === id), moves.filter(({ to }) => to?.id === id)]
    const going = new Set(goes.map(({ person }) => person?.id))
    const people = after ? [...one.people.filter((who) => !going.has(who.id)).map(({ name }) => name), ...comes.flatMap(({ person }) => person?.name ?? [])] : one.people.map(({ name }) => name)
    const fill = goes.length > 0 && comes.length > 0 ? colours.both : goes.length > 0 ? colours.left : comes.length > 0 ? colours.entered : colours.other
    return { id, ring: one.ring, holes: one.holes, fill, words: [one.number ?? '', people.join(' '), one.area === null ? '' : `${one.area} ㎡`].filter((word) => word !== '') }
  }), [plan.data, moves, after])
  const legend = [['left', say('有人搬出', 'Left')], ['entered', say('有人搬入', 'Gone to')], ['both', say('有出有进', 'Both')]] as const
  return (
    <section className="os-moves-plan" aria-label={say('图上看调剂', 'Moves on the plan')}>
      <div className="hq-row">
        <ChipChoice options={[{ key: 'before', label: say('调前', 'Before') }, { key: 'after', label: say('调后', 'After') }]} chosen={[after ? 'after' : 'before']} onChange={([to]) => setAfter(to === 'after')} />
        {seen?.to && seen.to.floor !== seen.from.floor && (
          <ChipChoice options={[{ key: 'from', label: say('原房间的楼层', 'Floor left') }, { key: 'to', label: say('新房间的楼层', 'Floor gone to') }]} chosen={[end]} onChange={([to]) => setEnd(to === 'to' ? 'to' : 'from')} />
        )}
      </div>
      {shapes.length > 0 && <div className="os-moves-canvas"><PlanCanvas shapes={shapes} picked={room?.id ?? ''} onPick={() => undefined} label={plan.data?.floor.name ?? ''} /></div>}
      {plan.error && <p className="hq-secondary">{say('这一层还没有平面图，导入图纸后在这里能看到。', 'This floor has no plan yet; bring in a drawing to see it here.')}</p>}
      <ul className="os-legend">
        {legend.map(([key, word]) => (
          <li key={key}><span className="os-swatch" style={{ background: colours[key] }} aria-hidden="true" /> {word}</li>
        ))}
      </ul>
    </section>
  )
}
