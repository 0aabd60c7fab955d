// Signing in with a username and a password.
import { useSay } from '@houqin/web-kit'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Door } from './door.tsx'
import { IdentityButtons } from './identity-buttons.tsx'
import { reasonSentence } from './identity-reasons.ts'
import { PasswordForm } from './password-form.tsx'

export function SignInPage(): ReactNode {
  const say = useSay()
  const [ended] = useState(() => new URLSearchParams(location.search).get('why') === 'ended')
  const turnedAway = reasonSentence(new URLSearchParams(location.search).get('identity'), say)
  const notice = (
    <>
      {ended && <output className="hq-notice">{say('登录已经结束，请重新登录。没提交的内容还在。', 'Your session has ended: sign in again. What you had typed is kept.')}</output>}
      {turnedAway !== undefined && <output className="hq-notice">{turnedAway}</output>}
    </>
  )
  return (
    <Door title={say('登录', 'Sign in')}>
      <PasswordForm path="/session" submit={say('登录', 'Sign in')} sending={say('正在登录…', 'Signing in…')} then={wanted} notice={notice} />
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
