// Taking a row out of use 停用, or bringing it back: with a reason, and told what stays.
import type { Register } from '@houqin/define'
import { longText } from '@houqin/define'
import type { LinkCount, WireRow } from '@houqin/wire'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { Sheet } from '../blocks/sheet.tsx'
import { RecordForm } from '../fields/record-form.tsx'
import { figure } from '../format/quantity.ts'
import { useSay } from '../words/words.tsx'

export function RetireSheet({ register, row, links, onClose }: { register: Register; row: WireRow; links: readonly LinkCount[]; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const undo = row.retiredAt !== null
  const fields = useMemo(() => ({ reason: longText(say('原因', 'Reason'), { max: 500 }) }), [say])
  const title = undo ? say(`恢复 ${row.name}`, `Bring back ${row.name}`) : say(`停用 ${row.name}`, `Retire ${row.name}`)
  return (
    <Sheet title={title} onClose={onClose}>
      {!undo && (
        <p>
          {say('停用后不再出现在列表和选择中，历史记录都保留，随时可以恢复。', 'It will no longer be listed or offered; its history stays, and it can be brought back at any time.')}
          {links.length > 0 && (
            <> {say('指向它的有：', 'Pointing to it: ')}{links.map(({ title: of, count }) => `${of} ${figure(count)}`).join(say('、', ', '))}</>
          )}
        </p>
      )}
      <RecordForm
        owner={register.id}
        fields={fields}
        draftKey={`${undo ? 'bring-back' : 'retire'}.${register.id}.${row.id}`}
        submit={undo ? say('恢复', 'Bring back') : say('停用', 'Retire')}
        destructive={!undo}
        onCancel={onClose}
        onSend={async ({ values, idempotencyKey }) => {
          await call(`/registers/${register.id}/${row.id}/retire`, {
            method: 'POST',
            version: row.version,
            idempotencyKey,
            body: { ...values, ...(undo && { undo: true }) },
          })
          await client.invalidateQueries({ queryKey: ['row', register.id, row.id] })
          void client.invalidateQueries({ queryKey: ['rows', register.id] })
          onClose()
        }}
      />
    </Sheet>
  )
}
