// Beside a rule that is cited: opens the article where its text is held, or says that it is not.
import { call, ConsoleLink, pathOfRow, queryText, useSay } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { provision } from '../contract/index.ts'
import type { FoundCitation } from '../contract/index.ts'
import { pathOfArticle, pathOfDocument } from './paths.ts'

export function Fill({ document, clause, standard = null, parameter = null }: { document: string; clause: string | null; standard?: string | null; parameter?: string | null }): ReactNode {
  const say = useSay()
  const { data } = useQuery({
    queryKey: ['regulations', 'citation', document, clause, standard, parameter],
    queryFn: ({ signal }) => call<FoundCitation>(`/regulations/citation${queryText({ document, clause, standard, parameter })}`, { signal }),
  })
  if (!data || (data.document === null && data.provision === null)) return null
  const { document: of, article, provision: row } = data
  return (
    <p className="hq-small">
      {of === null ? null : article ? (
        <ConsoleLink to={pathOfArticle({ id: article.id, document: of })}>{say(`看《${of.name}》${article.number}原文`, `Read ${of.name} ${article.number}`)}</ConsoleLink>
      ) : (
        <ConsoleLink to={pathOfDocument(of.id)}>{say(`看《${of.name}》`, `Open ${of.name}`)}</ConsoleLink>
      )}
      {row && <> <ConsoleLink to={pathOfRow(provision.id, row.id)}>{say(`规则条目：${row.name}`, `Provision: ${row.name}`)}</ConsoleLink></>}
    </p>
  )
}
