// Beside a rule that is cited: opens the article where its text is held, or says that it is not.
import { call, ConsoleLink, queryText, useSay } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { FoundCitation } from '../contract/index.ts'
import { pathOfArticle, pathOfDocument } from './paths.ts'

export function Fill({ document, clause }: { document: string; clause: string | null }): ReactNode {
  const say = useSay()
  const { data } = useQuery({
    queryKey: ['regulations', 'citation', document, clause],
    queryFn: ({ signal }) => call<FoundCitation>(`/regulations/citation${queryText({ document, clause })}`, { signal }),
  })
  if (!data?.document) return null
  const { document: of, article } = data
  return (
    <p className="hq-small">
      {article ? (
        <ConsoleLink to={pathOfArticle({ id: article.id, document: of })}>{say(`看《${of.name}》${article.number}原文`, `Read ${of.name} ${article.number}`)}</ConsoleLink>
      ) : (
        <ConsoleLink to={pathOfDocument(of.id)}>{say(`看《${of.name}》`, `Open ${of.name}`)}</ConsoleLink>
      )}
    </p>
  )
}
