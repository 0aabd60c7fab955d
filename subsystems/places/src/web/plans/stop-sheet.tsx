// Stopping a plan: what was made stays; nothing more is.
import { longText } from '@houqin/define'
import { call, RecordForm, Sheet, useSay } from '@houqin/web-kit'
import type { WirePlan } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { plansKey } from './plan-query.ts'

export function StopSheet({ plan, onClose }: { plan: WirePlan; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const fields = useMemo(() => ({ reason: longText(say('为什么停用', 'Why'), { max: 500, min: 1 }) }), [say])
  return (
    <Sheet title={say(`停用“${plan.title}”`, `Stop “${plan.title}”`)} onClose={onClose}>
      <p className="hq-secondary">{say('已经生成的不动，以后不再生成。', 'What was made stays; nothing more is made.')}</p>
      <RecordForm
        owner="plan"
        fields={fields}
        draftKey={`plan.stop.${plan.id}`}
        submit={say('停用', 'Stop')}
        onCancel={onClose}
        onSend={async ({ values, idempotencyKey }) => {
          await call(`/places/plans/${plan.id}/stop`, { method: 'POST', idempotencyKey, body: values })
          await client.invalidateQueries({ queryKey: plansKey })
          onClose()
        }}
      />
    </Sheet>
  )
}
