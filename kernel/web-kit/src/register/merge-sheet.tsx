// Two rows that are one 合并: this one becomes an alias of the other; history is not rewritten and the merge can be undone.
import { longText, ref } from '@houqin/define'
import type { Register } from '@houqin/define'
import type { WireRow } from '@houqin/wire'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { useGo } from '../blocks/console-link.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { RecordForm } from '../fields/record-form.tsx'
import { pathOfRow } from '../parts/paths.ts'
import { useSay } from '../words/words.tsx'

export function MergeSheet({ register, row, onClose }: { register: Register; row: WireRow; onClose: () => void }): ReactNode {
  const say = useSay()
  const go = useGo()
  const client = useQueryClient()
  const fields = useMemo(
    () => ({ into: ref(say('并入哪一条', 'Merge into'), register), reason: longText(say('理由', 'Reason'), { max: 500 }) }),
    [register, say],
  )
  return (
    <Sheet title={say(`合并 ${row.name}`, `Merge ${row.name}`)} onClose={onClose}>
      <p>{say('两条其实是同一个时用。本条成为另一条的别名，指向本条的记录都算到另一条上；可以撤销。', 'For two entries of one thing. This one becomes an alias of the other and counts as it; it can be undone.')}</p>
      <RecordForm
        owner={register.id}
        fields={fields}
        draftKey={`merge.${register.id}.${row.id}`}
        submit={say('合并', 'Merge')}
        destructive
        onCancel={onClose}
        onSend={async ({ values, idempotencyKey }) => {
          await call(`/registers/${register.id}/${row.id}/merge`, { method: 'POST', version: row.version, idempotencyKey, body: values })
          void client.invalidateQueries({ queryKey: ['rows', register.id] })
          void client.invalidateQueries({ queryKey: ['row', register.id] })
          go(pathOfRow(register.id, String(values['into'])))
        }}
      />
    </Sheet>
  )
}
