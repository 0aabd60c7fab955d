// 事项目录: what can be asked for, by whom it is answered, how long it should take and does, on which clauses it rests; one button to begin.
import { call, ChoicePicker, ConsoleLink, Empty, Fault, figure, PageHead, pathOfMatter, pathOfRow, StateTag, useCan, useGo, useNames, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { catalogueItem, provision } from '../../contract/index.ts'
import type { CatalogueEntry, CataloguePage } from '../../contract/index.ts'
import { useAsked } from '../asked.ts'
import { pathOfArticle, pathOfDocument } from '../paths.ts'
import '../regulations.css'

export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const asked = useAsked()
  const [typed, setTyped] = useState(asked('q'))
  const [owner, setOwner] = useState(asked('owner'))
  const { data, error, refetch } = useQuery({ queryKey: ['regulations', 'catalogue'], queryFn: ({ signal }) => call<CataloguePage>('/regulations/catalogue', { signal }) })
  if (error && !data) return <Fault title={say('事项目录', 'Catalogue of matters')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={10} />
  const keep = (q: string, by: string): void => go(`/regulations/catalogue?${new URLSearchParams({ ...(q && { q }), ...(by && { owner: by }) }).toString()}`, { replace: true })
  const owners = [...new Set(data.rows.map((row) => row.owner))]
  const shown = data.rows.filter((row) => (owner === '' || row.owner === owner) && answersTo(row, typed))
  return (
    <div className="hq-stack rg-page">
      <PageHead title={say('事项目录', 'Catalogue of matters')} />
      <div className="hq-row">
        <input
          className="hq-native rg-search"
          type="search"
          value={typed}
          placeholder={say('要办什么，例如：漏水、买材料', 'What for, in Chinese, for example 漏水')}
          aria-label={say('要办什么', 'What for')}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={() => keep(typed, owner)}
        />
        <ChoicePicker
          fit label={say('由谁负责', 'Who answers')} clearable placeholder={say('不分负责人', 'Whoever answers')} chosen={owner || null} options={owners.map((key) => ({ key, label: key }))}
          onChange={(chosen) => {
            setOwner(chosen ?? '')
            keep(typed, chosen ?? '')
          }}
        />
      </div>
      {shown.length === 0 ? (
        <Empty title={say('目录里没有', 'Not in the catalogue')}>
          <ConsoleLink to={`/regulations/ask?q=${encodeURIComponent(typed)}`}>{say('换个说法，或者问一问', 'Say it otherwise, or ask')}</ConsoleLink>
        </Empty>
      ) : (
        <ul className="hq-cards">
          {shown.map((entry) => (
            <li key={entry.id} className="hq-panel">
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function answersTo({ title, keywords, owner, feedback }: CatalogueEntry, typed: string): boolean {
  const words = typed.trim().split(/\s+/).filter((word) => word !== '')
  return words.every((word) => [title, keywords, owner, feedback].some((text) => text.includes(word)) || keywords.split('、').some((known) => word.includes(known)))
}

function Entry({ entry }: { entry: CatalogueEntry }): ReactNode {
  const say = useSay()
  const names = useNames()
  const can = useCan(catalogueItem.id)
  const { title, owner, limit, feedback, bases, closed, days, stars, begin, matter } = entry
  return (
    <article className="hq-stack" aria-label={names.phrase(title)}>
      <p className="hq-row">
        <strong>{names.phrase(title)}</strong>
        {can('write') && <ConsoleLink className="hq-small" to={pathOfRow(catalogueItem.id, entry.id)}>{say('修改', 'Change')}</ConsoleLink>}
      </p>
      <dl className="rg-entry">
        <div>
          <dt>{say('由谁负责', 'Who answers')}</dt>
          <dd>{owner}</dd>
        </div>
        <div>
          <dt>{say('办理时限', 'Time limit')}</dt>
          <dd>{limit}</dd>
        </div>
        <div>
          <dt>{say('实际用时', 'In fact')}</dt>
          <dd>
            {closed === null || days === null
              ? say('一年内办结不足 3 件，不作统计', 'fewer than 3 closed within a year')
              : say(`平均 ${days} 天（一年内办结 ${figure(closed)} 件）`, `${days} days on the average (${figure(closed)} closed within a year)`)}
            {stars !== null && say(`，满意度 ${stars} 星`, `, rated ${stars} stars`)}
          </dd>
        </div>
        <div>
          <dt>{say('怎样反馈', 'Feedback')}</dt>
          <dd>{feedback}</dd>
        </div>
        <div>
          <dt>{say('依据', 'Rests on')}</dt>
          <dd>
            {bases.length === 0 && <span className="hq-secondary">{say('没有指明条文', 'no clause is named')}</span>}
            {bases.map((base, at) => (
              <span key={at} className="hq-row">
                <BaseLink base={base} />
                {base.reading !== 'confirmed' && <StateTag tone="soon">{names.option(provision.fields.reading, base.reading)}</StateTag>}
                {!base.held && <StateTag tone="waiting">{say('未收录原文', 'text not held')}</StateTag>}
              </span>
            ))}
          </dd>
        </div>
      </dl>
      {matter !== null && begin && (
        <div>
          <ConsoleLink className="hq-link-button" to={`${pathOfMatter(matter)}/new`}>
            {say(`去办理：${title}`, `Begin: ${names.phrase(title)}`)}
          </ConsoleLink>
        </div>
      )}
    </article>
  )
}

function BaseLink({ base: { document, clause, of, article } }: { base: CatalogueEntry['bases'][number] }): ReactNode {
  const text = `《${document}》${clause ?? ''}`
  if (of === null) return text
  return <ConsoleLink to={article === null ? pathOfDocument(of) : pathOfArticle({ id: article, document: { id: of } })}>{text}</ConsoleLink>
}
