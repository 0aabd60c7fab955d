// Drawing and describing one fence 围栏编辑: its line on the map beside it, its name and kind, the cars, organs and hours it is about.
import { call, dropDraft, FormFields, FormFoot, keepDraft, keptDraft, pathOfRegister, ProblemNotice, RestoredDraft, RowsPicker, useIsPhone, useRecordForm, useSay, useToast } from '@houqin/web-kit'
import type { Given, Ref } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { organ } from '@houqin/people'
import { faultOf } from '../../contract/fence-shape.ts'
import { radiusLimits } from '../../contract/fence.ts'
import { fence, vehicle } from '../../contract/index.ts'
import { fencesQuery } from './fences-query.ts'
import type { FenceOnMap } from '../../contract/road-answers.ts'
import { CornerList } from './corner-list.tsx'
import { givenOfForm } from './use-drawing.ts'
import type { Drawing } from './use-drawing.ts'

const { radius: _, ...fields } = fence.fields
interface Whose {
  readonly cars: readonly Ref[]
  readonly organs: readonly Ref[]
}

export const draftKeyOf = (known: FenceOnMap | null): string => (known === null ? 'fence.new' : `fence.${known.id}.${known.version}`)

export function FenceForm({ known, drawing, onDone }: { known: FenceOnMap | null; drawing: Drawing; onDone: (id: string) => void }): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const key = draftKeyOf(known)
  const [whose, setWhose] = useWhose(`${key}.whose`, known)
  const [tried, setTried] = useState(false)
  const form = useRecordForm({
    fields, draftKey: `${key}.words`, ...(known && { start: { name: known.name, kind: known.kind, site: known.site, hoursFrom: known.hoursFrom, hoursTo: known.hoursTo } }),
    async onSend({ values, idempotencyKey }) {
      const saved = await send({ known, values, whose, drawing, idempotencyKey })
      drawing.forget()
      dropDraft(`${key}.whose`)
      await client.invalidateQueries({ queryKey: fencesQuery.queryKey })
      void client.invalidateQueries({ queryKey: ['rows', fence.id] })
      toast({ says: say('围栏已保存', 'The fence is kept') })
      onDone(saved.id)
    },
  })
  const shapeFault = faultOf(givenOfForm(drawing.form))
  const missing = drawing.form === null ? say('还没有画围栏：在地图上点出顶点，或选“圆”点出圆心。', 'Nothing is drawn: press the map for corners, or choose Circle and press its middle.') : undefined
  const wrong = missing ?? (shapeFault && say(shapeFault.zh, shapeFault.en))
  return (
    <form noValidate className="fl-fence-form" onSubmit={(event) => {
      event.preventDefault()
      setTried(true)
      if (wrong === undefined) void form.send()
    }}>
      <RestoredDraft form={form} />
      <DrawingTools drawing={drawing} />
      {wrong !== undefined && (tried || drawing.form !== null) && <p className="hq-field-issue" role="alert">{wrong}</p>}
      <FormFields form={form} fields={fields} owner={fence.id} only={['name', 'kind', 'site', 'hoursFrom', 'hoursTo']} />
      <Whom whose={whose} onChange={setWhose} />
      <ProblemNotice problem={form.problem} others={form.others} />
      <FormFoot submit={say('保存围栏', 'Keep the fence')} sending={form.sending} leave={say('放弃', 'Give up')} onCancel={() => {
        form.clear()
        drawing.forget()
        dropDraft(`${key}.whose`)
        onDone(known?.id ?? '')
      }} />
    </form>
  )
}

function useWhose(key: string, known: FenceOnMap | null): readonly [Whose, (to: Whose) => void] {
  const [whose, setWhose] = useState<Whose>(() => (keptDraft(key) as Whose | undefined) ?? { cars: known?.cars ?? [], organs: known?.organs ?? [] })
  return [whose, (to) => {
    setWhose(to)
    keepDraft(key, to)
  }]
}

