// Above a list: the search, the conditions as chips that can be taken away, columns and export.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { rowQuery } from '../api/queries.ts'
import { ConditionChip } from '../blocks/condition-chip.tsx'
import { useIsPhone } from '../look/preferences.tsx'
import { useNames, useSay, useToldOf } from '../words/words.tsx'
import { conditionText } from './condition-text.ts'
import type { ListSource } from './derived-list.tsx'
import { queryOf, withCondition } from './list-view.ts'
import type { Condition, ListView } from './list-view.ts'

// Calendars and pickers are heavy, and most lists are read without them.
const FilterSheet = lazy(async () => ({ default: (await import('./filter-sheet.tsx')).FilterSheet }))
const ColumnChooser = lazy(async () => ({ default: (await import('./column-chooser.tsx')).ColumnChooser }))
const ExportSheet = lazy(async () => ({ default: (await import('./export-sheet.tsx')).ExportSheet }))
const ViewsSheet = lazy(async () => ({ default: (await import('./views-sheet.tsx')).ViewsSheet }))
const typingPause = 300

export function ListBar<R>({ source, view, onChange }: { source: ListSource<R>; view: ListView; onChange: (view: ListView) => void }): ReactNode {
  const say = useSay()
  const phone = useIsPhone()
  const [open, setOpen] = useState<'filters' | 'columns' | 'export' | 'views' | null>(null)
  return (
    <div className="hq-list-bar">
      <SearchBox q={view.q} label={say(`搜索${source.title}`, `Search ${source.title}`)} onChange={(q) => onChange({ ...view, q })} />
      <Button onClick={() => setOpen('filters')} aria-haspopup="dialog">
        {say('筛选', 'Filter')}
      </Button>
      <Button onClick={() => setOpen('views')} aria-haspopup="dialog">
        {say('视图', 'Views')}
      </Button>
      {view.conditions.map((condition) => (
        <FieldCondition
          key={`${condition.field}.${condition.operator}`}
          source={source}
          condition={condition}
          onEdit={() => setOpen('filters')}
          onRemove={() => onChange(withCondition(view, { ...condition, value: '' }))}
        />
      ))}
      {view.asOf && <ConditionChip text={say(`${view.asOf} 当日`, `as of ${view.asOf}`)} onRemove={() => onChange({ ...view, asOf: '' })} onEdit={() => setOpen('filters')} />}
      {view.retired && <ConditionChip text={say('含已停用', 'with retired')} onRemove={() => onChange({ ...view, retired: false })} onEdit={() => setOpen('filters')} />}
      {!phone && (
        <span className="hq-list-bar-end hq-row">
          <Button type="text" onClick={() => setOpen('columns')} aria-haspopup="dialog">
            {say('列', 'Columns')}
          </Button>
          {source.exporting && (
            <Button type="text" onClick={() => setOpen('export')} aria-haspopup="dialog">
              {say('导出', 'Export')}
            </Button>
          )}
        </span>
      )}
      <Suspense fallback={null}>
        {open === 'filters' && <FilterSheet source={source} view={view} onChange={onChange} onClose={() => setOpen(null)} />}
        {open === 'export' && source.exporting && <ExportSheet exporting={source.exporting} title={source.title} query={queryOf(view, source.sort)} onClose={() => setOpen(null)} />}
        {open === 'views' && <ViewsSheet list={source.id} view={view} onChange={onChange} onClose={() => setOpen(null)} />}
        {open === 'columns' && <ColumnChooser source={source} view={view} onChange={onChange} onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  )
}

function SearchBox({ q, label, onChange }: { q: string; label: string; onChange: (q: string) => void }): ReactNode {
  const [typed, setTyped] = useState(q)
  const [composing, setComposing] = useState(false)
  useEffect(() => setTyped(q), [q])
  useEffect(() => {
    if (composing || typed === q) return undefined
    const timer = setTimeout(() => onChange(typed.trim()), typingPause)
    return () => clearTimeout(timer)
    // The latest `onChange` is wanted when the pause ends, not a new pause when it changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [typed, composing])
  return (
    <input
      className="hq-native hq-list-search"
      type="search"
      value={typed}
      placeholder={label}
      aria-label={label}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onChange={({ target }) => setTyped(target.value)}
    />
  )
}

function FieldCondition<R>({ source, condition, onEdit, onRemove }: {
  source: ListSource<R>
  condition: Condition
  onEdit: () => void
  onRemove: () => void
}): ReactNode {
  const say = useSay()
  const names = useNames()
  const told = useToldOf()
  const field = source.filters[condition.field]
  const register = field?.kind === 'ref' ? (field.to === 'self' ? source.id : field.to.id) : undefined
  const one = register && condition.operator === 'is' && !condition.value.includes(',') ? condition.value : undefined
  const { data } = useQuery({ ...rowQuery(register ?? '', one ?? ''), enabled: one !== undefined })
  const text = conditionText({ field, condition, say, names, ...(data && { refName: told(register, data.name) }) })
  return <ConditionChip text={text} onEdit={onEdit} onRemove={onRemove} />
}
