// Grants 授权: who holds which role, where, since when and why; given and withdrawn by the security administrator.
import { call, ChoicePicker, ConsoleLink, late, PageHead, queryText, RecordForm, Sheet, StateTag, useNames, useSay } from '@houqin/web-kit'
import type { Page, TagTone, WireGrant } from '@houqin/web-kit'
import { longText } from '@houqin/define'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { PagedTable } from './paged-table.tsx'
import { useGrantableRoles } from './grantable-roles.ts'
import './administration.css'

const GrantSheet = late(async () => (await import('./grant-sheet.tsx')).GrantSheet)

const tones: Readonly<Record<WireGrant['state'], TagTone>> = { 'in-force': 'done', 'to-come': 'waiting', over: 'stopped', withdrawn: 'stopped' }

export function GrantsPage(): ReactNode {
  const say = useSay()
  const names = useNames()
  const [choosing, setChoosing] = useState(false)
  const roles = useGrantableRoles(choosing)
  const [role, setRole] = useState<string | null>(null)
  const [giving, setGiving] = useState(false)
  const [withdrawing, setWithdrawing] = useState<WireGrant | null>(null)
  const title = say('授权', 'Grants')
  const states = { 'in-force': say('有效', 'In force'), 'to-come': say('未生效', 'To come'), over: say('已到期', 'Over'), withdrawn: say('已收回', 'Withdrawn') }
  return (
    <>
      <PageHead
        title={title}
        actions={
          <Button type="primary" onClick={() => setGiving(true)}>
            {say('授予角色', 'Grant a role')}
          </Button>
        }
      />
      <div className="hq-list-bar">
        <ChoicePicker fit onCome={() => setChoosing(true)} label={say('角色', 'Role')} clearable placeholder={say('全部角色', 'Every role')} chosen={role} onChange={setRole} options={roles.map((one) => ({ key: one.role, label: names.of(one) }))} />
      </div>
      <PagedTable<WireGrant>
        label={title}
        queryKey={['grants', role]}
        read={(after) => call<Page<WireGrant>>(`/grants${queryText({ role, after, limit: 100 })}`)}
        empty={say('还没有授予过', 'Nothing granted yet')}
        columns={[
          { title: say('谁', 'Who'), cell: ({ account }) => account.name },
          { title: say('角色', 'Role'), cell: (grant) => names.phrase(grant.title) },
          { title: say('范围', 'Where'), cell: ({ organ, site }) => organ?.name ?? site?.name ?? say('全区', 'Whole district') },
          { title: say('期限', 'When'), cell: ({ from, to }) => (to ? `${from} – ${to}` : say(`${from} 起`, `since ${from}`)) },
          { title: say('理由', 'Why'), cell: ({ reason }) => reason },
          { title: say('依据', 'By'), cell: ({ matter }) => (matter ? <ConsoleLink to={`/matters/${matter}`}>{matter.split('/').at(-1)}</ConsoleLink> : say('直接授予', 'Given directly')) },
          { title: say('状态', 'State'), cell: ({ state }) => <StateTag tone={tones[state]}>{states[state]}</StateTag> },
          {
            title: say('办理', 'Do'),
            cell: (grant) =>
              (grant.state === 'in-force' || grant.state === 'to-come') && (
                <Button size="small" onClick={() => setWithdrawing(grant)}>
                  {say('收回', 'Withdraw')}
                </Button>
              ),
          },
        ]}
      />
      {giving && <GrantSheet onClose={() => setGiving(false)} />}
      {withdrawing && <WithdrawSheet grant={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}

function WithdrawSheet({ grant, onClose }: { grant: WireGrant; onClose: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const client = useQueryClient()
  const fields = useMemo(() => ({ reason: longText(say('收回的理由', 'Why'), { max: 500 }) }), [say])
  return (
    <Sheet title={say(`收回 ${grant.account.name} 的「${grant.title}」`, `Withdraw ${names.phrase(grant.title)} from ${grant.account.name}`)} onClose={onClose}>
      <p className="hq-secondary hq-below">{say('下一次请求起就不能再用这个角色。', 'The role is gone from the next request on.')}</p>
      <RecordForm
        owner="grants"
        fields={fields}
        draftKey={`grant.withdraw.${grant.id}`}
        submit={say('收回', 'Withdraw')}
        destructive
        onCancel={onClose}
        onSend={async ({ values }) => {
          await call(`/grants/${grant.id}${queryText({ reason: String(values['reason']) })}`, { method: 'DELETE' })
          void client.invalidateQueries({ queryKey: ['grants'] })
          onClose()
        }}
      />
    </Sheet>
  )
}