async function send({ known, values, whose, drawing, idempotencyKey }: { known: FenceOnMap | null; values: Readonly<Record<string, Given>>; whose: Whose; drawing: Drawing; idempotencyKey: string }): Promise<{ readonly id: string }> {
  const { radius, corners } = givenOfForm(drawing.form)
  const lines = {
    corners: corners.map(([longitude, latitude]) => ({ longitude: longitude.toFixed(6), latitude: latitude.toFixed(6) })),
    cars: whose.cars.map(({ id }) => ({ vehicle: id })), organs: whose.organs.map(({ id }) => ({ organ: id })),
  }
  const body = { ...values, radius }
  if (known !== null) return call(`${pathOfRegister(fence.id)}/${known.id}`, { method: 'PATCH', version: known.version, body: { ...body, lines } })
  return call(pathOfRegister(fence.id), { method: 'POST', idempotencyKey, body: { ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)), lines } })
}

function DrawingTools({ drawing }: { drawing: Drawing }): ReactNode {
  const say = useSay()
  const { form, tool } = drawing
  const phone = useIsPhone()
  return (
    <fieldset className="hq-field fl-tools">
      <legend>{say('画法', 'How it is drawn')}</legend>
      <div className="fl-tool-row">
        {([['polygon', say('多边形', 'Polygon')], ['circle', say('圆', 'Circle')]] as const).map(([key, words]) => (
          <button key={key} type="button" className="hq-quiet-button" aria-pressed={tool === key} onClick={() => drawing.choose(key)}>{words}</button>
        ))}
        <button type="button" className="hq-quiet-button" disabled={!drawing.canUndo} onClick={drawing.undo}>{say('撤销一步', 'Undo')}</button>
        <button type="button" className="hq-quiet-button" disabled={form === null} onClick={drawing.clear}>{say('重画', 'Begin anew')}</button>
      </div>
      <p className="hq-field-hint">
        {tool === 'circle'
          ? say('点一下地图定圆心，拖动圆边改半径，或在下面填半径。', 'Press the map for the middle; pull the edge, or type the radius below.')
          : phone
            ? say('依次点地图画顶点；拖动顶点移动它，拖动边线插入顶点，在“顶点坐标”里去掉。', 'Press the map corner by corner; pull a corner to move it or a side to add one; take one away under its figures.')
            : say('依次点地图画顶点；拖动顶点移动它，拖动边线插入顶点，按住 Alt 点顶点删除它。', 'Press the map corner by corner; pull a corner to move it or a side to add one; Alt and a press takes one away.')}
      </p>
      {form?.kind === 'circle' && (
        <label className="fl-radius">
          {say('半径（米）', 'Radius (m)')}
          <input className="hq-native" type="number" inputMode="numeric" min={radiusLimits.min} max={radiusLimits.max} step={10} value={form.radius || ''} onChange={({ target }) => drawing.setRadius(Math.round(Number(target.value)))} />
        </label>
      )}
      {form?.kind === 'polygon' && <p className="hq-small hq-secondary">{say(`${form.corners.length} 个顶点`, `${form.corners.length} corners`)}</p>}
      <CornerList drawing={drawing} />
    </fieldset>
  )
}

function Whom({ whose, onChange }: { whose: Whose; onChange: (to: Whose) => void }): ReactNode {
  const say = useSay()
  return (
    <fieldset className="hq-field">
      <legend>{say('管哪些车', 'Whose cars it is about')}</legend>
      <p className="hq-field-hint">{say('两样都不选，管所有车辆。', 'Neither chosen: every car.')}</p>
      <label className="fl-whose">
        {say('只管这些单位的车', 'Only cars of these organs')}
        <RowsPicker register={organ.id} chosen={whose.organs} onChange={(organs) => onChange({ ...whose, organs })} label={say('只管这些单位的车', 'Only cars of these organs')} />
      </label>
      <label className="fl-whose">
        {say('只管这些车', 'Only these cars')}
        <RowsPicker register={vehicle.id} chosen={whose.cars} onChange={(cars) => onChange({ ...whose, cars })} label={say('只管这些车', 'Only these cars')} />
      </label>
    </fieldset>
  )
}
