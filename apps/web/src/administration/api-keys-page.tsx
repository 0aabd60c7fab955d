// API keys 接口密钥: what programs show instead of a password; made for their accounts, shown once, revoked with one tap.
import { systemAdmin } from '@houqin/define'
import { call, Empty, PageHead, ProblemNotice, queryText, Sheet, StateTag, useWholeHouse, useMe, useNames, useNow, useSay, WhenText } from '@houqin/web-kit'
import type { Page } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { rolesOf } from '../shell/rail-groups.ts'
import { useAttempt } from '../shell/use-attempt.ts'
import type { Account } from './account.ts'
import './administration.css'

interface Key {
  readonly id: string
  readonly title: string
  readonly account: { readonly name: string; readonly username: string }
  readonly ending: string
  readonly scopes: readonly string[]
  readonly addresses: readonly string[]
  readonly perMinute: number
  readonly expiresAt: string
  readonly lastUsedAt: string | null
  readonly lastIp: string | null
  readonly revokedAt: string | null
}
const keysQuery = { queryKey: ['api-keys'], queryFn: () => call<{ rows: readonly Key[] }>('/api-keys') }

export function ApiKeysPage(): ReactNode {
  const say = useSay()
  const manages = rolesOf(useMe()).has(systemAdmin.role)
  const { data } = useQuery(keysQuery)
  const [open, setOpen] = useState(false)
  const [gone, setGone] = useState<Key | null>(null)
  const title = say('接口密钥', 'API keys')
  return (
    <>
      <PageHead title={title} actions={manages && <Button type="primary" onClick={() => setOpen(true)}>{say('新建密钥', 'New key')}</Button>} />
      {data?.rows.length === 0 && (
        <Empty title={say('还没有接口密钥', 'No keys yet')}>{say('先给程序建一个账号并授予角色，再为它建密钥；程序用密钥代替密码。', 'Open an account for the program, have a role granted to it, then make its key; it shows the key instead of a password.')}</Empty>
      )}
      <div className="hq-stack">
        {data?.rows.map((key) => <KeyCard key={key.id} of={key} onRevoke={() => setGone(key)} />)}
      </div>
      {open && <NewKeySheet onClose={() => setOpen(false)} />}
      {gone && <RevokeSheet of={gone} onClose={() => setGone(null)} />}
    </>
  )
}

function KeyCard({ of: key, onRevoke }: { of: Key; onRevoke: () => void }): ReactNode {
  const say = useSay()
  const now = useNow()
  const words = new Map(useScopes().map(({ value, label }) => [value, label]))
  const over = new Date(key.expiresAt).getTime() <= now.getTime()
  return (
    <section className="hq-panel hq-stack" aria-label={key.title}>
      <div className="hq-row">
        <h2>{key.title}</h2>
        {key.revokedAt ? <StateTag tone="stopped">{say('已作废', 'Revoked')}</StateTag> : over ? <StateTag tone="stopped">{say('已到期', 'Over')}</StateTag> : <StateTag tone="done">{say('可用', 'Good')}</StateTag>}
      </div>
      <p>
        {key.account.name}（{key.account.username}）· …{key.ending} · {say(`每分钟 ${key.perMinute} 次`, `${key.perMinute} a minute`)} · {say('到期', 'until')} <WhenText at={lastInstant(key.expiresAt)} />
      </p>
      <p className="hq-small hq-secondary">
        {key.lastUsedAt ? <>{say('最近使用', 'Last used')} <WhenText at={key.lastUsedAt} /> {key.lastIp}</> : say('还没有用过', 'Never used')}
        {key.addresses.length > 0 && <> · {say('只限', 'Only from')} {key.addresses.join(say('、', ', '))}</>}
      </p>
      <p className="hq-small hq-secondary" style={{ overflowWrap: 'anywhere' }}>{key.scopes.map((scope) => words.get(scope) ?? scope).join(' · ')}</p>
      {!key.revokedAt && !over && (
        <div>
          <Button danger onClick={onRevoke}>{say('作废', 'Revoke')}</Button>
        </div>
      )}
    </section>
  )
}

/** It ends with its last day, not on the first of the next year. */
const lastInstant = (end: string): string => new Date(new Date(end).getTime() - 1000).toISOString()

/** Every scope a key may have but the whole of everything, in words. */
function useScopes(): readonly { readonly value: string; readonly label: string }[] {
  const say = useSay()
  const names = useNames()
  const parts = useWholeHouse()
  const things = parts.flatMap(({ subsystem }) => [
    ...Object.values(subsystem.registers).map((one) => ({ kind: 'register', one })),
    ...Object.values(subsystem.matters).map((one) => ({ kind: 'matter', one })),
  ])
  return [
    ...things.flatMap(({ kind, one }) => [
      { value: `${kind}:${one.id}:read`, label: say(`${names.of(one)} 读`, `${names.of(one)}: read`) },
      { value: `${kind}:${one.id}:write`, label: say(`${names.of(one)} 写`, `${names.of(one)}: write`) },
    ]),
    { value: 'signal:*:read', label: say('感知数据 读', 'Signals: read') },
    { value: 'signal:*:write', label: say('感知数据 写', 'Signals: write') },
  ]
}

