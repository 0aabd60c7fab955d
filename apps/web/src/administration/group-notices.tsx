// What groups are told 群通知: a robot's group hears of which matters; number, kind and what to do go out, nobody's name or words.
import { call, ConsoleLink, dropDraft, Empty, Fault, FieldBox, keepDraft, keptDraft, newIdempotencyKey, ProblemError, ProblemNotice, RowPicker, Sheet, StackingTable, StateTag, useHouse, useSay, Waiting, WhenText } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { groupsQuery } from './group-wire.ts'
import type { GroupList, GroupRow } from './group-wire.ts'

export function GroupNotices(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(groupsQuery)
  const [adding, setAdding] = useState(false)
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  if (data.robots.length === 0)
    return (
      <Empty title={say('还没有群机器人', 'No robot of a group yet')}>
        {say('先在', 'First add a robot of WeCom or DingTalk under ')}
        <ConsoleLink to="/administration/channels">{say('通知渠道', 'Notice channels')}</ConsoleLink>
        {say('里新增企业微信或钉钉的群机器人(密钥加密保存),再回来选它听什么。', ' (its key is sealed), then come back and choose what it hears.')}
      </Empty>
    )
  return (
    <div className="hq-stack">
      <div className="hq-list-bar">
        <Button type="primary" onClick={() => setAdding(true)}>
          {say('新增群通知', 'Tell a group')}
        </Button>
      </div>
      <p className="hq-secondary">{say('发到群里的只有事项类别、编号、状态、时限和要办什么,没有姓名、事由和留言。', 'A group is told kind, number, state, deadline and what to do: no name, no subject, no comment.')}</p>
      {data.rows.length === 0 ? (
        <Empty title={say('没有群在听', 'No group hears anything')}>{say('点“新增群通知”,选一个群和它要听的事。', 'Choose a group and what it is to hear.')}</Empty>
      ) : (
        <GroupTable list={data} />
      )}
      {adding && <GroupSheet list={data} onClose={() => setAdding(false)} />}
    </div>
  )
}

