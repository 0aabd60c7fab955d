// 请假: which days, who stands in, and who takes over what one has in hand; asked and put to approval by one button.
import { call, RowPicker, useRecordForm, useSay, useToldOf, useWordsOf } from '@houqin/web-kit'
import type { HeldMatter, Ref, WireMatter } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { person } from '@houqin/people'
import { leave } from '../../contract/index.ts'
import { AskPage, useAskedFor } from '../ask-page.tsx'

const { kind, from, to, reason, deputy } = leave.form
const fields = Object.freeze({ kind, from, to, reason, deputy })

export function Screen(): ReactNode {
  const say = useSay()
  const told = useToldOf()
  const askedFor = useAskedFor(leave, [['staffing', 'held']])
  const { data: held } = useQuery({ queryKey: ['staffing', 'held'], queryFn: ({ signal }) => call<{ rows: readonly HeldMatter[] }>('/staffing/held', { signal }) })
  useWordsOf(...(held?.rows ?? []).map(({ matter }) => matter))
  const [successors, setSuccessors] = useState<Readonly<Record<string, Ref | null>>>({})
  const form = useRecordForm({
    fields,
    draftKey: 'staffing.leave',
    issuesUnder: 'input.',
    async onSend({ values, idempotencyKey }) {
      const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
      const handover = Object.entries(successors).flatMap(([number, chosen]) => (chosen ? [{ what: 'matter', number, to: chosen.id }] : []))
      const asked = await call<WireMatter>('/staffing/leaves', { method: 'POST', idempotencyKey, body: { input, handover } })
      askedFor(asked)
    },
  })
  return (
    <AskPage
      title={say('请假', 'Leave')}
      matter={leave}
      form={form}
      fields={fields}
      says={say('批准后，交出的事项当即转到接手人；假期内新来的审批由代理人办理并标明“代”，销假后恢复。钥匙等可在单子里补充。', 'Once approved, what is handed over goes at once; approvals that come meanwhile are decided by your deputy, in your name, until you are back. Keys and others can be added on the matter.')}
    >
      <h3 className="hq-group">{say('手头的事交给谁', 'Who takes over what you have in hand')}</h3>
      {held?.rows.length === 0 && <p className="hq-secondary">{say('没有等您办理或审批的事项，不用交接。', 'Nothing waits for you: there is nothing to hand over.')}</p>}
      <ul className="hq-plain-rows">
        {(held?.rows ?? []).map((one) => (
          <li key={one.number}>
            <p>
              {told(one.matter, one.subject)}{' '}
              <span className="hq-secondary hq-small">
                {one.number} · {one.how === 'holder' ? say('等您办理', 'with you') : say('等您审批', 'for you to approve')}
              </span>
            </p>
            <RowPicker
              register={person.id}
              chosen={successors[one.number] ?? null}
              onChange={(chosen) => setSuccessors({ ...successors, [one.number]: chosen })}
              label={say(`${one.number} 交给谁`, `Who takes over ${one.number}`)}
            />
          </li>
        ))}
      </ul>
    </AskPage>
  )
}
