// The dialog of an action on several rows: which they are, what to say, how far it is, what became of each.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { FormFoot } from '../fields/form-foot.tsx'
import { WordsArea } from '../fields/words-area.tsx'
import { useSay } from '../words/words.tsx'
import { doSeveral } from './several.ts'
import type { Outcome, SeveralAction } from './several.ts'

export interface Chosen<R> {
  readonly rows: readonly R[]
  readonly named: (row: R) => Pick<Outcome, 'key' | 'title' | 'path'>
}

export function SeveralSheet<R>({ action, chosen: { rows, named }, stale, onDone, onClose }: {
  action: SeveralAction<R>
  chosen: Chosen<R>
  /** Keys of what the action makes stale. */
  stale: readonly (readonly unknown[])[]
  onDone: () => void
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [words, setWords] = useState('')
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null)
  const finished = outcomes !== null && outcomes.length === rows.length
  const run = async (): Promise<void> => {
    setOutcomes([])
    await doSeveral({ rows, words: words.trim(), action, named, say, told: setOutcomes })
    for (const queryKey of stale) void client.invalidateQueries({ queryKey })
    onDone()
  }
  const close = (): void => {
    if (outcomes === null || finished) onClose()
  }
  if (outcomes)
    return (
      <Sheet title={finished ? say('办理结果', 'What became of them') : say(`正在办理 ${outcomes.length} / ${rows.length}`, `${outcomes.length} of ${rows.length}`)} onClose={close}>
        <progress className="hq-several-progress" max={rows.length} value={outcomes.length} aria-label={say('进度', 'Progress')} />
        {finished && <output className="hq-below">{summary(outcomes, say)}</output>}
        <ul className="hq-several">
          {outcomes.map(({ key, title, path, done, says }) => (
            <li key={key}>
              <p>
                <StateTag tone={done ? 'done' : 'overdue'}>{done ? say('办成', 'Done') : say('没办成', 'Not done')}</StateTag> <ConsoleLink to={path}>{title}</ConsoleLink>
              </p>
              <p className={done ? 'hq-secondary' : 'hq-danger'}>{says}</p>
            </li>
          ))}
        </ul>
        <FormFoot submit={say('知道了', 'Done')} disabled={!finished} onSubmit={onClose} />
      </Sheet>
    )
  return (
    <Sheet title={say(`${action.label} ${rows.length} 条`, `${action.label}: ${rows.length}`)} onClose={onClose}>
      <form
        className="hq-stack"
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        {action.warns && <p>{action.warns}</p>}
        <p className="hq-secondary">{say('逐条办理，一条没办成不影响其余，结果逐条告知。', 'One after another: one refused leaves the others done, and each is told.')}</p>
        <ul className="hq-several">
          {rows.map((row) => {
            const { key, title } = named(row)
            return <li key={key}>{title}</li>
          })}
        </ul>
        {action.words !== 'none' && (
          <label className="hq-stack">
            <span>{action.words === 'required' ? say('原因', 'Reason') : say('说明（可不填）', 'What to say, if anything')}</span>
            <WordsArea rows={2} maxLength={500} value={words} onChange={({ target }) => setWords(target.value)} />
          </label>
        )}
        <FormFoot submit={action.label} danger={action.destructive ?? false} disabled={action.words === 'required' && words.trim() === ''} onCancel={onClose} />
      </form>
    </Sheet>
  )
}

function summary(outcomes: readonly Outcome[], say: (zh: string, en: string) => string): string {
  const done = outcomes.filter((one) => one.done).length
  const left = outcomes.length - done
  return left === 0 ? say(`${done} 条全部办成。`, `All ${done} done.`) : say(`${done} 条办成，${left} 条没有办成。`, `${done} done, ${left} not.`)
}
