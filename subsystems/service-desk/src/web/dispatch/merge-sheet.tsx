// 合并重复: this report is closed into the one it repeats; both askers go on hearing of it.
import { call, Empty, ProblemError, ProblemNotice, queryText, Sheet, useSay, useToast } from '@houqin/web-kit'
import type { ListedMatter, Page } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { ReactNode } from 'react'
import { repair } from '../../contract/index.ts'
import { placeText, readRepair } from '../read-repair.ts'
import type { RepairLine } from '../read-repair.ts'
import { RepairCard } from '../repair-card.tsx'
import type { Likely } from './likely-duplicates.ts'

export function MergeSheet({ line, likely, onClose, onDone }: { line: RepairLine; likely: readonly Likely<RepairLine>[]; onClose: () => void; onDone: () => void }): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const word = useDeferredValue(typed.trim())
  const [into, setInto] = useState<RepairLine | null>(likely[0]?.line ?? null)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const { data } = useQuery({
    queryKey: ['matters', repair.id, 'merge', word],
    enabled: word.length > 1,
    queryFn: ({ signal }) => call<Page<ListedMatter>>(`/matters/${repair.id}${queryText({ q: word, 'where.closedAt.null': true, limit: 10 })}`, { signal }),
  })
  const found = (data?.rows ?? []).map(readRepair).filter(({ number }) => number !== line.number)
  const shown = word.length > 1 ? found : likely.map((one) => one.line)
  const why = new Map(likely.map((one) => [one.line.number, one.why]))
  async function merge(): Promise<void> {
    if (!into) return
    setSending(true)
    setProblem(null)
    try {
      await call(`/matters/${repair.id}/${line.number}/links`, { method: 'POST', body: { kind: 'duplicate-of', to: into.number } })
      toast({ says: say(`${line.number} 已并入 ${into.number}`, `${line.number} merged into ${into.number}`) })
      await client.invalidateQueries({ queryKey: ['matters', repair.id] })
      onClose()
      onDone()
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  return (
    <Sheet title={say('合并重复', 'Merge a duplicate')} onClose={onClose}>
      <div className="sd-confirm">
        <p>
          {say('这一件：', 'This one: ')}
          <strong>{placeText(line)}</strong> {line.what}
        </p>
        <input className="hq-native" type="search" value={typed} placeholder={say('按单号、房间或内容找另一件', 'Find the other by number, room or words')} aria-label={say('找另一件', 'Find the other')} onChange={({ target }) => setTyped(target.value)} />
        {shown.length === 0 ? (
          <Empty title={word.length > 1 ? say('没有找到', 'Nothing found') : say('没有发现疑似重复', 'No likely duplicate found')}>{say('只能并入同样没有办结的报修。', 'It can only be merged into one that is open as well.')}</Empty>
        ) : (
          <ul className="hq-cards">
            {shown.map((one) => (
              <li key={one.number}>
                <RepairCard
                  line={one}
                  chosen={into?.number === one.number}
                  onChoose={() => setInto(one)}
                  note={why.has(one.number) && <span className="hq-small hq-warning">{why.get(one.number) === 'same-place' ? say('同一地点', 'The same place') : say('内容相近', 'Like words')}</span>}
                />
              </li>
            ))}
          </ul>
        )}
        <ProblemNotice problem={problem} />
        <Button type="primary" size="large" block loading={sending} disabled={!into || !shown.some(({ number }) => number === into.number)} onClick={() => void merge()}>
          {into ? say(`并入 ${into.number}`, `Merge into ${into.number}`) : say('选一件', 'Choose one')}
        </Button>
        <p className="hq-small hq-secondary">{say('合并后这一件不再单独派工，报修人会收到另一件的进展；合错了可以在单子里撤销。', 'It is then no longer worked on by itself; its asker hears of the other. It can be undone on its page.')}</p>
      </div>
    </Sheet>
  )
}
