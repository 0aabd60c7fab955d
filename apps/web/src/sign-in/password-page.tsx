// Changing one's password: of one's own will, or because the first one was handed over by somebody else.
import { call, meQuery, ProblemError, RecordForm, useGo, useSay, useToast } from '@houqin/web-kit'
import { text } from '@houqin/define'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { Door } from './door.tsx'
import { CurrentPassword, NewPassword } from './password-input.tsx'

const inputs = Object.freeze({ current: CurrentPassword, next: NewPassword, again: NewPassword })

export function PasswordPage(): ReactNode {
  const say = useSay()
  const go = useGo()
  const toast = useToast()
  const client = useQueryClient()
  const fields = useMemo(
    () => ({
      current: text(say('现在的密码', 'Current password'), { max: 256 }),
      next: text(say('新密码', 'New password'), { max: 256, hint: say('至少 10 位，大小写字母、数字、符号占三种；不含姓名和用户名', 'At least 10 characters of three kinds (lower, upper, digits, others); not your name or username') }),
      again: text(say('再输一次新密码', 'New password again'), { max: 256 }),
    }),
    [say],
  )
  return (
    <Door title={say('修改密码', 'Change your password')}>
      <RecordForm
        owner="password"
        fields={fields}
        inputs={inputs}
        submit={say('修改密码', 'Change it')}
        onSend={async ({ values: { current, next, again } }) => {
          if (next !== again) {
            const says = say('两次输入的新密码不一样', 'The two new passwords differ')
            throw new ProblemError({ type: 'bad-input', title: says, detail: says, status: 422, issues: [{ at: 'again', says }] })
          }
          await client.ensureQueryData(meQuery) // brings the token that the change must carry
          await call('/me/password', { method: 'POST', body: { current, next } })
          // asked anew: what was known says that the password must be changed, and would lead back here
          await client.fetchQuery({ ...meQuery, staleTime: 0 })
          toast({ says: say('密码已修改，其他设备上的登录已退出', 'Changed; you are signed out everywhere else') })
          go('/', { replace: true })
        }}
      />
    </Door>
  )
}
