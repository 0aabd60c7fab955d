// Above the foot of a list: how many rows are ticked, and what may be done with them.
import { Button } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'
import type { ListSource } from './derived-list.tsx'
import type { SeveralAction } from './several.ts'

const SeveralSheet = lazy(async () => ({ default: (await import('./several-sheet.tsx')).SeveralSheet }))
const ExportSheet = lazy(async () => ({ default: (await import('./export-sheet.tsx')).ExportSheet }))

/** What a list offers for several of its rows. */
export interface Several<R> {
  readonly actionsOf: (rows: readonly R[]) => Promise<readonly SeveralAction<R>[]>
  readonly title: (row: R) => string
  /** The condition that finds exactly these rows, for an export of them. */
  readonly only?: (rows: readonly R[]) => Readonly<Record<string, string>>
  /** Keys of what the actions make stale. */
  readonly stale: readonly (readonly unknown[])[]
}

export function SelectionBar<R>({ source, several, rows, onClear }: { source: ListSource<R>; several: Several<R>; rows: readonly R[]; onClear: () => void }): ReactNode {
  const say = useSay()
  const [offered, setOffered] = useState<readonly SeveralAction<R>[] | 'asking' | null>(null)
  const [open, setOpen] = useState<{ readonly action: SeveralAction<R>; readonly rows: readonly R[] } | 'export' | null>(null)
  const done = useRef(false)
  const ask = (): void => {
    setOffered('asking')
    void several.actionsOf(rows).then(setOffered, () => setOffered([]))
  }
  return (
    <section className="hq-selection" aria-label={say('已选', 'Chosen')}>
      <strong className="hq-figures">{say(`已选 ${rows.length} 条`, `${rows.length} chosen`)}</strong>
      {offered === null || offered === 'asking' ? (
        <Button loading={offered === 'asking'} onClick={ask}>
          {say('批量办理', 'Do for all of them')}
        </Button>
      ) : offered.length === 0 ? (
        <span className="hq-secondary">{say('这几条没有可以一起办的事，请逐条打开。', 'Nothing can be done for all of these at once; open them one by one.')}</span>
      ) : (
        offered.map((action) => (
          <Button key={action.key} danger={action.destructive ?? false} onClick={() => setOpen({ action, rows })}>
            {action.label}
          </Button>
        ))
      )}
      {several.only && source.exporting && <Button onClick={() => setOpen('export')}>{say('导出所选', 'Export these')}</Button>}
      <Button type="text" onClick={onClear}>
        {say('取消选择', 'Choose none')}
      </Button>
      <Suspense fallback={null}>
        {open === 'export' && several.only && source.exporting && (
          <ExportSheet exporting={source.exporting} title={source.title} query={several.only(rows)} onClose={() => setOpen(null)} />
        )}
        {open && open !== 'export' && (
          <SeveralSheet
            action={open.action as SeveralAction<unknown>} // a lazy component forgets whose rows they are
            chosen={{ rows: open.rows, named: (row) => ({ key: source.key(row as R), title: several.title(row as R), path: source.path(row as R) }) }}
            stale={several.stale}
            onDone={() => {
              done.current = true
            }}
            onClose={() => {
              setOpen(null)
              if (done.current) onClear()
            }}
          />
        )}
      </Suspense>
    </section>
  )
}
