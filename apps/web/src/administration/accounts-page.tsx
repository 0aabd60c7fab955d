// Accounts 账号: who may sign in; opened, changed, disabled and given a new password by the system administrator.
import { systemAdmin } from '@houqin/define'
import { call, PageHead, queryText, Sheet, StateTag, useIsPhone, useMe, useSay, WhenText } from '@houqin/web-kit'
import type { Page, Ref, WireAccount } from '@houqin/web-kit'
import { Button } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { ReactNode } from 'react'
import { AddressForm } from '../addresses/address-form.tsx'
import { rolesOf } from '../shell/rail-groups.ts'
import { AccountSheet, NewAccountSheet, ResetSheet } from './account-sheets.tsx'
import { AskForResetSheet } from './ask-reset-sheet.tsx'
import { SecondFactorResets } from './second-factor-resets.tsx'
import { PagedTable } from './paged-table.tsx'
import './administration.css'

type Open = { readonly kind: 'new' } | { readonly kind: 'change' | 'reset' | 'second-factor'; readonly account: WireAccount } | { readonly kind: 'addresses'; readonly person: Ref }

interface Deed {
  readonly title: string
  readonly open: Open
}

export function AccountsPage(): ReactNode {
  const say = useSay()
  const manages = rolesOf(useMe()).has(systemAdmin.role)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<Open | null>(null)
  const q = useDeferredValue(typed.trim())
  const close = (): void => setOpen(null)
  const title = say('账号', 'Accounts')
  return (
    <>
      <PageHead
        title={title}
        actions={
          manages && (
            <Button type="primary" onClick={() => setOpen({ kind: 'new' })}>
              {say('新建账号', 'New account')}
            </Button>
          )
        }
      />
      <SecondFactorResets />
      <div className="hq-list-bar">
        <input className="hq-native hq-list-search" type="search" value={typed} aria-label={say('搜索用户名或姓名', 'Search usernames and names')} placeholder={say('用户名或姓名', 'Username or name')} onChange={({ target }) => setTyped(target.value)} />
      </div>
      <PagedTable<WireAccount>
        label={title}
        queryKey={['accounts', q]}
        read={(after) => call<Page<WireAccount>>(`/accounts${queryText({ q, after, limit: 100 })}`)}
        empty={say('没有符合的账号', 'No such account')}
        columns={[
          { title: say('用户名', 'Username'), cell: ({ username }) => username },
          { title: say('姓名', 'Name'), cell: ({ name }) => name },
          { title: say('人员', 'Person'), cell: ({ person }) => person?.name ?? '—' },
          { title: say('状态', 'State'), cell: (account) => <AccountState account={account} /> },
          { title: say('建立', 'Opened'), cell: ({ createdAt }) => <WhenText at={createdAt} /> },
          ...(manages
            ? [
                {
                  title: say('办理', 'Do'),
                  cell: (account: WireAccount) => <Deeds account={account} onOpen={setOpen} />,
                },
              ]
            : []),
        ]}
      />
      {open?.kind === 'second-factor' && <AskForResetSheet account={open.account} onClose={close} />}
      {open?.kind === 'new' && <NewAccountSheet onClose={close} />}
      {open?.kind === 'change' && <AccountSheet account={open.account} onClose={close} />}
      {open?.kind === 'addresses' && (
        <Sheet title={say(`${open.person.name} 的通知地址`, `Where notices reach ${open.person.name}`)} onClose={close}>
          <AddressForm path={`/channels/addresses/${open.person.id}`} />
        </Sheet>
      )}
      {open?.kind === 'reset' && <ResetSheet account={open.account} onClose={close} />}
    </>
  )
}

/** What may be done with an account: side by side at a desk; on a telephone what is asked for most, the rest in a sheet. */
function Deeds({ account, onOpen }: { account: WireAccount; onOpen: (open: Open) => void }): ReactNode {
  const say = useSay()
  const phone = useIsPhone()
  const [more, setMore] = useState(false)
  const { person } = account
  const reset: Deed = { title: say('重置密码', 'Reset password'), open: { kind: 'reset', account } }
  const rest: readonly Deed[] = [
    { title: say('修改', 'Edit'), open: { kind: 'change', account } },
    { title: say('重置动态口令', 'Reset second factor'), open: { kind: 'second-factor', account } },
    ...(person ? [{ title: say('通知地址', 'Addresses'), open: { kind: 'addresses', person } as const }] : []),
  ]
  if (!phone)
    return (
      <span className="hq-row">
        {[reset, ...rest].map(({ title, open }) => (
          <Button key={title} size="small" onClick={() => onOpen(open)}>
            {title}
          </Button>
        ))}
      </span>
    )
  return (
    <span className="hq-row">
      <Button onClick={() => onOpen(reset.open)}>{reset.title}</Button>
      <Button aria-haspopup="dialog" onClick={() => setMore(true)}>
        {say('更多', 'More')}
      </Button>
      {more && (
        <Sheet title={account.name} onClose={() => setMore(false)}>
          <div className="hq-stack">
            {rest.map(({ title, open }) => (
              <Button
                key={title}
                block
                size="large"
                onClick={() => {
                  setMore(false)
                  onOpen(open)
                }}
              >
                {title}
              </Button>
            ))}
          </div>
        </Sheet>
      )}
    </span>
  )
}

function AccountState({ account }: { account: WireAccount }): ReactNode {
  const say = useSay()
  if (account.disabledAt) return <StateTag tone="stopped">{say('已停用', 'Disabled')}</StateTag>
  if (account.lockedUntil)
    return (
      <StateTag tone="overdue">
        {say('锁定至', 'Locked until')} <WhenText at={account.lockedUntil} />
      </StateTag>
    )
  if (account.mustChangePassword) return <StateTag tone="waiting">{say('待改密码', 'Must change password')}</StateTag>
  return <StateTag tone="done">{say('正常', 'In use')}</StateTag>
}
