// Deputies 审批代理: who decides for me while I am on leave, and for whom I do; the officer sees and writes them all.
import { approvalOfficer, date, longText, ref } from '@houqin/define'
import type { Fields } from '@houqin/define'
import { call, Empty, Fault, PageHead, ProblemNotice, RecordForm, Sheet, StackingTable, StateTag, useAttempt, useHouse, useMe, useSay, Waiting } from '@houqin/web-kit'
import type { DeputyRow, TagTone } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { rolesOf } from '../shell/rail-groups.ts'

const queryKey = ['approval', 'deputies']
const tones: Readonly<Record<DeputyRow['state'], TagTone>> = { 'in-force': 'running', 'to-come': 'draft', over: 'stopped', withdrawn: 'stopped' }

export function DeputiesPage(): ReactNode {
  const say = useSay()
  const me = useMe()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const { problem, busy, run } = useAttempt()
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => call<{ rows: readonly DeputyRow[] }>('/approval/deputies') })
  if (error && !data) return <Fault title={say('审批代理', 'Deputies')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={4} />
  const all = rolesOf(me).has(approvalOfficer.role)
  const states = { 'in-force': say('代理中', 'Stands in'), 'to-come': say('未开始', 'To come'), over: say('已结束', 'Over'), withdrawn: say('已撤销', 'Withdrawn') }
  const withdraw = (id: string): void =>
    run(async () => {
      await call(`/approval/deputies/${id}`, { method: 'DELETE' })
      await client.invalidateQueries({ queryKey })
    })
  return (
    <>
      <PageHead title={say('审批代理', 'Deputies')} actions={<Button type="primary" onClick={() => setOpen(true)}>{say('指定代理人', 'Name a deputy')}</Button>} />
      <ProblemNotice problem={problem} />
      {data.rows.length === 0 ? (
        <Empty title={say('没有代理', 'No deputies')}>{say('出差、休假时，可以请人代为审批。', 'While you are away somebody else may decide for you.')}</Empty>
      ) : (
        <div className="hq-table-scroll">
          <StackingTable
            label={say('审批代理', 'Deputies')}
            rows={data.rows}
            keyOf={({ id }) => id}
            columns={[
              { title: say('谁', 'Who'), cell: ({ person }) => person.name },
              { title: say('由谁代理', 'Deputy'), cell: ({ deputy }) => deputy.name },
              { title: say('起止', 'Days'), cell: ({ from, to }) => `${from} – ${to}` },
              { title: say('事由', 'Why'), cell: ({ reason }) => reason },
              { title: say('状态', 'State'), cell: ({ state }) => <StateTag tone={tones[state]}>{states[state]}</StateTag> },
              {
                title: say('办理', 'Do'),
                cell: ({ id, person, state }) =>
                  (state === 'in-force' || state === 'to-come') &&
                  (all || person.id === me.person?.id) && (
                    <Button size="small" loading={busy} onClick={() => withdraw(id)}>
                      {say('撤销', 'Withdraw')}
                    </Button>
                  ),
              },
            ]}
          />
        </div>
      )}
      {open && <DeputySheet all={all} own={me.person?.id ?? null} onClose={() => setOpen(false)} />}
    </>
  )
}

/** @param all he may name one for anybody. */
function DeputySheet({ all, own, onClose }: { all: boolean; own: string | null; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const { keeperOf } = useHouse()
  const fields = useMemo((): Fields => {
    const person = keeperOf('person')
    return {
      ...(all && person && { person: ref(say('谁不在', 'Who is away'), person, { optional: own !== null, hint: own === null ? '' : say('不填为本人', 'Yourself when empty') }) }),
      ...(person && { deputy: ref(say('由谁代理', 'Who decides for him'), person) }),
      from: date(say('自', 'From')),
      to: date(say('至（含）', 'Until')),
      reason: longText(say('事由', 'Why'), { max: 200 }),
    }
  }, [keeperOf, say, all, own])
  return (
    <Sheet title={say('指定代理人', 'Name a deputy')} onClose={onClose}>
      <RecordForm
        owner="approval"
        fields={fields}
        draftKey="approval.deputy"
        submit={say('确定', 'Name him')}
        onCancel={onClose}
        onSend={async ({ values, idempotencyKey }) => {
          await call('/approval/deputies', { method: 'POST', idempotencyKey, body: { ...values, person: values['person'] ?? own } })
          void client.invalidateQueries({ queryKey })
          onClose()
        }}
      />
    </Sheet>
  )
}
