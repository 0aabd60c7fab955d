// 找不到对应的账号: somebody the city vouches for and no account answers to shows once, by its password, which account is his.
import { call, FieldBox, meQuery, ProblemError, ProblemNotice, setCsrf, useGo, useSay, Waiting } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Door } from './door.tsx'
import type { OfferedProvider } from './identity-buttons.tsx'

interface Arrival {
  readonly provider: OfferedProvider
  readonly shown: string
}

export function UnifiedPage(): ReactNode {
  const say = useSay()
  const { data, error } = useQuery({ queryKey: ['identity', 'arrival'], retry: false, queryFn: () => call<Arrival>('/identity/arrival') })
  return (
    <Door title={say('找不到对应的账号', 'No account answers to you yet')}>
      {error ? (
        <>
          {error instanceof ProblemError && <ProblemNotice problem={error} />}
          <p>
            <a href="/sign-in">{say('回到登录页', 'Back to sign-in')}</a>
          </p>
        </>
      ) : data ? (
        <LinkForm arrival={data} />
      ) : (
        <Waiting lines={4} />
      )}
    </Door>
  )
}

function LinkForm({ arrival: { provider, shown } }: { arrival: Arrival }): ReactNode {
  const say = useSay()
  const go = useGo()
  const client = useQueryClient()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  async function link(event: FormEvent): Promise<void> {
    event.preventDefault()
    const empty = username.trim() === '' || password === ''
    setMissing(empty)
    setProblem(null)
    if (empty) return
    setSending(true)
    try {
      const opened = await call<{ csrf: string; mustChangePassword: boolean; to: string }>('/identity/arrival', { method: 'POST', body: { username: username.trim(), password } })
      setCsrf(opened.csrf)
      client.clear()
      if (opened.mustChangePassword) return go('/password', { replace: true })
      await client.ensureQueryData(meQuery)
      go(opened.to, { replace: true })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  const empty = say('请填写', 'Please fill this in')
  return (
    <>
      <p className="hq-below">
        {say(`${provider.title}认出了您（${shown}），但还不知道您在这里用哪个账号。用原来的密码登录一次，以后就不用再输。`, `${provider.title} knows you (${shown}), but not which account here is yours. Sign in once with your password; after that it is not needed.`)}
      </p>
      <form noValidate onSubmit={(event) => void link(event)}>
        <FieldBox name="username" id="username" label={say('用户名', 'Username')} optionalWord="" issue={missing && username.trim() === '' ? empty : undefined}>
          {(input) => <input {...input} className="hq-native" autoComplete="username" autoCapitalize="off" spellCheck={false} value={username} onChange={({ target }) => setUsername(target.value)} />}
        </FieldBox>
        <FieldBox name="password" id="password" label={say('密码', 'Password')} optionalWord="" issue={missing && password === '' ? empty : undefined}>
          {(input) => <input {...input} className="hq-native" type="password" autoComplete="current-password" value={password} onChange={({ target }) => setPassword(target.value)} />}
        </FieldBox>
        <ProblemNotice problem={problem} />
        <button type="submit" className="hq-door-submit" disabled={sending}>
          {sending ? say('正在绑定…', 'Linking…') : say('绑定并登录', 'Link and sign in')}
        </button>
      </form>
      <p className="hq-small hq-secondary" style={{ marginTop: 16 }}>
        {say('没有账号,或忘了密码:请找机关事务管理局的系统管理员开通或重置,告诉他上面括号里的名字。', 'No account, or the password forgotten: ask the bureau’s system administrator, and tell him the name in brackets above.')}{' '}
        <a href="/sign-in">{say('回到登录页', 'Back to sign-in')}</a>
      </p>
    </>
  )
}
