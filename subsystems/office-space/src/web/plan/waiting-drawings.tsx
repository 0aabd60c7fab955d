// Drawings that wait 待发布的图纸: looked at by another officer, who publishes them or sends them back.
import { call, ProblemError, ProblemNotice, Sheet, useSay, Waiting } from '@houqin/web-kit'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { drawingQuery, drawingsQuery } from './drawing-query.ts'
import { ReadDrawingView } from './read-drawing.tsx'
import type { WaitingDrawing } from '../../contract/answers.ts'

export function WaitingDrawings(): ReactNode {
  const say = useSay()
  const { data } = useQuery(drawingsQuery)
  const [open, setOpen] = useState<WaitingDrawing | null>(null)
  if (!data || data.rows.length === 0) return null
  return (
    <section className="hq-panel os-waiting" aria-label={say('待发布的图纸', 'Drawings to be published')}>
      <h2>{say('待发布的图纸', 'Drawings to be published')}</h2>
      {data.rows.map((one) => (
        <button key={one.id} type="button" onClick={() => setOpen(one)}>
          {one.site.name} {one.building.name} {one.floor.name} <span className="hq-secondary">{say(`${one.broughtBy} 交来，${one.from} 起`, `from ${one.broughtBy}, as of ${one.from}`)}</span>
        </button>
      ))}
      {open && <LookSheet drawing={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

function LookSheet({ drawing, onClose }: { drawing: WaitingDrawing; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const { data, error } = useQuery(drawingQuery(drawing.id))
  const settle = useMutation({
    mutationFn: (publish: boolean) => call(`/office-space/drawings/${drawing.id}${publish ? '/publish' : ''}`, { method: publish ? 'POST' : 'DELETE' }),
    onSuccess: () => {
      // the drawing itself waits no longer and is not there to be asked for
      const gone = drawingQuery(drawing.id).queryKey.join()
      void client.invalidateQueries({ queryKey: ['office-space'], predicate: ({ queryKey }) => queryKey.join() !== gone })
      onClose()
    },
  })
  const failed = settle.error ?? error
  return (
    <Sheet title={`${drawing.building.name} ${drawing.floor.name} · ${drawing.source}`} onClose={onClose} wide>
      <div className="hq-stack">
        {!data && !error && <Waiting lines={6} />}
        {data && <ReadDrawingView read={data} />}
        {drawing.own && <p className="hq-secondary">{say('由您交来，要由另一位场所管理员或驻点负责人发布。', 'You brought it in; another places officer or the steward of the site publishes it.')}</p>}
        {failed instanceof ProblemError && <ProblemNotice problem={failed} />}
        <div className="hq-row">
          {!drawing.own && (
            <Button type="primary" size="large" loading={settle.isPending} onClick={() => settle.mutate(true)}>
              {say('发布', 'Publish')}
            </Button>
          )}
          <Button size="large" disabled={settle.isPending} onClick={() => settle.mutate(false)}>
            {drawing.own ? say('撤回', 'Take it back') : say('退回', 'Send it back')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
