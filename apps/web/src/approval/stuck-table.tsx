// What is stuck 卡住的审批 with its reason; the officer names who decides, or ends it.
import { approvalOfficer, choice, longText, ref } from '@houqin/define'
import { call, Empty, Fault, RecordForm, Sheet, StackingTable, useHouse, useMe, useNames, useSay, Waiting, WhenText } from '@houqin/web-kit'
import type { StuckRow } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { rolesOf } from '../shell/rail-groups.ts'

const queryKey = ['approval', 'stuck']

export function StuckTable(): ReactNode {
  const say = useSay()
  const names = useNames()
  const helps = rolesOf(useMe()).has(approvalOfficer.role)
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => call<{ rows: readonly StuckRow[] }>('/approval/stuck') })
  const [open, setOpen] = useState<StuckRow | null>(null)
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={4} />
  if (data.rows.length === 0) return <Empty title={say('没有卡住的审批', 'Nothing is stuck')}>{say('审批人离开、停用或无人担任时，会列在这里。', 'When an approver has left or nobody holds the post, it appears here.')}</Empty>
  return (
    <div className="hq-table-scroll">
      <StackingTable<StuckRow>
        label={say('卡住的审批', 'Stuck')}
        rows={data.rows}
        keyOf={({ number }) => number}
        columns={[
          { title: say('单号', 'Number'), cell: ({ number }) => number },
          { title: say('事项', 'Matter'), cell: ({ title, step }) => `${names.phrase(title)} · ${step}` },
          { title: say('环节', 'Stage'), cell: ({ stage }) => stage },
          { title: say('原因', 'Why'), cell: ({ reason }) => <span className="hq-danger">{reason}</span> },
          { title: say('自', 'Since'), cell: ({ since }) => <WhenText at={since} /> },
          ...(helps
            ? [
                {
                  title: say('办理', 'Do'),
                  cell: (stuck: StuckRow) => (
                    <Button size="small" onClick={() => setOpen(stuck)}>
                      {say('处理', 'Help')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {open && <HelpSheet stuck={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function HelpSheet({ stuck, onClose }: { stuck: StuckRow; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const { keeperOf } = useHouse()
  const fields = useMemo(() => {
    const person = keeperOf('person')
    return {
      action: choice(say('怎么办', 'What to do'), { assign: say('指定审批人', 'Name who decides'), end: say('终止审批', 'End the approval') }),
      ...(person && { to: ref(say('审批人', 'Who decides'), person, { optional: true, hint: say('终止时不填', 'Not when it is ended') }) }),
      comment: longText(say('原因', 'Why')),
    }
  }, [keeperOf, say])
  return (
    <Sheet title={say(`处理 ${stuck.number}`, `Help with ${stuck.number}`)} onClose={onClose}>
      <RecordForm
        owner="approval"
        fields={fields}
        draftKey={`approval.stuck.${stuck.matter}.${stuck.number}`}
        submit={say('确定', 'Do it')}
        onCancel={onClose}
        onSend={async ({ values, idempotencyKey }) => {
          const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
          client.setQueryData(queryKey, await call(`/approval/stuck/${stuck.matter}/${stuck.number}`, { method: 'POST', idempotencyKey, body }))
          onClose()
        }}
      />
    </Sheet>
  )
}
