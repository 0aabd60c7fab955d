// 电子围栏: all fences on the map with their list beside it; draw one, change one, see whom it is about.
import { ConsoleLink, Empty, Fault, PageHead, pathOfRegister, pathOfRow, useCan, useGo, useNames, useSay, Waiting } from '@houqin/web-kit'
import { ShapeCanvas } from '@houqin/web-kit/map-shapes'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { fence } from '../../contract/index.ts'
import { groundQuery } from '../map/ground-query.ts'
import { FenceForm, draftKeyOf } from './fence-form.tsx'
import { fencesQuery, formOfFence, shapesOf, toneOfKind } from './fences-query.ts'
import type { FenceOnMap } from '../../contract/road-answers.ts'
import { useDrawing } from './use-drawing.ts'
import './fences.css'

export function Screen(): ReactNode {
  const say = useSay()
  const can = useCan(fence.id)
  const { data, error, refetch } = useQuery(fencesQuery)
  const [{ picked, mode }, change] = useAsked()
  const known = data?.rows.find(({ id }) => id === picked) ?? null
  const editing = can('write') && (mode === 'new' || (mode === 'edit' && known !== null))
  return (
    <div className="fl-fences">
      <PageHead title={say('电子围栏', 'Fences')} actions={
        <>
          {can('write') && !editing && <button type="button" className="hq-quiet-button" onClick={() => change({ mode: 'new' })}>{say('新画围栏', 'Draw a fence')}</button>}
          <ConsoleLink to={pathOfRegister(fence.id)} className="hq-quiet-button">{say('台账和导入导出', 'Ledger, import and export')}</ConsoleLink>
        </>
      } />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      {data && (editing
        ? <Editor key={draftKeyOf(mode === 'new' ? null : known)} known={mode === 'new' ? null : known} fences={data.rows} onDone={(id) => change({ picked: id })} />
        : <Shown fences={data.rows} known={known} onPick={(id) => change({ picked: id })} onEdit={can('write') ? () => change({ picked, mode: 'edit' }) : undefined} />)}
    </div>
  )
}

function Shown({ fences, known, onPick, onEdit }: { fences: readonly FenceOnMap[]; known: FenceOnMap | null; onPick: (id: string) => void; onEdit: (() => void) | undefined }): ReactNode {
  const say = useSay()
  const ground = useQuery(groundQuery)
  const shapes = useMemo(() => shapesOf(fences), [fences])
  return (
    <div className="fl-fence-field">
      <div className="fl-fence-map">
        <ShapeCanvas ground={ground.data} shapes={shapes} picked={known?.id ?? ''} onPick={onPick} label={say('围栏地图', 'Map of the fences')} />
      </div>
      <aside className="fl-fence-side" aria-label={say('围栏列表', 'List of fences')}>
        {fences.length === 0 && (
          <Empty title={say('还没有围栏', 'No fence yet')}>
            {say('画出行政区域，车辆驶出会告警；画出停放场所和批准的目的地，行程里写的就是地名。', 'Draw the district and a car that leaves it is told of; draw parking places and destinations and journeys are told by their names.')}
          </Empty>
        )}
        <ul className="fl-fence-rows">
          {fences.map((one) => <FenceRow key={one.id} fence={one} open={one.id === known?.id} onPick={() => onPick(one.id === known?.id ? '' : one.id)} onEdit={onEdit} />)}
        </ul>
      </aside>
    </div>
  )
}

function FenceRow({ fence: one, open, onPick, onEdit }: { fence: FenceOnMap; open: boolean; onPick: () => void; onEdit: (() => void) | undefined }): ReactNode {
  const say = useSay()
  const names = useNames()
  const words = useFenceWords()
  return (
    <li>
      <button type="button" className="fl-fence-row" aria-expanded={open} onClick={onPick}>
        <span className={`fl-fence-dot fl-fence-${toneOfKind(one.kind)}`} aria-hidden="true" />
        <strong>{one.name}</strong>
        <span className="hq-small hq-secondary">{names.option(fence.fields.kind, one.kind)} · {words.shape(one)}</span>
        <span className="hq-small hq-secondary">{words.whom(one)}{words.hours(one)}</span>
      </button>
      {open && (
        <div className="fl-fence-more">
          {one.site && <p>{say('场所', 'Site')}: {one.site.name}</p>}
          {one.organs.length > 0 && <p>{say('单位', 'Organs')}: {one.organs.map(({ name }) => name).join(say('、', ', '))}</p>}
          {one.cars.length > 0 && <p>{say('车辆', 'Cars')}: {one.cars.map(({ name }) => name).join(say('、', ', '))}</p>}
          <div className="fl-buttons">
            {onEdit && <button type="button" className="hq-quiet-button" onClick={onEdit}>{one.corners.length === 0 ? say('画出来', 'Draw it') : say('修改', 'Change')}</button>}
            <ConsoleLink to={pathOfRow(fence.id, one.id)} className="hq-quiet-button">{say('记录、历史和停用', 'Record, history, retiring')}</ConsoleLink>
          </div>
        </div>
      )}
    </li>
  )
}

