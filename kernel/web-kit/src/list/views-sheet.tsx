// My views 我的视图: lists kept under a name with their search, filters, order and columns; opened, sent to somebody as an address, dropped.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { viewsQuery } from '../api/queries.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { useToast } from '../blocks/toast.tsx'
import { useSay } from '../words/words.tsx'
import { readView, writeView } from './list-view.ts'
import type { ListView } from './list-view.ts'

export function ViewsSheet({ list, view, onChange, onClose }: { list: string; view: ListView; onChange: (view: ListView) => void; onClose: () => void }): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const { data, error } = useQuery(viewsQuery)
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const mine = (data?.rows ?? []).filter((one) => one.list === list)
  const search = writeView(view)
  const replaces = mine.some((one) => one.name === name.trim())
  const run = (work: () => Promise<unknown>): void => {
    setBusy(true)
    setProblem(null)
    work()
      .then(() => client.invalidateQueries({ queryKey: viewsQuery.queryKey }))
      .catch((thrown: unknown) => {
        if (!(thrown instanceof ProblemError)) throw thrown
        setProblem(thrown)
      })
      .finally(() => setBusy(false))
  }
  return (
    <Sheet title={say('我的视图', 'My views')} onClose={onClose}>
      {mine.length === 0 && data && (
        <p className="hq-secondary hq-below">{say('常用的筛选、排序和列可以起个名字存下来，下次一点就到。', 'Keep the filters, order and columns you use often under a name.')}</p>
      )}
      <ul className="hq-views" aria-label={say('我的视图', 'My views')}>
        {mine.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="hq-plain"
              aria-current={one.search === search ? 'true' : undefined}
              onClick={() => {
                onChange(readView(one.search))
                onClose()
              }}
            >
              {one.name}
            </button>
            <Button type="text" size="small" disabled={busy} aria-label={say(`删除视图 ${one.name}`, `Drop the view ${one.name}`)} onClick={() => run(() => call(`/views/${one.id}`, { method: 'DELETE' }))}>
              {say('删除', 'Drop')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="hq-stack"
        onSubmit={(event) => {
          event.preventDefault()
          run(async () => {
            await call('/views', { method: 'POST', body: { list, name: name.trim(), search } })
            setName('')
          })
        }}
      >
        <label className="hq-stack">
          <span>{say('把现在看到的存为', 'Keep what is shown now as')}</span>
          <Input value={name} maxLength={40} placeholder={say('如：快到期的租约', 'Such as: leases that end soon')} onChange={({ target }) => setName(target.value)} />
        </label>
        <ProblemNotice problem={problem ?? (error instanceof ProblemError ? error : null)} />
        <div className="hq-form-foot">
          <Button type="primary" htmlType="submit" loading={busy} disabled={name.trim() === ''}>
            {replaces ? say('替换同名视图', 'Replace the one of that name') : say('保存', 'Keep')}
          </Button>
          <Button
            onClick={() => {
              // Refused where the page came over plain http: the address above can then be copied by hand.
              void Promise.resolve(navigator.clipboard?.writeText(location.href))
                .then(() => toast({ says: navigator.clipboard ? say('链接已复制，对方按自己的权限看到内容', 'Copied; whoever opens it sees what he may see') : say('请从地址栏复制链接', 'Copy the address from above') }))
                .catch(() => toast({ says: say('请从地址栏复制链接', 'Copy the address from above') }))
            }}
          >
            {say('复制链接', 'Copy the link')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
