// A group is told 新增群通知: which robot, what it hears of, of which matters.
import { call, FieldBox, KeptForm, newIdempotencyKey, ProblemError, RowPicker, Sheet, useHouse, useKeptDraft, useSay } from '@houqin/web-kit'
import type { GroupList, Ref } from '@houqin/web-kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId, useState } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { groupsQuery } from './groups-query.ts'

interface Draft {
  readonly robot: string | null
  readonly kinds: readonly string[]
  readonly locale: 'zh' | 'en'
  readonly matter: string | null
  readonly organ: Ref | null
  readonly register: string | null
  readonly about: Ref | null
}
const empty: Draft = { robot: null, kinds: ['matter.yours', 'matter.overdue'], locale: 'zh', matter: null, organ: null, register: null, about: null }

export function GroupSheet({ list, onClose }: { list: GroupList; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const { keeperOf } = useHouse()
  const organs = keeperOf('organ')
  const kept = useKeptDraft('notice.group', empty)
  const draft = kept.values
  const [key, setKey] = useState(newIdempotencyKey)
  const change = kept.set
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const { robot, kinds, locale, matter, organ, register, about } = draft
      return call('/notices/groups', { method: 'POST', idempotencyKey: key, body: { robot, kinds, locale, matter, organ: organ?.id ?? null, about: register && about ? { register, id: about.id } : null } })
    },
    onSuccess: async () => {
      kept.sent()
      await client.invalidateQueries({ queryKey: groupsQuery.queryKey })
      onClose()
    },
    // what is corrected and sent again is another request
    onError: () => setKey(newIdempotencyKey()),
  })
  const problem = error instanceof ProblemError ? error : null
  const ready = draft.robot !== null && draft.kinds.length > 0
  return (
    <Sheet title={say('新增群通知', 'Tell a group')} onClose={onClose}>
      <KeptForm kept={kept} problem={problem} sending={isPending} disabled={!ready} onSend={() => mutate()} onCancel={onClose}>
        <div className="hq-form">
          <Box label={say('群', 'Group')}>
            {(input) => <Select<string> {...input} value={draft.robot} placeholder={say('选一个群机器人', 'Choose a robot')} onChange={(robot) => change({ robot })} options={list.robots.map(({ id, title, label, open }) => ({ value: id, label: `${title} · ${label}${open ? '' : say('（未启用）', ' (off)')}` }))} />}
          </Box>
          <Box label={say('听什么', 'Hears of')}>
            {(input) => <Select<string[]> {...input} mode="multiple" value={[...draft.kinds]} onChange={(kinds) => change({ kinds })} options={list.kinds.map(({ kind, label }) => ({ value: kind, label }))} />}
          </Box>
          <Box label={say('哪类事项', 'Which matters')} hint={say('不选为各类', 'Any when empty')}>
            {(input) => <Select<string> {...input} allowClear showSearch={{ optionFilterProp: 'label' }} value={draft.matter} onChange={(matter: string | undefined) => change({ matter: matter ?? null })} options={list.matters.map(({ matter, title }) => ({ value: matter, label: title }))} />}
          </Box>
          {organs && (
            <Box label={say('哪个单位的', 'Of which organ')} hint={say('含下级单位；不选为全部', 'With those below it; any when empty')}>
              {(input) => <RowPicker register={organs.id} input={input} chosen={draft.organ} onChange={(organ) => change({ organ })} />}
            </Box>
          )}
          {list.registers.length > 0 && (
            <Box label={say('只听写明了', 'Only those that name a')} hint={say('如班组：只听派给它的', 'Such as a team: only what goes to it')}>
              {(input) => <Select<string> {...input} allowClear value={draft.register} onChange={(register: string | undefined) => change({ register: register ?? null, about: null })} options={list.registers.map(({ register, title }) => ({ value: register, label: title }))} />}
            </Box>
          )}
          {draft.register && (
            <Box label={list.registers.find(({ register }) => register === draft.register)?.title ?? ''}>
              {(input) => <RowPicker register={draft.register ?? ''} input={input} chosen={draft.about} onChange={(about) => change({ about })} />}
            </Box>
          )}
          <Box label={say('用哪种语言', 'In which language')}>
            {(input) => <Select<'zh' | 'en'> {...input} value={draft.locale} onChange={(locale) => change({ locale })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />}
          </Box>
        </div>
      </KeptForm>
    </Sheet>
  )
}

function Box({ label, hint, children }: { label: string; hint?: string; children: ComponentProps<typeof FieldBox>['children'] }): ReactNode {
  const id = useId()
  return (
    <FieldBox name={id} id={id} label={label} optional optionalWord="" hint={hint}>
      {children}
    </FieldBox>
  )
}
