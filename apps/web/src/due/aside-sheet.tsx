// Putting off what ends, or saying that it is being seen to: each with its reason, kept in the audit.
import { date, longText } from '@houqin/define'
import { call, dayAfter, dayOf, RecordForm, Sheet, Tabs, useNow, useSay, useToast } from '@houqin/web-kit'
import type { DueRow } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'

export function AsideSheet({ row, onClose }: { row: DueRow; onClose: () => void }): ReactNode {
  const say = useSay()
  const tabs = [
    { key: 'acknowledge', title: say('知悉', 'Acknowledge'), body: () => <AsideForm row={row} action="acknowledge" onClose={onClose} /> },
    ...(row.daysLeft < 0 ? [] : [{ key: 'snooze', title: say('推迟', 'Put off'), body: () => <AsideForm row={row} action="snooze" onClose={onClose} /> }]),
  ]
  return (
    <Sheet title={row.row.name} onClose={onClose}>
      <Tabs label={say('怎么处理', 'What to do')} tabs={tabs} />
    </Sheet>
  )
}

function AsideForm({ row, action, onClose }: { row: DueRow; action: 'acknowledge' | 'snooze'; onClose: () => void }): ReactNode {
  const say = useSay()
  const today = dayOf(useNow())
  const toast = useToast()
  const client = useQueryClient()
  const fields = useMemo(
    () => ({
      ...(action === 'snooze' && { until: date(say('推迟到', 'Until'), { hint: say('到这一天再提醒，最多 90 天', 'Comes back on this day; 90 days at most') }) }),
      reason: longText(action === 'snooze' ? say('为什么推迟', 'Why') : say('已作什么安排', 'What is being done'), { max: 500, min: 1 }),
    }),
    [action, say],
  )
  return (
    <RecordForm
      owner="due"
      fields={fields}
      draftKey={`due.${action}.${row.id}`}
      {...(action === 'snooze' && { start: { until: dayAfter(today, 7) } })}
      submit={action === 'snooze' ? say('推迟', 'Put off') : say('知悉', 'Acknowledge')}
      onCancel={onClose}
      onSend={async ({ values, idempotencyKey }) => {
        await call(`/due/${row.id}`, { method: 'POST', idempotencyKey, body: { action, ...values } })
        await client.invalidateQueries({ queryKey: ['due'] })
        toast({ says: action === 'snooze' ? say(`已推迟：${row.row.name}`, `Put off: ${row.row.name}`) : say(`已知悉：${row.row.name}`, `Acknowledged: ${row.row.name}`) })
        onClose()
      }}
    />
  )
}
