// The articles of a text under their chapters, each with the provisions that rest on it.
import { ConsoleLink, pathOfRow, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { provision } from '../../contract/index.ts'
import type { ShownArticle } from '../../contract/index.ts'

/** @param target the article to show marked. */
export function ArticleList({ articles, target }: { articles: readonly ShownArticle[]; target: string }): ReactNode {
  return (
    <div className="rg-text">
      {articles.map((article, at) => {
        const before = articles[at - 1]
        return (
          <div key={article.id}>
            {article.part !== null && article.part !== before?.part && <h2 className="rg-chapter">{article.part}</h2>}
            {article.chapter !== null && (article.chapter !== before?.chapter || article.part !== before.part) && <h2 className="rg-chapter">{article.chapter}</h2>}
            {article.section !== null && article.section !== before?.section && <h3 className="rg-section">{article.section}</h3>}
            <OneArticle article={article} marked={article.id === target} />
          </div>
        )
      })}
    </div>
  )
}

export function OneArticle({ article, marked = false }: { article: ShownArticle; marked?: boolean }): ReactNode {
  return (
    <section className="rg-article" id={article.id} aria-label={article.number} {...(marked && { 'aria-current': true })}>
      {article.paragraphs.map(({ kind, number, text }, at) => (
        <p key={at} className={kind === 'item' ? 'rg-item' : kind === 'point' ? 'rg-point' : undefined}>
          {at === 0 && <span className="rg-number">{article.number}</span>}
          {number}
          {text}
        </p>
      ))}
      <RestingOn article={article} />
    </section>
  )
}

function RestingOn({ article: { provisions } }: { article: ShownArticle }): ReactNode {
  const say = useSay()
  if (provisions.length === 0) return null
  return (
    <div className="rg-rests hq-small">
      <span className="hq-secondary">{say('规则条目', 'Provisions')}</span>
      {provisions.map(({ id, title, agrees }) => (
        <ConsoleLink key={id} to={pathOfRow(provision.id, id)} className={agrees ? undefined : 'hq-warning'}>
          {title}
          {!agrees && say('（与条文不符）', ' (differs)')}
        </ConsoleLink>
      ))}
    </div>
  )
}
