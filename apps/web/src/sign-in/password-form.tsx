// Username and password 用户名和密码: asked at the door, by whoever signs in and by whoever shows which account is his.
import { call, FieldBox, meQuery, ProblemError, ProblemNotice, setCsrf, useGo, useSay } from '@houqin/web-kit'
import type { OpenedDoor } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'

/** @param path where the two are posted. @param then the page of the console that follows. @param notice shown until something is wrong. */
export function PasswordForm<Answer extends OpenedDoor>({ path, submit, sending: under, then, notice }: {
  path: string
  submit: string
  sending: string
  then: (answer: Answer) => string
  notice?: ReactNode
}): ReactNode {
  const say = useSay()
  const go = useGo()
  const client = useQueryClient()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [codeWanted, setCodeWanted] = useState(false)
  const [missing, setMissing] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    const empty = username.trim() === '' || password === ''
    setMissing(empty)
    setProblem(null)
    if (empty) return
    setSending(true)
    try {
      const opened = await call<Answer>(path, { method: 'POST', body: { username: username.trim(), password, ...(code.trim() && { code: code.trim() }) } })
      setCsrf(opened.csrf)
      client.clear()
      if (opened.mustChangePassword) return go('/password', { replace: true })
      const me = await client.ensureQueryData(meQuery)
      if (me.secondFactorRequired) return go('/second-factor', { replace: true })
      go(then(opened), { replace: true })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      if (thrown.secondFactor !== null) setCodeWanted(true)
      // that a code is wanted is no fault of his: the box says so
      setProblem(thrown.secondFactor === 'wanted' ? null : thrown)
    } finally {
      setSending(false)
    }
  }
  const empty = say('请填写', 'Please fill this in')
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <FieldBox name="username" id="username" label={say('用户名', 'Username')} optionalWord="" issue={missing && username.trim() === '' ? empty : undefined}>
        {(input) => <input {...input} className="hq-native" autoComplete="username" autoCapitalize="off" spellCheck={false} value={username} onChange={({ target }) => setUsername(target.value)} />}
      </FieldBox>
      <FieldBox name="password" id="password" label={say('密码', 'Password')} optionalWord="" issue={missing && password === '' ? empty : undefined}>
        {(input) => <input {...input} className="hq-native" type="password" autoComplete="current-password" value={password} onChange={({ target }) => setPassword(target.value)} />}
      </FieldBox>
      {codeWanted && (
        <FieldBox name="code" id="code" label={say('动态口令', 'Code')} optionalWord="" hint={say('手机验证器上的 6 位数字，或一个恢复码', 'Six digits from your authenticator, or a recovery code')}>
          {(input) => <input {...input} ref={focused} className="hq-native" inputMode="numeric" autoComplete="one-time-code" maxLength={40} value={code} onChange={({ target }) => setCode(target.value)} />}
        </FieldBox>
      )}
      {!problem && notice}
      <ProblemNotice problem={problem} />
      <button type="submit" className="hq-door-submit" disabled={sending}>
        {sending ? under : submit}
      </button>
    </form>
  )
}

/** The box that appears is the next to be typed into. */
function focused(box: HTMLInputElement | null): void {
  box?.focus()
}
