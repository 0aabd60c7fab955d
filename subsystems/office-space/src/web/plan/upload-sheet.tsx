// Bringing in a drawing 导入图纸: floor and file, what was read, what the surveyor settles otherwise; then it waits for somebody else to publish it.
import { call, ChipChoice, DayInput, dayOf, ProblemError, ProblemNotice, queryText, RowPicker, Sheet, useGo, useNow, useSay, useToast } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { floor as floors } from '@houqin/places'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { drawingsKey } from './drawing-query.ts'
import { ReadDrawingView } from './read-drawing.tsx'
import type { ReadDrawing } from '../../contract/answers.ts'

interface Settled {
  readonly unit?: string
  readonly by?: ReadDrawing['by']
  readonly layers?: readonly string[]
  readonly part?: number
  readonly scale?: number
}

export function UploadSheet({ floor: first, onClose }: { floor: Ref | null; onClose: () => void }): ReactNode {
  const say = useSay()
  const go = useGo()
  const today = dayOf(useNow())
  const client = useQueryClient()
  const toast = useToast()
  const [floor, setFloor] = useState(first)
  const [file, setFile] = useState<File | null>(null)
  const [from, setFrom] = useState(today)
  const [settled, setSettled] = useState<Settled>({})
  const send = (dryRun: boolean, { file: sent, settled: as }: { file: File; settled: Settled }): Promise<ReadDrawing> => {
    const form = new FormData()
    form.append('file', sent, sent.name)
    const layers = (as.layers ?? []).map((layer) => `&layer=${encodeURIComponent(layer)}`).join('')
    return call<ReadDrawing>(`/office-space/floors/${floor?.id ?? ''}/drawings${queryText({ dryRun, from, unit: as.unit, by: as.by, part: as.part, scale: as.scale })}${layers}`, { method: 'POST', body: form })
  }
  const trial = useMutation({ mutationFn: (what: { file: File; settled: Settled }) => send(true, what) })
  const keep = useMutation({
    mutationFn: (what: { file: File; settled: Settled }) => send(false, what),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: drawingsKey })
      toast({ says: say('图纸已交，待另一位场所管理员或驻点负责人核对后发布。', 'Brought in; another places officer or the steward of the site looks at it and publishes it.') })
      onClose()
    },
  })
  const read = trial.data
  const retry = (change: Settled): void => {
    const next = { ...settled, ...change }
    setSettled(next)
    if (file) trial.mutate({ file, settled: next })
  }
  const names: Readonly<Record<string, string>> = { mm: say('毫米', 'mm'), cm: say('厘米', 'cm'), m: say('米', 'm'), inch: say('英寸', 'inch'), foot: say('英尺', 'foot') }
  const error = keep.error ?? trial.error
  return (
    <Sheet title={say('导入图纸', 'Bring in a drawing')} onClose={onClose} wide>
      <div className="hq-stack">
        <p className="hq-secondary">{say('在绘图软件中另存为 ASCII DXF（R12 至 2018），只留一层最好；也收 SVG 和 GeoJSON。房号写在房间里，与台账一致就会自动对上。只有扫描图的，选好楼层后“描图”。', 'Save it from the drawing program as ASCII DXF (R12 to 2018), one floor alone at best; SVG and GeoJSON are taken as well. Numbers written in rooms are matched with the ledger. Where there is only a scan, choose the floor and draw over it.')}</p>
        <div className="os-choice">
          {say('楼层', 'Floor')}
          <RowPicker register={floors.id} chosen={floor} label={say('楼层', 'Floor')} onChange={setFloor} />
        </div>
        <div className="hq-row">
          {say('自哪天起是这个样子', 'Looks so from')} <DayInput value={from} label={say('自哪天起', 'From')} onChange={setFrom} />
        </div>
        <input
          type="file" accept=".dxf,.svg,.geojson,.json" className="hq-native os-file" aria-label={say('图纸文件', 'Drawing')} disabled={floor === null}
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            if (!chosen) return
            setFile(chosen)
            setSettled({})
            trial.mutate({ file: chosen, settled: {} })
          }}
        />
        {floor && <Button onClick={() => go(`/office-space/plan/edit?floor=${floor.id}`)}>{say('只有扫描图：描图', 'Only a scan: draw over it')}</Button>}
        {file?.name.toLowerCase().endsWith('.svg') && (
          <label className="os-choice">
            {say('图纸比例 1 :', 'Scale 1 :')}
            <input className="hq-native" inputMode="numeric" defaultValue={settled.scale ?? 1} onBlur={({ target }) => Number(target.value) > 0 && Number(target.value) !== (settled.scale ?? 1) && retry({ scale: Number(target.value) })} />
          </label>
        )}
        {floor === null && <p className="hq-secondary">{say('先选楼层，再选文件。', 'Choose the floor first, then the file.')}</p>}
        {trial.isPending && <output>{say('正在读图…', 'Reading…')}</output>}
        {read && (
          <>
            <label className="os-choice">
              {say('单位', 'Unit')}
              <select className="hq-native" value={settled.unit ?? read.unit} onChange={({ target }) => retry({ unit: target.value })}>
                {Object.entries(names).map(([unit, name]) => (
                  <option key={unit} value={unit}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <ChipChoice
              options={[{ key: 'outlines', label: say('按房间轮廓', 'By outlines') }, { key: 'walls', label: say('按墙线', 'Between walls') }]} chosen={[settled.by ?? read.by]}
              onChange={([by]) => retry({ by: by as ReadDrawing['by'] })}
            />
            {read.parts.length > 1 && (
              <label className="os-choice">
                {say('图上的哪一层', 'Which floor of the sheet')}
                <select className="hq-native" value={settled.part ?? ''} onChange={({ target }) => retry({ part: Number(target.value) })}>
                  <option value="" disabled>
                    {say('请选', 'Choose')}
                  </option>
                  {read.parts.map(({ number, title, rooms }) => (
                    <option key={number} value={number}>
                      {title ?? say(`第 ${number} 幅`, `Part ${number}`)} · {say(`${rooms} 间`, `${rooms} rooms`)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <details>
              <summary>{say('房间在哪些图层', 'Layers of the rooms')}</summary>
              <ChipChoice
                many options={read.layers.map(({ name }) => ({ key: name, label: name }))} chosen={settled.layers ?? read.layers.filter(({ chosen }) => chosen).map(({ name }) => name)}
                onChange={(layers) => layers.length > 0 && retry({ layers })}
              />
            </details>
            <ReadDrawingView read={read} />
          </>
        )}
        {error instanceof ProblemError && <ProblemNotice problem={error} />}
        <Button type="primary" size="large" block loading={keep.isPending} disabled={!file || !read || read.rooms.length === 0 || trial.isPending || (read.parts.length > 1 && settled.part === undefined)} onClick={() => file && keep.mutate({ file, settled })}>
          {say('交去发布', 'Hand it in')}
        </Button>
      </div>
    </Sheet>
  )
}
