// Granting a role: to whom, which, where it reaches, for how long, and why.
import { choice, date, longText, ref, text } from '@houqin/define'
import type { Fields, Role } from '@houqin/define'
import { call, FormFields, FormFoot, ProblemNotice, queryText, Sheet, useHouse, useNames, useRecordForm, useSay, Waiting } from '@houqin/web-kit'
import type { FieldInputProps, Page, Ref, WireAccount } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useGrantableRoles } from './grantable-roles.ts'

const inputs = Object.freeze({ account: AccountInput })

/** Stands once every role there is can be chosen. */
export function GrantSheet({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const { parts, loaded } = useHouse()
  const roles = useGrantableRoles()
  return (
    <Sheet title={say('授予角色', 'Grant a role')} onClose={onClose}>
      {loaded.length < parts.length ? <Waiting lines={8} /> : <GrantForm roles={roles} onClose={onClose} />}
    </Sheet>
  )
}

function GrantForm({ roles, onClose }: { roles: readonly Role[]; onClose: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const client = useQueryClient()
  const { keeperOf } = useHouse()
  const fields = useMemo((): Fields => {
    const organ = keeperOf('organ')
    const site = keeperOf('site')
    return {
      account: text(say('授予谁', 'To whom'), { max: 100 }),
      role: choice(say('角色', 'Role'), Object.fromEntries(roles.map((role) => [role.role, names.of(role)]))),
      ...(organ && { organ: ref(say('单位', 'Organ'), organ, { hint: say('含下级单位', 'With those below it') }) }),
      ...(site && { site: ref(say('场所', 'Site'), site) }),
      from: date(say('自', 'From'), { optional: true, hint: say('不填为今天', 'Today when empty') }),
      to: date(say('至', 'To'), { optional: true, hint: say('不填则直到收回', 'Until withdrawn when empty') }),
      reason: longText(say('理由', 'Why'), { max: 500 }),
    }
  }, [say, names, roles, keeperOf])
  const [reach, setReach] = useState<string>('district')
  const asked = useMemo(() => Object.fromEntries(Object.entries(fields).filter(([name]) => (name !== 'organ' && name !== 'site') || name === reach)), [fields, reach])
  const form = useRecordForm({
    fields: asked,
    draftKey: 'grant.new',
    async onSend({ values, idempotencyKey }) {
      const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
      await call('/grants', { method: 'POST', idempotencyKey, body })
      void client.invalidateQueries({ queryKey: ['grants'] })
      onClose()
    },
  })
  const chosen = roles.find(({ role }) => role === form.entries['role'])
  if (chosen && chosen.reach !== reach) setReach(chosen.reach)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.send()
      }}
    >
      <FormFields form={form} fields={asked} owner="grants" inputs={inputs} />
      {chosen && chosen.excludes.length > 0 && (
        <p className="hq-small hq-secondary">
          {say('不能同时担任：', 'Never together with: ')}
          {chosen.excludes.map((other) => { const role = roles.find((one) => one.role === other); return role ? names.of(role) : other }).join(say('、', ', '))}
        </p>
      )}
      <ProblemNotice problem={form.problem} others={form.others} />
      <FormFoot submit={say('授予', 'Grant')} sending={form.sending} onCancel={onClose} />
    </form>
  )
}

/** An account found by its name; the entry is its id. */
function AccountInput({ entry, onChange, input }: FieldInputProps): ReactNode {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [known, setKnown] = useState<readonly Ref[]>([])
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useQuery({ queryKey: ['accounts', 'choices', q], queryFn: () => call<Page<WireAccount>>(`/accounts${queryText({ q, limit: 20 })}`), placeholderData: (before) => before })
  const found = (data?.rows ?? []).map(({ id, name, username }): Ref => ({ id, name: `${name} ${username}` }))
  const offered = [...known.filter(({ id }) => !found.some((one) => one.id === id)), ...found]
  return (
    <Select<string>
      {...input}
      showSearch
      filterOption={false}
      onSearch={setTyped}
      loading={isFetching}
      placeholder={say('姓名或用户名', 'Name or username')}
      value={typeof entry === 'string' && entry ? entry : null}
      onChange={(id) => {
        setKnown(offered.filter((one) => one.id === id))
        onChange(id)
      }}
      options={offered.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
