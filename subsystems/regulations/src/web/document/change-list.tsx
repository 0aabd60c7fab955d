// What one text changes in another, article by article: words that came underlined, words that went struck out.
import { figure, useSay } from '@houqin/web-kit'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Change } from '../../contract/index.ts'

export function ChangeList({ changes }: { changes: readonly Change[] }): ReactNode {
  const say = useSay()
  const [same, setSame] = useState(false)
  const count = (is: Change['is']): number => changes.filter((change) => change.is === is).length
  return (
    <div className="hq-stack">
      <output>
        {say(
          `修改 ${figure(count('changed'))} 条，新增 ${figure(count('added'))} 条，删去 ${figure(count('removed'))} 条，未变 ${figure(count('same'))} 条。`,
          `${figure(count('changed'))} changed, ${figure(count('added'))} added, ${figure(count('removed'))} removed, ${figure(count('same'))} the same.`,
        )}
      </output>
      <label className="hq-row">
        <input type="checkbox" checked={same} onChange={({ target }) => setSame(target.checked)} />
        {say('也显示未变的条文', 'Show those that are the same')}
      </label>
      <div className="rg-text">
        {changes.filter(({ is }) => same || is !== 'same').map((change) => (
          <OneChange key={`${change.before ?? ''} ${change.after ?? ''}`} change={change} />
        ))}
      </div>
    </div>
  )
}

function OneChange({ change: { is, before, after, words } }: { change: Change }): ReactNode {
  const say = useSay()
  const kinds = { same: say('未变', 'the same'), changed: say('修改', 'changed'), added: say('新增', 'added'), removed: say('删去', 'removed') }
  return (
    <section className="rg-change">
      <h3 className="hq-row">
        {before === null || after === null || before === after ? (after ?? before) : `${before} → ${after}`} <span className="hq-secondary hq-small">{kinds[is]}</span>
      </h3>
      <p>
        {words.map((word, at) => (word.is === 'added' ? <ins key={at}>{word.text}</ins> : word.is === 'removed' ? <del key={at}>{word.text}</del> : <span key={at}>{word.text}</span>))}
      </p>
    </section>
  )
}
