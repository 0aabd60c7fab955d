// Setting up an empty system: the one-time link makes the first three administrators, three different persons.
import { auditAdmin, securityAdmin, systemAdmin, text } from '@houqin/define'
import type { Fields } from '@houqin/define'
import { call, Fault, FormFields, ProblemError, ProblemNotice, useGo, useRecordForm, useSay, useScreenParam, useToast, Waiting } from '@houqin/web-kit'
import type { Given } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { Door } from '../sign-in/door.tsx'
import { NewPassword } from '../sign-in/password-input.tsx'

const roles = [systemAdmin, securityAdmin, auditAdmin] as const
const parts = ['username', 'name', 'password', 'again'] as const

export function SetupPage(): ReactNode {
  const say = useSay()
  const token = useScreenParam('token')
  const { data, error, refetch } = useQuery({ queryKey: ['setup'], queryFn: () => call<{ open: boolean }>('/setup') })
  return (
    <Door title={say('建立三名管理员', 'The first three administrators')}>
      <div className="hq-setup">
        {error ? <Fault error={error} onRetry={() => void refetch()} /> : !data ? <Waiting /> : data.open ? <SetupForm token={token} /> : <p>{say('系统已经建立过管理员，这个链接已失效。请直接登录。', 'The administrators exist already; this link is no longer valid. Sign in instead.')} <a href="/sign-in">{say('登录', 'Sign in')}</a></p>}
      </div>
    </Door>
  )
}

function SetupForm({ token }: { token: string }): ReactNode {
  const say = useSay()
  const go = useGo()
  const toast = useToast()
  const told = {
    [systemAdmin.role]: { title: say('系统管理员', 'System administrator'), does: say('管理账号、设置和任务，看不到业务内容和审计。', 'Accounts, settings and jobs; sees no business content and no audit.') },
    [securityAdmin.role]: { title: say('安全管理员', 'Security administrator'), does: say('授予和收回角色。', 'Grants and withdraws roles.') },
    [auditAdmin.role]: { title: say('安全审计员', 'Audit administrator'), does: say('查看审计并验证完整。', 'Reads the audit and proves it whole.') },
  }
  const fields = useMemo((): Fields => {
    const labels = {
      username: text(say('用户名', 'Username'), { max: 64, hint: say('小写字母、数字或 . _ -', 'Lower-case letters, digits or . _ -') }),
      name: text(say('姓名', 'Name'), { max: 60 }),
      password: text(say('密码', 'Password'), { max: 256 }),
      again: text(say('再输一次密码', 'Password again'), { max: 256 }),
    }
    return Object.fromEntries(roles.flatMap((_role, place) => parts.map((part) => [`${part}${place}`, labels[part]])))
  }, [say])
  const inputs = useMemo(() => Object.fromEntries(roles.flatMap((_role, place) => [[`password${place}`, NewPassword], [`again${place}`, NewPassword]])), [])
  const form = useRecordForm({
    fields,
    async onSend({ values, idempotencyKey }) {
      const differing = roles.flatMap((_role, place) => (values[`password${place}`] === values[`again${place}`] ? [] : [{ at: `again${place}`, says: say('两次输入的密码不一样', 'The two passwords differ') }]))
      if (differing[0]) throw new ProblemError({ type: 'bad-input', title: differing[0].says, detail: differing[0].says, status: 422, issues: differing })
      const administrators = roles.map(({ role }, place) => ({ role, ...partsOf(values, place) }))
      await call(`/setup/${encodeURIComponent(token)}`, { method: 'POST', idempotencyKey, body: { administrators } }).catch((thrown: unknown) => {
        throw thrown instanceof ProblemError ? asHere(thrown) : thrown
      })
      toast({ says: say('三名管理员已建立，请分别登录', 'The three administrators exist; each signs in for himself') })
      go('/sign-in', { replace: true })
    },
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.send()
      }}
    >
      <p className="hq-below">{say('三员分立：三个账号由三个人分别保管，一人不能兼任。', 'Three accounts kept by three persons; nobody may hold two.')}</p>
      {roles.map(({ role }, place) => (
        <fieldset key={role}>
          <legend>{told[role]?.title}</legend>
          <p className="hq-small hq-secondary">{told[role]?.does}</p>
          <FormFields form={form} fields={fields} owner="setup" inputs={inputs} only={parts.map((part) => `${part}${place}`)} />
        </fieldset>
      ))}
      <ProblemNotice problem={form.problem} others={form.others} />
      <button type="submit" className="hq-door-submit" disabled={form.sending}>
        {say('建立', 'Set up')}
      </button>
    </form>
  )
}

function partsOf(values: Readonly<Record<string, Given>>, place: number): Readonly<Record<string, Given | undefined>> {
  return { username: values[`username${place}`], name: values[`name${place}`], password: values[`password${place}`] }
}
/** The server speaks of `administrators[1].password`, this form of `password1`. */
function asHere(problem: ProblemError): ProblemError {
  const issues = problem.issues.map(({ at, says }) => ({ at: at.replace(/^administrators\[(\d)\]\.(\w+)$/, '$2$1'), says }))
  return new ProblemError({ type: problem.type, title: problem.title, detail: problem.message, status: problem.status, issues, instance: problem.instance, retryAfter: problem.retryAfter })
}
