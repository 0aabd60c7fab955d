// A new API key 新建接口密钥: for which program, what it may do, until when; shown once.
import { call, KeptForm, queryText, Sheet, useAttempt, useKeptDraft, useSay } from '@houqin/web-kit'
import type { MadeKey, Page, Ref, WireAccount } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { keysQuery } from './keys-query.ts'
import { useScopes } from './use-scopes.ts'

interface NewKey {
  readonly account: Ref | null
  readonly title: string
  readonly scopes: readonly string[]
  readonly addresses: string
  readonly perMinute: number
  readonly lastDay: string
}

export function NewKeySheet({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const options = useScopes()
  const client = useQueryClient()
  const { problem, busy, run } = useAttempt()
  const [made, setMade] = useState<string | null>(null)
  const [q, setQ] = useState('')
  const kept = useKeptDraft<NewKey>('api-key.new', { account: null, title: '', scopes: [], addresses: '', perMinute: 300, lastDay: '' })
  const { account, title, scopes, addresses, perMinute, lastDay } = kept.values
  const { data: accounts } = useQuery({ queryKey: ['accounts', 'keys', q], queryFn: () => call<Page<WireAccount>>(`/accounts${queryText({ q, limit: 20 })}`) })
  const found = (accounts?.rows ?? []).map(({ id, name, username }): Ref => ({ id, name: `${name}（${username}）` }))
  // the one that was chosen keeps its name while others are looked for
  const offered = account && !found.some(({ id }) => id === account.id) ? [account, ...found] : found
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
      <KeptForm
        kept={kept}
        problem={problem}
        submit={say('建立', 'Make it')}
        sending={busy}
        disabled={!account || title.trim().length < 2 || scopes.length === 0 || lastDay === ''}
        onCancel={onClose}
        onSend={() =>
          run(async () => {
            const list = addresses.split(/[\s,，]+/).filter((one) => one !== '')
            const { key } = await call<MadeKey>('/api-keys', { method: 'POST', body: { account: account?.id, title, scopes, addresses: list, perMinute, lastDay } })
            void client.invalidateQueries({ queryKey: keysQuery.queryKey })
            kept.sent()
            setMade(key)
          })
        }
      >
        <label className="hq-stack">
          <span>{say('哪个程序的账号', 'Which program’s account')}</span>
          <Select size="large" showSearch={{ filterOption: false, onSearch: setQ }} value={account?.id ?? null} onChange={(id: string) => kept.set({ account: offered.find((one) => one.id === id) ?? null })} aria-label={say('账号', 'Account')} options={offered.map(({ id, name }) => ({ value: id, label: name }))} />
        </label>
        <label className="hq-stack">
          <span>{say('名称', 'Name')}</span>
          <Input size="large" value={title} maxLength={80} placeholder={say('如 一卡通同步', 'Such as: card sync')} onChange={({ target }) => kept.set({ title: target.value })} />
        </label>
        <label className="hq-stack">
          <span>{say('范围', 'Scopes')}</span>
          <Select size="large" mode="multiple" value={[...scopes]} onChange={(chosen) => kept.set({ scopes: chosen })} options={[...options]} optionFilterProp="label" aria-label={say('范围', 'Scopes')} />
        </label>
        <label className="hq-stack">
          <span>{say('最后一天', 'Last day')}</span>
          <input className="hq-native" type="date" value={lastDay} onChange={({ target }) => kept.set({ lastDay: target.value })} />
        </label>
        <label className="hq-stack">
          <span>{say('只限这些地址（可不填）', 'Only from (may be left empty)')}</span>
          <Input size="large" value={addresses} placeholder="10.1.2.3, 10.1.0.0/16" onChange={({ target }) => kept.set({ addresses: target.value })} />
        </label>
        <label className="hq-stack">
          <span>{say('每分钟最多几次', 'Requests a minute')}</span>
          <InputNumber size="large" min={1} max={6000} value={perMinute} onChange={(value) => kept.set({ perMinute: value ?? 300 })} />
        </label>
      </KeptForm>
    </Sheet>
  )
}
