// Unified identity 统一身份: the providers whose word opens accounts, and whose accounts they open today.
import { systemAdmin } from '@houqin/define'
import { call, Empty, Fault, late, PageHead, queryText, RecordForm, Sheet, StateTag, Tabs, useMe, useSay, Waiting, WhenText } from '@houqin/web-kit'
import type { LinkedAccount, Page, ProviderList } from '@houqin/web-kit'
import { longText } from '@houqin/define'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { rolesOf } from '../shell/rail-groups.ts'
import type { ProviderRow } from './provider-sheet.tsx'
import { PagedTable } from './paged-table.tsx'
import './administration.css'

const ProviderSheet = late(async () => (await import('./provider-sheet.tsx')).ProviderSheet)
const TryOutSheet = late(async () => (await import('./try-out-sheet.tsx')).TryOutSheet)

export function IdentityPage(): ReactNode {
  const say = useSay()
  const keeps = rolesOf(useMe()).has(systemAdmin.role)
  return (
    <>
      <PageHead title={say('统一身份', 'Unified identity')} />
      {keeps ? (
        <Tabs
          label={say('统一身份', 'Unified identity')}
          tabs={[
            { key: 'providers', title: say('身份平台', 'Providers'), body: () => <Providers /> },
            { key: 'links', title: say('已绑定的账号', 'Linked accounts'), body: () => <Links ends /> },
          ]}
        />
      ) : (
        <Links ends={false} />
      )}
    </>
  )
}

function Providers(): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState<{ readonly kind: 'edit'; readonly row: ProviderRow | null } | { readonly kind: 'try'; readonly row: ProviderRow } | null>(null)
  const { data, error, refetch } = useQuery({ queryKey: ['identity', 'providers'], queryFn: () => call<ProviderList>('/identity/providers') })
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={4} />
  const close = (): void => setOpen(null)
  return (
    <div className="hq-stack">
      <div>
        <Button type="primary" onClick={() => setOpen({ kind: 'edit', row: null })}>
          {say('登记身份平台', 'Add a provider')}
        </Button>
      </div>
      {data.rows.length === 0 ? (
        <Empty title={say('还没有登记统一身份平台', 'No provider yet')}>
          {say('登记后，登录页会多一个按钮，干部职工不用再记一个密码。需要平台给的签发者网址、客户端编号和密码。', 'With one the sign-in page has another button, and nobody needs a password more. You need its issuer, a client id and a secret.')}
        </Empty>
      ) : (
        <ul className="hq-plain-rows hq-panel">
          {data.rows.map((row) => (
            <li key={row.id} className="hq-row">
              <span className="hq-grow">
                <strong>{row.title}</strong> <StateTag tone={row.enabled ? 'done' : 'stopped'}>{row.enabled ? say('启用', 'In use') : say('停用', 'Off')}</StateTag>
                <br />
                <span className="hq-small hq-secondary hq-anywhere">
                  {row.issuer} · {say(`已绑定 ${row.links} 个账号`, `${row.links} accounts linked`)}
                </span>
              </span>
              <Button onClick={() => setOpen({ kind: 'try', row })}>{say('试连', 'Try it')}</Button>
              <Button onClick={() => setOpen({ kind: 'edit', row })}>{say('修改', 'Edit')}</Button>
            </li>
          ))}
        </ul>
      )}
      {open?.kind === 'edit' && <ProviderSheet row={open.row} fields={data.fields} onClose={close} />}
      {open?.kind === 'try' && <TryOutSheet row={open.row} onClose={close} />}
    </div>
  )
}

function Links({ ends }: { ends: boolean }): ReactNode {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [ending, setEnding] = useState<LinkedAccount | null>(null)
  const q = useDeferredValue(typed.trim())
  const how = { password: say('输入一次密码', 'By password'), 'signed-in': say('登录后绑定', 'While signed in'), claim: say('自动', 'By a claim') }
  return (
    <>
      <div className="hq-list-bar">
        <input className="hq-native hq-list-search" type="search" value={typed} aria-label={say('搜索姓名或身份', 'Search names and identities')} placeholder={say('姓名、用户名或统一身份的名字', 'A name, a username, or the name there')} onChange={({ target }) => setTyped(target.value)} />
      </div>
      <PagedTable<LinkedAccount>
        label={say('已绑定的账号', 'Linked accounts')}
        queryKey={['identity', 'links', q]}
        read={(after) => call<Page<LinkedAccount>>(`/identity/links${queryText({ q, after, limit: 100 })}`)}
        empty={say('没有绑定的账号', 'No account is linked')}
        columns={[
          { title: say('账号', 'Account'), cell: ({ account }) => `${account.name}（${account.username}）` },
          { title: say('身份平台', 'Provider'), cell: ({ provider }) => provider.name },
          { title: say('在那边的名字', 'Name there'), cell: ({ shown }) => shown },
          { title: say('怎样绑定', 'How'), cell: (link) => how[link.how] },
          { title: say('绑定', 'Linked'), cell: ({ linkedAt }) => <WhenText at={linkedAt} /> },
          { title: say('最近登录', 'Last used'), cell: ({ lastUsedAt }) => (lastUsedAt ? <WhenText at={lastUsedAt} /> : '—') },
          ...(ends
            ? [
                {
                  title: say('办理', 'Do'),
                  cell: (link: LinkedAccount) => (
                    <Button size="small" onClick={() => setEnding(link)}>
                      {say('解除绑定', 'Unlink')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {ending && <EndSheet link={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

function EndSheet({ link, onClose }: { link: LinkedAccount; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const fields = useMemo(() => ({ reason: longText(say('解除的理由', 'Why'), { max: 500 }) }), [say])
  return (
    <Sheet title={say(`解除 ${link.account.name} 与${link.provider.name}的绑定`, `Unlink ${link.account.name} from ${link.provider.name}`)} onClose={onClose}>
      <p className="hq-secondary hq-below">{say('经这个身份进来的登录立即结束；本人仍可用密码登录。', 'Sessions that came in by it end at once; the password still works.')}</p>
      <RecordForm
        owner="identity"
        fields={fields}
        draftKey={`identity.unlink.${link.id}`}
        submit={say('解除绑定', 'Unlink')}
        destructive
        onCancel={onClose}
        onSend={async ({ values }) => {
          await call(`/identity/links/${link.id}${queryText({ reason: String(values['reason']) })}`, { method: 'DELETE' })
          void client.invalidateQueries({ queryKey: ['identity'] })
          onClose()
        }}
      />
    </Sheet>
  )
}
