// 新员工入职: one page from "who" to the sheet he is handed; what was typed is kept until the server has all of it.
import { call, FormFields, FormFoot, PageHead, ProblemNotice, RestoredDraft, useRecordForm, useSay } from '@houqin/web-kit'
import type { Entries, FormState, Ref } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { isIdentityNumber } from '@houqin/people'
import { join, roleRequest, toldByIdentity, workplace } from '../../contract/index.ts'
import { askedRoles, RoleLines, rolesGiven } from '../roles/role-lines.tsx'
import { newcomerFields } from './newcomer-fields.ts'
import { toldQuery } from './newcomer-query.ts'
import type { Known, WelcomeGiven } from '../../contract/answers.ts'
import { RoomChoice } from './room-choice.tsx'
import { Welcome } from './welcome.tsx'
import './newcomer.css'

export function Screen(): ReactNode {
  const [attempt, setAttempt] = useState(0)
  const [done, setDone] = useState<WelcomeGiven | null>(null)
  if (done) return <Welcome given={done} onAnother={() => (setDone(null), setAttempt(attempt + 1))} />
  return <Newcomer key={attempt} onDone={setDone} />
}

function Newcomer({ onDone }: { onDone: (given: WelcomeGiven) => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const fields = useMemo(() => newcomerFields(say), [say])
  const form = useRecordForm({
    fields,
    lineSets: askedRoles,
    start: { employment: 'civil', duty: 'staff' },
    draftKey: 'staffing.newcomer',
    async onSend({ values, lines, idempotencyKey }) {
      const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
      const given = await call<WelcomeGiven>('/staffing/newcomers', { method: 'POST', idempotencyKey, body: { ...body, roles: rolesGiven(lines['roles'] ?? []) } })
      for (const queryKey of [['inbox'], ['matters', join.id], ['matters', roleRequest.id], ['rows', workplace.id], ['staffing']]) void client.invalidateQueries({ queryKey })
      onDone(given)
    },
  })
  const { data: told } = useQuery({ ...toldQuery(form.entries), placeholderData: (before) => before })
  const organ = refIn(form.entries, 'organ')
  return (
    <form
      className="hq-narrow hq-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.send()
      }}
    >
      <PageHead title={say('新员工入职', 'A new employee')} />
      <RestoredDraft form={form} />
      <Part title={say('是谁', 'Who')}>
        <FormFields form={form} fields={fields} owner={join.id} only={['name', 'phone', 'identity']} />
        <IdentityTold entries={form.entries} />
        <KnownAlready known={told?.known ?? []} />
      </Part>
      <Part title={say('岗位', 'Post')}>
        <FormFields form={form} fields={fields} owner={join.id} only={['organ', 'title', 'duty', 'employment', 'rank', 'startsOn']} />
      </Part>
      <Part title={say('坐在哪里', 'Where to sit')}>
        <RoomChoice rooms={organ ? told?.rooms : undefined} chosen={refIn(form.entries, 'room')} issue={form.issues['room']} onChange={(room) => form.set('room', room)} />
      </Part>
      <Part title={say('账号和权限', 'Account and roles')}>
        <FormFields form={form} fields={fields} owner={join.id} only={['username']} />
        {told?.username && form.entries['username'] === '' && (
          <p className="hq-secondary hq-small">
            {say('将用 ', 'It will be ')}
            <strong className="hq-figures">{told.username}</strong>
          </p>
        )}
        <p className="hq-secondary">{say('开通后人人都有的功能（报修、待办等）马上能用。另需的角色在这里选，随入职一起报批。', 'What everybody has works at once. Further roles chosen here are put to approval with it.')}</p>
        <RoleLines form={form} />
      </Part>
      <Part title={say('备注', 'Note')}>
        <FormFields form={form} fields={fields} owner={join.id} only={['note']} />
      </Part>
      <ProblemNotice problem={form.problem} others={form.others} />
      <Send form={form} />
    </form>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="hq-panel" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
function Send({ form }: { form: FormState }): ReactNode {
  const say = useSay()
  return (
    <FormFoot large submit={form.problem ? say('再办一次', 'Try again') : say('办理入职', 'Enter the new employee')} sending={form.sending} />
  )
}

/** Says at once what the number tells, or that it cannot be right. */
function IdentityTold({ entries }: { entries: Entries }): ReactNode {
  const say = useSay()
  const number = typeof entries['identity'] === 'string' ? entries['identity'].trim() : ''
  if (number.length !== 18) return null
  const told = toldByIdentity(number)
  if (!isIdentityNumber(number) || !told)
    return (
      <p className="hq-field-issue" role="alert">
        {say('这个号码的校验位不对，请核对每一位。', 'The check digit does not fit; look at every digit.')}
      </p>
    )
  return <p className="hq-secondary hq-small">{say(`${told.gender === 'male' ? '男' : '女'}，${told.born} 出生`, `${told.gender}, born ${told.born}`)}</p>
}

function KnownAlready({ known }: { known: readonly Known[] }): ReactNode {
  const say = useSay()
  if (known.length === 0) return null
  const by = { phone: say('手机号相同', 'same phone'), identity: say('身份号码相同', 'same identity number'), name: say('本单位同名', 'same name in this organ') }
  const standing = { active: say('在职', 'active'), retired: say('已退休', 'retired'), left: say('已调出', 'left') }
  return (
    <section className="hq-warning" aria-live="polite">
      {say('可能已经登记过：', 'Perhaps known already:')}
      <ul className="hq-plain-rows">
        {known.map((one) => (
          <li key={one.id}>
            <a href={`/registers/people.person/${one.id}`} target="_blank" rel="noreferrer">
              {one.name}
            </a>{' '}
            {one.organ} · {standing[one.standing]} · {by[one.by]}
          </li>
        ))}
      </ul>
    </section>
  )
}

function refIn(entries: Entries, name: string): Ref | null {
  const entry = entries[name]
  return typeof entry === 'object' && entry !== null && 'id' in entry ? entry : null
}
