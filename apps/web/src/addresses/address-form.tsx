// Where notices reach somebody 通知地址: mailbox, number and accounts, kept by himself or by the system administrator.
import { call, Fault, FieldBox, ProblemError, ProblemNotice, useSay, useToast, Waiting } from '@houqin/web-kit'
import type { Addresses } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'

/** @param path of one's own addresses, or of another's. */
export function AddressForm({ path }: { path: string }): ReactNode {
  const { data, error, refetch } = useQuery({ queryKey: ['addresses', path], queryFn: () => call<Addresses>(path) })
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  return data ? <FilledForm path={path} kept={data} /> : <Waiting lines={3} />
}

function FilledForm({ path, kept }: { path: string; kept: Addresses }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const toast = useToast()
  const id = useId()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  const titles: Readonly<Record<string, readonly [title: string, hint?: string]>> = {
    'email': [say('邮箱', 'Mailbox')],
    'sms': [say('手机号', 'Mobile number'), say('不填则用人员台账里的手机号', 'Empty: the number in the register of persons')],
    'wecom-app': [say('企业微信账号', 'WeCom account')],
    'govwecom-app': [say('政务微信账号', 'Government WeCom account')],
    'zwdd-app': [say('政务钉钉账号 ID', 'Government DingTalk account id')],
  }
  const changed = Object.entries(typed).filter(([kind, value]) => value.trim() !== (kept[kind] ?? ''))
  async function save(): Promise<void> {
    setSending(true)
    setProblem(null)
    try {
      const body = Object.fromEntries(changed.map(([kind, value]) => [kind, value.trim() || null]))
      client.setQueryData(['addresses', path], await call<Addresses>(path, { method: 'PATCH', body }))
      setTyped({})
      toast({ says: say('已保存', 'Saved'), tone: 'done' })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  return (
    <form
      noValidate
      className="hq-stack"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="hq-form">
        {Object.entries(titles).map(([kind, [title, hint]]) => (
          <FieldBox key={kind} name={kind} id={`${id}-${kind}`} label={title} hint={hint} optional optionalWord="" issue={problem?.issues.find(({ at }) => at === kind)?.says}>
            {(input) => <Input {...input} value={typed[kind] ?? kept[kind] ?? ''} inputMode={kind === 'email' ? 'email' : kind === 'sms' ? 'tel' : 'text'} onChange={({ target }) => setTyped({ ...typed, [kind]: target.value })} />}
          </FieldBox>
        ))}
      </div>
      <ProblemNotice problem={problem} />
      <div>
        <Button htmlType="submit" disabled={changed.length === 0} loading={sending}>
          {say('保存', 'Save')}
        </Button>
      </div>
    </form>
  )
}
