// What is being drawn 画围栏: each step can be taken back, and a failure or a reload loses none of it.
import { dropDraft, keepDraft, keptDraft } from '@houqin/web-kit'
import type { ShapeForm } from '@houqin/web-kit/map-shapes'
import { useMemo, useState } from 'react'
import { faultOf } from '../../contract/fence-shape.ts'
import type { Corner, GivenShape, ShapeFault } from '../../contract/fence-shape.ts'

type Form = ShapeForm | null
export type Tool = ShapeForm['kind']
export interface Drawing {
  readonly form: Form
  readonly tool: Tool
  readonly fault: ShapeFault | undefined
  /** Whether there is a step to take back. */
  readonly canUndo: boolean
  readonly choose: (tool: Tool) => void
  readonly press: (place: Corner) => void
  /** While it is pulled, and once it is let go of. */
  readonly pull: (form: ShapeForm, done: boolean) => void
  readonly setRadius: (metres: number) => void
  /** Corners as they are listed: a circle has its middle alone. Nothing is drawn any more when the last is gone. */
  readonly setCorners: (corners: readonly Corner[]) => void
  readonly undo: () => void
  readonly clear: () => void
  readonly forget: () => void
}
interface Steps {
  readonly tool: Tool
  readonly form: Form
  readonly past: readonly Form[]
}
const firstRadius = 300
const mostSteps = 100

export function givenOfForm(form: Form): GivenShape {
  if (form === null) return { radius: null, corners: [] }
  return form.kind === 'circle' ? { radius: form.radius, corners: [form.centre] } : { radius: null, corners: form.corners }
}

/** @param key of the draft. */
export function useDrawing(key: string, start: Form): Drawing {
  const [steps, setSteps] = useState<Steps>(() => readDraft(keptDraft(key)) ?? { tool: start?.kind ?? 'polygon', form: start, past: [] })
  const [pulled, setPulled] = useState<ShapeForm>()
  const form = pulled ?? steps.form
  const fault = useMemo(() => (form === null ? undefined : faultOf(givenOfForm(form))), [form])
  const keep = (next: Steps): void => {
    setPulled(undefined)
    setSteps(next)
    keepDraft(key, next)
  }
  const step = (to: Form): void => keep({ ...steps, form: to, past: [...steps.past, steps.form].slice(-mostSteps) })
  return {
    form, fault, tool: steps.tool, canUndo: steps.past.length > 0,
    choose(tool) {
      if (tool === steps.tool) return
      keep({ tool, form: null, past: steps.form === null ? steps.past : [...steps.past, steps.form] })
    },
    press(place) {
      const { form: before } = steps
      if (steps.tool === 'circle') return step({ kind: 'circle', centre: place, radius: before?.kind === 'circle' ? before.radius : firstRadius })
      step({ kind: 'polygon', corners: [...(before?.kind === 'polygon' ? before.corners : []), place] })
    },
    pull(to, done) {
      if (done) step(to)
      else setPulled(to)
    },
    setRadius(metres) {
      if (steps.form?.kind === 'circle') step({ ...steps.form, radius: metres })
    },
    setCorners(corners) {
      const [middle] = corners
      if (middle === undefined) return step(null)
      step(steps.form?.kind === 'circle' ? { ...steps.form, centre: middle } : { kind: 'polygon', corners })
    },
    undo() {
      const before = steps.past.at(-1)
      if (before !== undefined) keep({ tool: before?.kind ?? steps.tool, form: before, past: steps.past.slice(0, -1) })
    },
    clear: () => step(null),
    forget: () => dropDraft(key),
  }
}

function readDraft(kept: unknown): Steps | undefined {
  return typeof kept === 'object' && kept !== null && 'tool' in kept && 'past' in kept ? (kept as Steps) : undefined // written by keepDraft above
}