function GroupTable({ list }: { list: GroupList }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (id: string) => call(`/notices/groups/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: groupsQuery.queryKey }),
  })
  return (
    <div className="hq-table-scroll">
      {error instanceof ProblemError && <ProblemNotice problem={error} />}
      <StackingTable
        label={say('群通知', 'Groups')}
        rows={list.rows}
        keyOf={({ id }) => id}
        columns={[
          { title: say('群', 'Group'), cell: (row) => <RobotCell row={row} /> },
          { title: say('听什么', 'Hears of'), cell: ({ kinds }) => kinds.map((kind) => list.kinds.find((one) => one.kind === kind)?.label ?? kind).join(say('、', ', ')) },
          { title: say('哪些事项', 'Which matters'), cell: (row) => matterText(row, list, say) },
          {
            title: say('谁设的', 'Set by'),
            cell: ({ writtenBy, writtenAt }) => (
              <>
                {writtenBy} <WhenText at={writtenAt} />
              </>
            ),
          },
          {
            title: say('办理', 'Do'),
            cell: ({ id }) => (
              <Button size="small" danger loading={isPending} onClick={() => mutate(id)}>
                {say('删除', 'Remove')}
              </Button>
            ),
          },
        ]}
      />
    </div>
  )
}

function RobotCell({ row: { robot } }: { row: GroupRow }): ReactNode {
  const say = useSay()
  if (robot === null) return <StateTag tone="overdue">{say('机器人已删除,不再发', 'Its robot was removed: nothing is sent')}</StateTag>
  return (
    <>
      {robot.title} <span className="hq-small hq-secondary">{robot.label}</span> {!robot.open && <StateTag tone="stopped">{say('未启用,不发', 'Off: nothing is sent')}</StateTag>}
      {robot.problem && (
        <p className="hq-danger hq-small">
          <WhenText at={robot.problem.at} /> {robot.problem.says}
        </p>
      )}
    </>
  )
}

function matterText({ matter, organ, about }: GroupRow, { matters, registers }: GroupList, say: (zh: string, en: string) => string): string {
  const title = matter === null ? say('各类事项', 'Any matter') : (matters.find((one) => one.matter === matter)?.title ?? matter)
  const named = about && `${registers.find(({ register }) => register === about.register)?.title ?? ''} ${about.name}`.trim()
  return [title, organ && say(`${organ.name}及下级`, `${organ.name} and below`), named].filter(Boolean).join(' · ')
}

interface Draft {
  readonly robot: string | null
  readonly kinds: readonly string[]
  readonly locale: 'zh' | 'en'
  readonly matter: string | null
  readonly organ: Ref | null
  readonly register: string | null
  readonly about: Ref | null
}
const draftKey = 'notice.group'
const empty: Draft = { robot: null, kinds: ['matter.yours', 'matter.overdue'], locale: 'zh', matter: null, organ: null, register: null, about: null }

function GroupSheet({ list, onClose }: { list: GroupList; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const { keeperOf } = useHouse()
  const organs = keeperOf('organ')
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty, ...(keptDraft(draftKey) as Partial<Draft> | undefined) })) // kept by this form alone
  const [key, setKey] = useState(newIdempotencyKey)
  const change = (more: Partial<Draft>): void => {
    const next = { ...draft, ...more }
    setDraft(next)
    keepDraft(draftKey, next)
  }
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const { robot, kinds, locale, matter, organ, register, about } = draft
      return call('/notices/groups', { method: 'POST', idempotencyKey: key, body: { robot, kinds, locale, matter, organ: organ?.id ?? null, about: register && about ? { register, id: about.id } : null } })
    },
    onSuccess: async () => {
      dropDraft(draftKey)
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
      <form
        noValidate
        className="hq-stack"
        onSubmit={(event) => {
          event.preventDefault()
          mutate()
        }}
      >
        <div className="hq-form">
          <Box label={say('群', 'Group')}>
            {(input) => <Select<string> {...input} value={draft.robot} placeholder={say('选一个群机器人', 'Choose a robot')} onChange={(robot) => change({ robot })} options={list.robots.map(({ id, title, label, open }) => ({ value: id, label: `${title} · ${label}${open ? '' : say('(未启用)', ' (off)')}` }))} />}
          </Box>
          <Box label={say('听什么', 'Hears of')}>
            {(input) => <Select<string[]> {...input} mode="multiple" value={[...draft.kinds]} onChange={(kinds) => change({ kinds })} options={list.kinds.map(({ kind, label }) => ({ value: kind, label }))} />}
          </Box>
          <Box label={say('哪类事项', 'Which matters')} hint={say('不选为各类', 'Any when empty')}>
            {(input) => <Select<string> {...input} allowClear showSearch={{ optionFilterProp: 'label' }} value={draft.matter} onChange={(matter: string | undefined) => change({ matter: matter ?? null })} options={list.matters.map(({ matter, title }) => ({ value: matter, label: title }))} />}
          </Box>
          {organs && (
            <Box label={say('哪个单位的', 'Of which organ')} hint={say('含下级单位;不选为全部', 'With those below it; any when empty')}>
              {(input) => <RowPicker register={organs.id} input={input} chosen={draft.organ} onChange={(organ) => change({ organ })} />}
            </Box>
          )}
          {list.registers.length > 0 && (
            <Box label={say('只听写明了', 'Only those that name a')} hint={say('如班组:只听派给它的', 'Such as a team: only what goes to it')}>
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
        <ProblemNotice problem={problem} others={problem?.issues.map(({ says }) => says) ?? []} />
        <div className="hq-form-foot">
          <Button type="primary" htmlType="submit" disabled={!ready} loading={isPending}>
            {say('保存', 'Save')}
          </Button>
          <Button onClick={onClose}>{say('取消', 'Cancel')}</Button>
        </div>
      </form>
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