function Editor({ known, fences, onDone }: { known: FenceOnMap | null; fences: readonly FenceOnMap[]; onDone: (id: string) => void }): ReactNode {
  const say = useSay()
  const ground = useQuery(groundQuery)
  const drawing = useDrawing(`${draftKeyOf(known)}.shape`, known === null ? null : formOfFence(known))
  const others = useMemo(() => shapesOf(fences.filter(({ id }) => id !== known?.id)), [fences, known])
  const drawn = useMemo(() => ({ form: drawing.form, wrong: drawing.fault !== undefined && drawing.form !== null && !(drawing.form.kind === 'polygon' && drawing.form.corners.length < 3) }), [drawing.form, drawing.fault])
  return (
    <div className="fl-fence-field">
      <div className="fl-fence-map">
        <ShapeCanvas ground={ground.data} shapes={others} picked="" onPick={() => undefined} drawing={drawn} onPress={drawing.press} onPull={drawing.pull} label={say('在地图上画围栏', 'Draw the fence on the map')} />
      </div>
      <aside className="fl-fence-side" aria-label={say('围栏内容', 'The fence')}>
        <h2>{known === null ? say('新画围栏', 'A new fence') : say(`修改“${known.name}”`, `Changing “${known.name}”`)}</h2>
        <FenceForm known={known} drawing={drawing} onDone={onDone} />
      </aside>
    </div>
  )
}

function useFenceWords(): { readonly shape: (one: FenceOnMap) => string; readonly whom: (one: FenceOnMap) => string; readonly hours: (one: FenceOnMap) => string } {
  const say = useSay()
  const metres = (length: number): string => (length < 1000 ? `${length} m` : `${(length / 1000).toFixed(length % 1000 === 0 ? 0 : 1)} km`)
  return {
    shape: ({ radius, corners }) => (corners.length === 0 ? say('还没有画', 'not drawn yet') : radius === null ? say(`${corners.length} 个顶点`, `${corners.length} corners`) : say(`圆，半径 ${metres(radius)}`, `circle of ${metres(radius)}`)),
    whom: ({ cars, organs }) => (cars.length + organs.length === 0 ? say('所有车辆', 'All cars') : [
      ...(organs.length > 0 ? [say(`${organs.length} 个单位的车`, `cars of ${organs.length} organs`)] : []), ...(cars.length > 0 ? [say(`${cars.length} 辆车`, `${cars.length} cars`)] : []),
    ].join(say('和', ' and '))),
    hours: ({ hoursFrom, hoursTo }) => (hoursFrom === null || hoursTo === null ? '' : say(`,${hoursFrom}–${hoursTo} 时`, `, ${hoursFrom}:00–${hoursTo}:00`)),
  }
}

interface Asked {
  readonly picked: string
  readonly mode: 'new' | 'edit' | ''
}
/** Which fence is looked at and whether it is being drawn stand in the address. */
function useAsked(): readonly [Asked, (to: Partial<Asked>) => void] {
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const go = useGo()
  const params = new URLSearchParams(search)
  const mode = params.get('mode')
  return [{ picked: params.get('fence') ?? '', mode: mode === 'new' || mode === 'edit' ? mode : '' }, ({ picked = '', mode: to = '' }) => {
    const next = new URLSearchParams([...(picked === '' ? [] : [['fence', picked]]), ...(to === '' ? [] : [['mode', to]])])
    go(next.size === 0 ? '/fleet/fences' : `/fleet/fences?${next.toString()}`, { replace: true })
  }]
}
