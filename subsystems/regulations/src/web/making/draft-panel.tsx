// 草案与现行版本: on the matter's page, what whoever comments, reviews or decides must read: the articles, and what they change.
import { ConsoleLink, Fault, figure, useSay, Waiting } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { MakingPage } from '../../contract/index.ts'
import { ChangeList } from '../document/change-list.tsx'
import { ArticleList } from '../document/article-list.tsx'
import { pathOfDocument } from '../paths.ts'
import { makingQuery } from '../queries.ts'
import { ReadingPanel } from '../reading/reading-panel.tsx'
import { DraftFaults } from './write-sheet.tsx'
import '../regulations.css'

export function Fill({ matter }: { matter: WireMatter }): ReactNode {
  const { data, error, refetch } = useQuery({ ...makingQuery(matter), placeholderData: (before) => before })
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  return (
    <>
      {data.reading && <ReadingPanel figures={data.reading} />}
      <DraftPanel page={data} />
    </>
  )
}

function DraftPanel({ page: { rule, articles, faults, changes } }: { page: MakingPage }): ReactNode {
  const say = useSay()
  const [whole, setWhole] = useState(false)
  return (
    <section className="hq-panel hq-stack" aria-label={say('草案', 'Draft')}>
      <h2 className="hq-row">
        {say('草案', 'Draft')}
        {articles.length > 0 && <span className="hq-secondary hq-small">{say(`${figure(articles.length)} 条`, `${figure(articles.length)} articles`)}</span>}
      </h2>
      {rule && (
        <p>
          <span className="hq-secondary">{say('原制度', 'The rule that stands')} </span>
          <ConsoleLink to={pathOfDocument(rule.id)}>{rule.title}</ConsoleLink>
          {rule.inForceOn !== null && <span className="hq-secondary hq-figures">{say(` ${rule.inForceOn} 起施行`, ` in force from ${rule.inForceOn}`)}</span>}
        </p>
      )}
      {articles.length === 0 && faults.length === 0 && <p className="hq-secondary">{say('还没有草案。起草人用“写草案”写入。', 'There is no draft yet. The drafter writes it by “Write the draft”.')}</p>}
      {faults.length > 0 && <DraftFaults articles={articles.length} faults={faults} sayGood="" />}
      {changes !== null && !whole ? <ChangeList changes={changes} /> : articles.length > 0 && <ArticleList articles={articles.map((article, at) => ({ ...article, id: `draft-${at}`, provisions: [] }))} target="" />}
      {changes !== null && (
        <label className="hq-row">
          <input type="checkbox" checked={whole} onChange={({ target }) => setWhole(target.checked)} />
          {say('看草案全文', 'Show the whole draft')}
        </label>
      )}
    </section>
  )
}