function NewKeySheet({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const options = useScopes()
  const client = useQueryClient()
  const { problem, busy, run } = useAttempt()
  const [made, setMade] = useState<string | null>(null)
  const [q, setQ] = useState('')
  const [account, setAccount] = useState<string>()
  const [title, setTitle] = useState('')
  const [scopes, setScopes] = useState<readonly string[]>([])
  const [addresses, setAddresses] = useState('')
  const [perMinute, setPerMinute] = useState(300)
  const [lastDay, setLastDay] = useState('')
  const { data: accounts } = useQuery({ queryKey: ['accounts', 'keys', q], queryFn: () => call<Page<Account>>(`/accounts${queryText({ q, limit: 20 })}`) })
  if (made !== null)
    return (
      <Sheet title={say('新密钥', 'The new key')} onClose={onClose}>
        <div className="hq-stack">
          <p>{say('只显示这一次，请立即存入程序的配置：', 'Shown only this once; put it into the program’s settings now:')}</p>
          <output className="hq-handover" style={{ overflowWrap: 'anywhere' }}>{made}</output>
          <p className="hq-small hq-secondary">Authorization: Bearer …</p>
          <div><Button type="primary" onClick={onClose}>{say('已存好', 'Kept')}</Button></div>
        </div>
      </Sheet>
    )
  return (
    <Sheet title={say('新建接口密钥', 'New API key')} onClose={onClose}>
      <form
        className="hq-stack"
        onSubmit={(event) => {
          event.preventDefault()
          run(async () => {
            const list = addresses.split(/[\s,，]+/).filter((one) => one !== '')
            const { key } = await call<{ key: string }>('/api-keys', { method: 'POST', body: { account, title, scopes, addresses: list, perMinute, lastDay } })
            void client.invalidateQueries({ queryKey: keysQuery.queryKey })
            setMade(key)
          })
        }}
      >
        <label className="hq-stack">
          <span>{say('哪个程序的账号', 'Which program’s account')}</span>
          <Select size="large" showSearch={{ filterOption: false, onSearch: setQ }} value={account} onChange={setAccount} aria-label={say('账号', 'Account')} options={(accounts?.rows ?? []).map(({ id, name, username }) => ({ value: id, label: `${name}（${username}）` }))} />
        </label>
        <label className="hq-stack">
          <span>{say('名称', 'Name')}</span>
          <Input size="large" value={title} maxLength={80} placeholder={say('如 一卡通同步', 'Such as: card sync')} onChange={({ target }) => setTitle(target.value)} />
        </label>
        <label className="hq-stack">
          <span>{say('范围', 'Scopes')}</span>
          <Select size="large" mode="multiple" value={[...scopes]} onChange={setScopes} options={[...options]} optionFilterProp="label" aria-label={say('范围', 'Scopes')} />
        </label>
        <label className="hq-stack">
          <span>{say('最后一天', 'Last day')}</span>
          <input className="hq-native" type="date" value={lastDay} onChange={({ target }) => setLastDay(target.value)} />
        </label>
        <label className="hq-stack">
          <span>{say('只限这些地址（可不填）', 'Only from (may be left empty)')}</span>
          <Input size="large" value={addresses} placeholder="10.1.2.3, 10.1.0.0/16" onChange={({ target }) => setAddresses(target.value)} />
        </label>
        <label className="hq-stack">
          <span>{say('每分钟最多几次', 'Requests a minute')}</span>
          <InputNumber size="large" min={1} max={6000} value={perMinute} onChange={(value) => setPerMinute(value ?? 300)} />
        </label>
        <ProblemNotice problem={problem} others={(problem?.issues ?? []).map(({ says }) => says)} />
        <div><Button type="primary" size="large" htmlType="submit" loading={busy} disabled={!account || title.trim().length < 2 || scopes.length === 0 || lastDay === ''}>{say('建立', 'Make it')}</Button></div>
      </form>
    </Sheet>
  )
}

function RevokeSheet({ of: key, onClose }: { of: Key; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const { problem, busy, run } = useAttempt()
  return (
    <Sheet title={say(`作废“${key.title}”`, `Revoke “${key.title}”`)} onClose={onClose}>
      <div className="hq-stack">
        <p>{say('立即失效，用它的程序下一次请求就会被拒绝。不能恢复。', 'It ends at once: the program is refused at its next request. It cannot be brought back.')}</p>
        <ProblemNotice problem={problem} />
        <div className="hq-row">
          <Button danger type="primary" size="large" loading={busy} onClick={() => run(async () => {
            await call(`/api-keys/${key.id}`, { method: 'DELETE' })
            await client.invalidateQueries({ queryKey: keysQuery.queryKey })
            onClose()
          })}>
            {say('作废', 'Revoke')}
          </Button>
          <Button size="large" onClick={onClose}>{say('取消', 'Cancel')}</Button>
        </div>
      </div>
    </Sheet>
  )
}
