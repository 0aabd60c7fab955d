// 版本对照: two versions of one document article by article, the words that came underlined, those that went struck out.
import { Fault, figure, PageHead, useSay, useScreenParam, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Change, DocumentPage } from '../../contract/index.ts'
import { useAsked } from '../asked.ts'
import { pathOfDocument } from '../paths.ts'
import { changesQuery, documentQuery } from '../queries.ts'
import '../regulations.css'

export function Screen(): ReactNode {
  const id = useScreenParam('id')
  const asked = useAsked()
  const [before, after] = [asked('before'), asked('after')]
  const { data: page } = useQuery(documentQuery({ id, version: after }))
  const { data, error, refetch } = useQuery(changesQuery({ id, before, after }))
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data || !page) return <Waiting lines={12} />
  return <Changes changes={data.changes} page={page} before={before} after={after} />
}

function Changes({ changes, page, before, after }: { changes: readonly Change[]; page: DocumentPage; before: string; after: string }): ReactNode {
  const say = useSay()
  const [same, setSame] = useState(false)
  const count = (is: Change['is']): number => changes.filter((change) => change.is === is).length
  const dayOf = (version: string): string => page.versions.find(({ id }) => id === version)?.madeOn ?? ''
  return (
    <article className="hq-stack rg-page">
      <PageHead title={say(`${page.title}:版本对照`, `${page.title}: versions compared`)} back={{ to: pathOfDocument(page.id), title: page.title }} beside={<span className="hq-secondary hq-figures">{dayOf(before)} → {dayOf(after)}</span>} />
      <output>
        {say(
          `修改 ${figure(count('changed'))} 条,新增 ${figure(count('added'))} 条,删去 ${figure(count('removed'))} 条,未变 ${figure(count('same'))} 条。`,
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
    </article>
  )
}

function OneChange({ change: { is, before, after, words } }: { change: Change }): ReactNode {
  const say = useSay()
  const kinds = { same: say('未变', 'the same'), changed: say('修改', 'changed'), added: say('新增', 'added'), removed: say('删去', 'removed') }
  return (
    <section className="rg-change">
      <h2 className="hq-row">
        {before === null || after === null || before === after ? (after ?? before) : `${before} → ${after}`} <span className="hq-secondary hq-small">{kinds[is]}</span>
      </h2>
      <p>
        {words.map((word, at) => (word.is === 'added' ? <ins key={at}>{word.text}</ins> : word.is === 'removed' ? <del key={at}>{word.text}</del> : <span key={at}>{word.text}</span>))}
      </p>
    </section>
  )
}
