// Accounts 账号: who may sign in; opened, changed, disabled and given a new password by the system administrator.
import { systemAdmin } from '@houqin/define'
import { call, PageHead, queryText, Sheet, StateTag, useMe, useSay, WhenText } from '@houqin/web-kit'
import type { Page, Ref } from '@houqin/web-kit'
import { Button } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { ReactNode } from 'react'
import { AddressForm } from '../addresses/address-form.tsx'
import { rolesOf } from '../shell/rail-groups.ts'
import type { Account } from './account.ts'
import { AccountSheet, NewAccountSheet, ResetSheet } from './account-sheets.tsx'
import { AskForResetSheet } from './ask-reset-sheet.tsx'
import { SecondFactorResets } from './second-factor-resets.tsx'
import { PagedTable } from './paged-table.tsx'
import './administration.css'

type Open = { readonly kind: 'new' } | { readonly kind: 'change' | 'reset' | 'second-factor'; readonly account: Account } | { readonly kind: 'addresses'; readonly person: Ref }

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
      <PagedTable<Account>
        label={title}
        queryKey={['accounts', q]}
        read={(after) => call<Page<Account>>(`/accounts${queryText({ q, after, limit: 100 })}`)}
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
                  cell: (account: Account) => (
                    <span className="hq-row">
                      <Button size="small" onClick={() => setOpen({ kind: 'change', account })}>
                        {say('修改', 'Edit')}
                      </Button>
                      <Button size="small" onClick={() => setOpen({ kind: 'reset', account })}>
                        {say('重置密码', 'Reset password')}
                      </Button>
                      <Button size="small" onClick={() => setOpen({ kind: 'second-factor', account })}>
                        {say('重置动态口令', 'Reset second factor')}
                      </Button>
                      {account.person && <AddressesButton person={account.person} onOpen={(person) => setOpen({ kind: 'addresses', person })} />}
                    </span>
                  ),
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

function AddressesButton({ person, onOpen }: { person: Ref; onOpen: (person: Ref) => void }): ReactNode {
  const say = useSay()
  return (
    <Button size="small" onClick={() => onOpen(person)}>
      {say('通知地址', 'Addresses')}
    </Button>
  )
}

function AccountState({ account }: { account: Account }): ReactNode {
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
