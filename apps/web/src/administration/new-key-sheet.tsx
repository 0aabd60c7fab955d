// A new API key 新建接口密钥: for which program, what it may do, until when; shown once.
import { call, ProblemNotice, queryText, Sheet, useSay } from '@houqin/web-kit'
import type { Page } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useAttempt } from '../shell/use-attempt.ts'
import type { Account } from './account.ts'
import { keysQuery } from './keys-query.ts'
import { useScopes } from './use-scopes.ts'

export function NewKeySheet({ onClose }: { onClose: () => void }): ReactNode {
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
