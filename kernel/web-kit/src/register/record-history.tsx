// The history of a row 变更记录: who changed what, from which value to which.
import type { Register } from '@houqin/define'
import type { HistoryEntry, WireValue } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { historyQuery } from '../api/queries.ts'
import { Fault } from '../blocks/error-boundary.tsx'
import { Timeline } from '../blocks/timeline.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { FieldValue } from '../format/field-value.tsx'
import type { Say } from '../words/locale.ts'
import { useNames, useSay } from '../words/words.tsx'

export function RecordHistory({ register, id }: { register: Register; id: string }): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(historyQuery(register.id, id))
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={4} />
  if (data.rows.length === 0) return <p className="hq-secondary">{say('登记以后还没有修改过。', 'Not changed since it was entered.')}</p>
  return (
    <Timeline
      items={data.rows.map((entry) => ({
        at: entry.at,
        label: actionText(entry.action, say),
        by: entry.by,
        detail: entry.changes.length > 0 && entry.action !== 'insert' && <Changes register={register} entry={entry} />,
      }))}
    />
  )
}

function Changes({ register, entry }: { register: Register; entry: HistoryEntry }): ReactNode {
  const names = useNames()
  return (
    <ul className="hq-small">
      {entry.changes.map(({ field, label, before, after }) => {
        const declared = register.fields[field]
        const value = (at: unknown): ReactNode =>
          declared ? <FieldValue field={declared} value={at as WireValue | undefined} owner={register.id} /> : plain(at) // the audit keeps values as they stood on the wire
        return (
          <li key={field}>
            {declared ? names.of(declared) : label} {value(before)} → {value(after)}
          </li>
        )
      })}
    </ul>
  )
}
function plain(value: unknown): string {
  return value === null || value === undefined || value === '' ? '—' : typeof value === 'string' ? value : JSON.stringify(value)
}

function actionText(action: string, say: Say): string {
  const verb = action.split('.').at(-1) ?? action
  const words: Readonly<Record<string, string>> = {
    insert: say('登记', 'Entered'),
    create: say('登记', 'Entered'),
    update: say('修改', 'Changed'),
    change: say('修改', 'Changed'),
    retire: say('停用', 'Retired'),
    restore: say('恢复', 'Brought back'),
    merge: say('合并', 'Merged'),
    unmerge: say('撤销合并', 'Merge undone'),
    import: say('导入', 'Imported'),
  }
  return words[verb] ?? action
}
