// Agreeing to several at once 批量同意: chosen from the inbox, one kind at a time; what became of each is said in words.
import type { AgreedRow, MatterSummary } from '@houqin/wire'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { useMe } from '../api/me.ts'
import { ProblemError } from '../api/problem.ts'
import { inboxQuery } from '../api/queries.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { FormFoot } from '../fields/form-foot.tsx'
import { useHouse } from '../parts/house.tsx'
import { pathOfNumber } from '../parts/paths.ts'
import { WordsArea } from '../fields/words-area.tsx'
import { useNames, useSay, useToldOf } from '../words/words.tsx'
import './approval.css'

/** A button where two or more of a kind wait for my approval. */
export function BatchButton(): ReactNode {
  const say = useSay()
  const { person } = useMe()
  const [open, setOpen] = useState(false)
  const { data } = useQuery(inboxQuery('mine'))
  const mine = (data?.rows ?? []).filter(({ awaits }) => awaits?.some(({ id }) => id === person?.id) ?? false)
  const kinds = [...new Set(mine.map(({ matter }) => matter))].filter((kind) => mine.filter(({ matter }) => matter === kind).length > 1)
  if (kinds.length === 0 && !open) return null
  return (
    <div className="hq-row hq-below">
      <Button onClick={() => setOpen(true)}>{say('批量同意', 'Agree to several')}</Button>
      {open && <BatchSheet matters={mine} kinds={kinds} onClose={() => setOpen(false)} />}
    </div>
  )
}

function BatchSheet({ matters, kinds, onClose }: { matters: readonly MatterSummary[]; kinds: readonly string[]; onClose: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const told = useToldOf()
  const house = useHouse()
  const client = useQueryClient()
  // What is offered stays while it is decided: the inbox behind it grows shorter.
  const [offered] = useState({ matters, kinds })
  const [kind, setKind] = useState(offered.kinds[0] ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [comment, setComment] = useState('')
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [outcomes, setOutcomes] = useState<readonly AgreedRow[] | null>(null)
  const rows = offered.matters.filter(({ matter }) => matter === kind)
  const titleOf = (id: string): string => {
    const declared = house.matter(id)
    return declared ? names.of(declared) : (offered.matters.find(({ matter }) => matter === id)?.title ?? id)
  }
  function toggle(number: string): void {
    const next = new Set(chosen)
    if (!next.delete(number)) next.add(number)
    setChosen(next)
  }
  async function send(): Promise<void> {
    setSending(true)
    setProblem(null)
    try {
      const body = { rows: rows.filter(({ number }) => chosen.has(number)).map(({ number, version }) => ({ number, version })), ...(comment.trim() !== '' && { comment: comment.trim() }) }
      setOutcomes((await call<{ rows: readonly AgreedRow[] }>(`/matters/${kind}/agree`, { method: 'POST', body })).rows)
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setSending(false)
      for (const stale of [['inbox'], ['matters', kind], ['matter', kind]]) void client.invalidateQueries({ queryKey: stale })
    }
  }
  if (outcomes) return <Outcomes kind={kind} outcomes={outcomes} onClose={onClose} />
  return (
    <Sheet title={say('批量同意', 'Agree to several')} onClose={onClose}>
      {offered.kinds.length > 1 && (
        <fieldset className="hq-row hq-below" aria-label={say('哪一类', 'Which kind')}>
          {offered.kinds.map((one) => (
            <Button
              key={one}
              type={one === kind ? 'primary' : 'default'}
              aria-pressed={one === kind}
              onClick={() => {
                setKind(one)
                setChosen(new Set())
              }}
            >
              {titleOf(one)}
            </Button>
          ))}
        </fieldset>
      )}
      <p className="hq-secondary hq-below">{say('每一件单独判断，办成与否逐件告知；要签名的请打开办理。', 'Each is judged by itself, and told by itself; what must be signed is opened first.')}</p>
      <ul className="hq-choosing">
        {rows.map(({ number, subject, requester }) => (
          <li key={number}>
            <label>
              <input type="checkbox" checked={chosen.has(number)} onChange={() => toggle(number)} />
              <span>
                {told(kind, subject)}
                <span className="hq-small hq-secondary" style={{ display: 'block' }}>
                  {number} · {requester.name}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <WordsArea aria-label={say('意见', 'What to say')} placeholder={say('意见（可不填）', 'What to say, if anything')} value={comment} maxLength={2000} onChange={({ target }) => setComment(target.value)} />
      <ProblemNotice problem={problem} />
      <div className="hq-form-foot">
        <Button type="primary" disabled={chosen.size === 0} loading={sending} onClick={() => void send()}>
          {say(`同意所选 ${chosen.size} 件`, `Agree to ${chosen.size}`)}
        </Button>
        <Button onClick={() => setChosen(chosen.size === rows.length ? new Set() : new Set(rows.map(({ number }) => number)))}>
          {chosen.size === rows.length ? say('全不选', 'None') : say('全选', 'All')}
        </Button>
      </div>
    </Sheet>
  )
}

function Outcomes({ kind, outcomes, onClose }: { kind: string; outcomes: readonly AgreedRow[]; onClose: () => void }): ReactNode {
  const say = useSay()
  const told = useToldOf()
  const done = outcomes.filter(({ outcome }) => outcome !== 'not-done').length
  const left = outcomes.length - done
  return (
    <Sheet title={say('办理结果', 'What became of them')} onClose={onClose}>
      <output className="hq-below">
        {left === 0 ? say(`${done} 件都已同意。`, `Agreed to all ${done}.`) : say(`${done} 件已同意，${left} 件没有办成。`, `Agreed to ${done}; ${left} not done.`)}
      </output>
      <ul className="hq-choosing">
        {outcomes.map(({ number, subject, outcome, says }) => (
          <li key={number}>
            <p>
              <StateTag tone={outcome === 'not-done' ? 'overdue' : 'done'}>{outcome === 'not-done' ? say('没办成', 'Not done') : say('已同意', 'Agreed')}</StateTag>{' '}
              <ConsoleLink to={pathOfNumber(kind, number)}>{subject === null ? number : told(kind, subject)}</ConsoleLink>
            </p>
            <p className={outcome === 'not-done' ? 'hq-danger' : 'hq-secondary'}>{says}</p>
          </li>
        ))}
      </ul>
      <FormFoot submit={say('知道了', 'Done')} onSubmit={onClose} />
    </Sheet>
  )
}
