// The second factor 动态口令: the square to scan, the first code, the recovery codes; and afterwards how it stands.
import { call, FieldBox, meQuery, ProblemNotice, QrPicture, setCsrf, useAttempt, useGo, useSay, WhenText } from '@houqin/web-kit'
import type { BegunSecondFactor, ProblemError, RecoveryCodes, SecondFactorState } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Door } from './door.tsx'

const stateQuery = { queryKey: ['second-factor'], queryFn: () => call<SecondFactorState>('/me/second-factor') }

export function SecondFactorPage(): ReactNode {
  const say = useSay()
  const go = useGo()
  const { data: state } = useQuery(stateQuery)
  const [begun, setBegun] = useState<BegunSecondFactor | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { problem, busy, run } = useAttempt()
  const client = useQueryClient()
  const over = async (fresh: readonly string[] | null): Promise<void> => {
    setBegun(null)
    setCodes(fresh)
    await client.invalidateQueries({ queryKey: stateQuery.queryKey })
  }
  const send = (path: string, code: string) => run(async () => over((await call<RecoveryCodes>(path, { method: 'POST', body: { code } })).recovery))
  return (
    <Door title={say('动态口令', 'Second factor')}>
      {codes ? (
        <Recovery codes={codes} onDone={() => go('/', { replace: true })} />
      ) : begun ? (
        <>
          <p>{say('用手机上的验证器（支持 TOTP 的任意应用）扫这个码，再输入它显示的 6 位数字。', 'Scan this with an authenticator on your phone (any that knows TOTP), then type the six digits it shows.')}</p>
          <div className="hq-second-square">
            <QrPicture text={begun.uri} size={48} label={say('绑定用的二维码', 'The square to scan')} />
          </div>
          <p className="hq-small hq-secondary">
            {say('扫不了时手工输入：', 'Or type it in: ')}
            <code className="hq-second-secret">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
          <CodeForm submit={say('绑定', 'Enrol')} busy={busy} problem={problem} onCode={(code) => send('/me/second-factor/confirm', code)} />
        </>
      ) : state?.on ? (
        <On state={state} busy={busy} problem={problem} onRenew={(code) => send('/me/second-factor/recovery', code)} onGiveUp={(code) => run(async () => {
          await call(`/me/second-factor?code=${encodeURIComponent(code)}`, { method: 'DELETE' })
          await over(null)
        })} />
      ) : state ? (
        <>
          <p>
            {state.required
              ? say('您的角色必须使用动态口令：除密码外，登录时还要输入手机上的 6 位数字。绑定后才能继续。', 'Your role requires it: besides the password you type six digits from your phone. Enrol it to go on.')
              : say('绑定以后，登录时除密码外还要输入手机上的 6 位数字，别人知道了密码也进不来。', 'Once enrolled you type six digits from your phone besides the password; a password alone opens nothing.')}
          </p>
          <ProblemNotice problem={problem} />
          <button type="button" className="hq-door-submit" disabled={busy} onClick={() => run(async () => {
            const me = await client.ensureQueryData(meQuery) // brings the token that the change must carry
            setCsrf(me.csrf)
            setBegun(await call<BegunSecondFactor>('/me/second-factor', { method: 'POST' }))
          })}>
            {say('开始绑定', 'Begin')}
          </button>
        </>
      ) : null}
    </Door>
  )
}

function On({ state, busy, problem, onRenew, onGiveUp }: { state: SecondFactorState; busy: boolean; problem: ProblemError | null; onRenew: (code: string) => void; onGiveUp: (code: string) => void }): ReactNode {
  const say = useSay()
  const go = useGo()
  const [doing, setDoing] = useState<'renew' | 'giveUp' | null>(null)
  return (
    <>
      <p>
        {say('已绑定', 'Enrolled')} {state.since && <WhenText at={state.since} />} · {say(`还剩 ${state.recovery} 个恢复码`, `${state.recovery} recovery codes left`)}
      </p>
      {doing === null ? (
        <>
          <button type="button" className="hq-door-submit" onClick={() => go('/me')}>{say('返回', 'Back')}</button>
          <p className="hq-row">
            <Button type="link" onClick={() => setDoing('renew')}>{say('换一组恢复码', 'New recovery codes')}</Button>
            <Button type="link" onClick={() => setDoing('giveUp')}>{say('解除绑定（换手机）', 'Give it up (another phone)')}</Button>
          </p>
        </>
      ) : (
        <CodeForm submit={doing === 'renew' ? say('换恢复码', 'New codes') : say('解除绑定', 'Give it up')} busy={busy} problem={problem} onCode={doing === 'renew' ? onRenew : onGiveUp} />
      )}
    </>
  )
}

function CodeForm({ submit, busy, problem, onCode }: { submit: string; busy: boolean; problem: ProblemError | null; onCode: (code: string) => void }): ReactNode {
  const say = useSay()
  const [code, setCode] = useState('')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() !== '') onCode(code)
      }}
    >
      <FieldBox name="code" id="code" label={say('动态口令', 'Code')} optionalWord="">
        {(input) => <input {...input} className="hq-native" inputMode="numeric" autoComplete="one-time-code" maxLength={20} value={code} onChange={({ target }) => setCode(target.value)} />}
      </FieldBox>
      <ProblemNotice problem={problem} />
      <button type="submit" className="hq-door-submit" disabled={busy}>{submit}</button>
    </form>
  )
}

function Recovery({ codes, onDone }: { codes: readonly string[]; onDone: () => void }): ReactNode {
  const say = useSay()
  return (
    <>
      <p>{say('手机丢了时，一个恢复码可代替一次动态口令。只显示这一次，请打印或抄下，与手机分开存放。', 'If the phone is lost, one of these opens the door once. They are shown only now: print or write them down, and keep them apart from the phone.')}</p>
      <ol className="hq-second-codes">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
      <p>
        <Button type="link" onClick={() => print()}>{say('打印', 'Print')}</Button>
      </p>
      <button type="button" className="hq-door-submit" onClick={onDone}>{say('已存好，继续', 'Kept them: go on')}</button>
    </>
  )
}
