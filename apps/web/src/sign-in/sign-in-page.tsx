// Signing in with a username and a password.
import { call, FieldBox, meQuery, ProblemError, ProblemNotice, setCsrf, useGo, useSay } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Door } from './door.tsx'
import { IdentityButtons } from './identity-buttons.tsx'
import { reasonSentence } from './identity-reasons.ts'

interface Opened {
  readonly csrf: string
  readonly mustChangePassword: boolean
}

export function SignInPage(): ReactNode {
  const say = useSay()
  const go = useGo()
  const client = useQueryClient()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const [ended] = useState(() => new URLSearchParams(location.search).get('why') === 'ended')
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)

  async function signIn(event: FormEvent): Promise<void> {
    event.preventDefault()
    const empty = username.trim() === '' || password === ''
    setMissing(empty)
    setProblem(null)
    if (empty) return
    setSending(true)
    try {
      const { csrf, mustChangePassword } = await call<Opened>('/session', { method: 'POST', body: { username: username.trim(), password } })
      setCsrf(csrf)
      client.clear()
      if (mustChangePassword) return go('/password', { replace: true })
      await client.ensureQueryData(meQuery)
      go(wanted(), { replace: true })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  const turnedAway = reasonSentence(new URLSearchParams(location.search).get('identity'), say)
  const empty = say('请填写', 'Please fill this in')
  return (
    <Door title={say('登录', 'Sign in')}>
      <form noValidate onSubmit={(event) => void signIn(event)}>
        <FieldBox name="username" id="username" label={say('用户名', 'Username')} optionalWord="" issue={missing && username.trim() === '' ? empty : undefined}>
          {(input) => <input {...input} className="hq-native" autoComplete="username" autoCapitalize="off" spellCheck={false} value={username} onChange={({ target }) => setUsername(target.value)} />}
        </FieldBox>
        <FieldBox name="password" id="password" label={say('密码', 'Password')} optionalWord="" issue={missing && password === '' ? empty : undefined}>
          {(input) => <input {...input} className="hq-native" type="password" autoComplete="current-password" value={password} onChange={({ target }) => setPassword(target.value)} />}
        </FieldBox>
        {ended && !problem && (
          <output className="hq-notice">{say('登录已经结束,请重新登录。没提交的内容还在。', 'Your session has ended: sign in again. What you had typed is kept.')}</output>
        )}
        {turnedAway !== undefined && !problem && <output className="hq-notice">{turnedAway}</output>}
        <ProblemNotice problem={problem} />
        <button type="submit" className="hq-door-submit" disabled={sending}>
          {sending ? say('正在登录…', 'Signing in…') : say('登录', 'Sign in')}
        </button>
      </form>
      <IdentityButtons to={wanted()} />
      <p className="hq-small hq-secondary" style={{ marginTop: 16 }}>
        {say('忘记密码请联系系统管理员重置。', 'Forgot your password? The system administrator resets it.')}
      </p>
    </Door>
  )
}

/** The page that was asked for before the door; only one of ours. */
function wanted(): string {
  const to = new URLSearchParams(location.search).get('to') ?? '/'
  return /^\/(?![/\\])/.test(to) ? to : '/'
}
