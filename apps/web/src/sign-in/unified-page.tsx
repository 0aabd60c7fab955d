// 找不到对应的账号: somebody the city vouches for and no account answers to shows once, by its password, which account is his.
import { call, ProblemError, ProblemNotice, useSay, Waiting } from '@houqin/web-kit'
import type { Arrival, OpenedDoor } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Door } from './door.tsx'
import { PasswordForm } from './password-form.tsx'

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
  return (
    <>
      <p className="hq-below">
        {say(`${provider.title}认出了您（${shown}），但还不知道您在这里用哪个账号。用原来的密码登录一次，以后就不用再输。`, `${provider.title} knows you (${shown}), but not which account here is yours. Sign in once with your password; after that it is not needed.`)}
      </p>
      <PasswordForm<OpenedDoor & { readonly to: string }> path="/identity/arrival" submit={say('绑定并登录', 'Link and sign in')} sending={say('正在绑定…', 'Linking…')} then={({ to }) => to} />
      <p className="hq-small hq-secondary" style={{ marginTop: 16 }}>
        {say('没有账号，或忘了密码：请找机关事务管理局的系统管理员开通或重置，告诉他上面括号里的名字。', 'No account, or the password forgotten: ask the bureau’s system administrator, and tell him the name in brackets above.')}{' '}
        <a href="/sign-in">{say('回到登录页', 'Back to sign-in')}</a>
      </p>
    </>
  )
}
