// 申请角色: for whom, which roles, why; asked and put to approval by one button.
import { call, useRecordForm, useSay } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { roleRequest } from '../../contract/index.ts'
import { AskPage, useAskedFor } from '../ask-page.tsx'
import { askedRoles, RoleLines, rolesGiven } from './role-lines.tsx'

const { person, deed, reason } = roleRequest.form
const fields = Object.freeze({ person, deed, reason })

export function Screen(): ReactNode {
  const say = useSay()
  const askedFor = useAskedFor(roleRequest)
  const form = useRecordForm({
    fields,
    lineSets: askedRoles,
    start: { deed: 'give' },
    draftKey: 'staffing.role-request',
    issuesUnder: 'input.',
    async onSend({ values, lines, idempotencyKey }) {
      const asked = await call<WireMatter>('/staffing/role-requests', { method: 'POST', idempotencyKey, body: { ...values, roles: rolesGiven(lines['roles'] ?? []) } })
      askedFor(asked)
    },
  })
  return (
    <AskPage
      title={say('申请角色', 'Ask for roles')}
      matter={roleRequest}
      form={form}
      fields={fields}
      blocked={(form.lines['roles'] ?? []).length === 0}
      says={say('申请人不审批，审批人不办理；被授予人两样都不做。同意后由安全管理员办理，角色下一次操作起生效。', 'Who asks does not approve, who approves does not execute, whom it is for does neither. The security administrator executes it; it counts from the next request on.')}
    >
      <h3 className="hq-group">{say('哪些角色', 'Which roles')}</h3>
      <RoleLines form={form} />
    </AskPage>
  )
}
