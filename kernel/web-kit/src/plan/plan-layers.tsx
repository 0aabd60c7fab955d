// Layers of a plan 图层插槽: cameras, meters, furniture, open repairs: whatever a neighbour has in rooms or at places, shown as marks over the outlines.
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'

export interface PlanMark {
  readonly id: string
  /** The room it is in; null for what lies in none. */
  readonly room: string | null
  /** Metres, in the plan's own coordinates; in the middle of its room when absent. */
  readonly at?: readonly [x: number, y: number]
  readonly says: string
  /** Its page. */
  readonly to: string
  /** Blue runs, amber is due soon, red is overdue or an alarm, green is well. */
  readonly tone: 'running' | 'soon' | 'overdue' | 'done'
}
export type ShowMarks = (layer: string, marks: readonly PlanMark[]) => void
/** One layer: its switch beside the plan, its marks on it while the switch is on. @param marks the same array while nothing changed. */
export function PlanLayer({ id, title, marks, show }: { id: string; title: string; marks: readonly PlanMark[]; show: ShowMarks }): ReactNode {
  const [on, setOn] = useState(true)
  useEffect(() => show(id, on ? marks : []), [show, id, on, marks])
  useEffect(() => () => show(id, []), [show, id])
  return (
    <label className="hq-chip">
      <input type="checkbox" checked={on} onChange={({ target }) => setOn(target.checked)} /> {title}
    </label>
  )
}

const none: readonly PlanMark[] = []
/** @returns the marks of all layers, those of one, and what the slot is given to show them. */
export function usePlanMarks(): { readonly marks: readonly PlanMark[]; readonly of: (layer: string) => readonly PlanMark[]; readonly show: ShowMarks } {
  const [layers, setLayers] = useState<ReadonlyMap<string, readonly PlanMark[]>>(new Map())
  const show = useCallback<ShowMarks>((layer, marks) => setLayers((before) => ((before.get(layer) ?? none) === marks || ((before.get(layer) ?? none).length === 0 && marks.length === 0) ? before : new Map(before).set(layer, marks))), [])
  return useMemo(() => ({ marks: [...layers.values()].flat(), of: (layer) => layers.get(layer) ?? none, show }), [layers, show])
}
