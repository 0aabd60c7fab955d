// Ending a patrol with points not reached: which, and why.
import { longText } from '@houqin/define'
import { call, RecordForm, Sheet, useSay } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { patrol } from '../../contract/index.ts'
import { onePatrol } from './patrol-query.ts'
import type { Point } from './patrol-query.ts'

export function LeaveSheet({ seen, left, onClose }: { seen: WireMatter; left: readonly Point[]; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const fields = useMemo(() => ({ comment: longText(say('为什么没走到', 'Why they were not reached'), { max: 500, min: 2 }) }), [say])
  return (
    <Sheet title={say('有几处没走到', 'Some were not reached')} onClose={onClose}>
      <p className="hq-warning">{left.map(({ place }) => place).join(say('、', ', '))}</p>
      <RecordForm
        owner="patrol"
        fields={fields}
        draftKey={`patrol.leave.${seen.number}`}
        submit={say('结束巡查', 'End the patrol')}
        onCancel={onClose}
        onSend={async ({ values, idempotencyKey }) => {
          const next = await call<WireMatter>(`/matters/${patrol.id}/${seen.number}/steps/leave`, { method: 'POST', idempotencyKey, body: { ...values, version: seen.version } })
          client.setQueryData(onePatrol(seen.number).queryKey, next)
          void client.invalidateQueries({ queryKey: ['matters', patrol.id] })
          onClose()
        }}
      />
    </Sheet>
  )
}
