// 申请角色: for whom, which roles, why; asked and put to approval by one button.
import { call, FormFields, PageHead, pathOfMatter, pathOfNumber, ProblemNotice, RestoredDraft, useGo, useRecordForm, useSay, useToast } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { roleRequest } from '../../contract/index.ts'
import { askedRoles, RoleLines, rolesGiven } from './role-lines.tsx'

const { person, deed, reason } = roleRequest.form
const fields = Object.freeze({ person, deed, reason })

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const toast = useToast()
  const client = useQueryClient()
  const form = useRecordForm({
    fields,
    lineSets: askedRoles,
    start: { deed: 'give' },
    draftKey: 'staffing.role-request',
    issuesUnder: 'input.',
    async onSend({ values, lines, idempotencyKey }) {
      const asked = await call<WireMatter>('/staffing/role-requests', { method: 'POST', idempotencyKey, body: { ...values, roles: rolesGiven(lines['roles'] ?? []) } })
      for (const queryKey of [['inbox'], ['matters', roleRequest.id]]) void client.invalidateQueries({ queryKey })
      toast({ says: say(`已报批,单号 ${asked.number}`, `Sent for approval as ${asked.number}`) })
      go(pathOfNumber(roleRequest.id, asked.number), { replace: true })
    },
  })
  const none = (form.lines['roles'] ?? []).length === 0
  return (
    <div className="hq-narrow">
      <PageHead title={say('申请角色', 'Ask for roles')} back={{ to: pathOfMatter(roleRequest.id), title: say('全部', 'All') }} />
      <form
        className="hq-panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.send()
        }}
      >
        <RestoredDraft form={form} />
        <FormFields form={form} fields={fields} owner={roleRequest.id} />
        <h3 className="hq-group">{say('哪些角色', 'Which roles')}</h3>
        <RoleLines form={form} under="lines.roles" />
        <p className="hq-small hq-secondary">
          {say('申请人不审批,审批人不办理;被授予人两样都不做。同意后由安全管理员办理,角色下一次操作起生效。', 'Who asks does not approve, who approves does not execute, whom it is for does neither. The security administrator executes it; it counts from the next request on.')}
        </p>
        <ProblemNotice problem={form.problem} others={form.others} />
        <div className="hq-form-foot">
          <Button type="primary" htmlType="submit" loading={form.sending} disabled={none}>
            {say('报批', 'Submit for approval')}
          </Button>
        </div>
      </form>
    </div>
  )
}
