// API keys 接口密钥: what programs show instead of a password; made for their accounts, shown once, revoked with one tap.
import { systemAdmin } from '@houqin/define'
import { call, Empty, late, PageHead, ProblemNotice, Sheet, StateTag, useAttempt, useMe, useNow, useSay, WhenText } from '@houqin/web-kit'
import type { WireKey } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { rolesOf } from '../shell/rail-groups.ts'
import { keysQuery } from './keys-query.ts'
import { useScopeWords } from './use-scopes.ts'
import './administration.css'

const NewKeySheet = late(async () => (await import('./new-key-sheet.tsx')).NewKeySheet)

export function ApiKeysPage(): ReactNode {
  const say = useSay()
  const manages = rolesOf(useMe()).has(systemAdmin.role)
  const { data } = useQuery(keysQuery)
  const [open, setOpen] = useState(false)
  const [gone, setGone] = useState<WireKey | null>(null)
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

function KeyCard({ of: key, onRevoke }: { of: WireKey; onRevoke: () => void }): ReactNode {
  const say = useSay()
  const now = useNow()
  const words = useScopeWords(key.scopes)
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
      <p className="hq-small hq-secondary" style={{ overflowWrap: 'anywhere' }}>{key.scopes.map(words).join(' · ')}</p>
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

function RevokeSheet({ of: key, onClose }: { of: WireKey; onClose: () => void }): ReactNode {
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
