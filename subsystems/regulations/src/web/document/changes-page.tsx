// 版本对照: two versions of one document article by article, the words that came underlined, those that went struck out.
import { Fault, PageHead, useSay, useScreenParam, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Change, DocumentPage } from '../../contract/index.ts'
import { useAsked } from '../asked.ts'
import { pathOfDocument } from '../paths.ts'
import { ChangeList } from './change-list.tsx'
import { changesQuery, documentQuery } from '../queries.ts'
import '../regulations.css'

export function Screen(): ReactNode {
  const say = useSay()
  const id = useScreenParam('id')
  const asked = useAsked()
  const [before, after] = [asked('before'), asked('after')]
  const { data: page } = useQuery(documentQuery({ id, version: after }))
  const { data, error, refetch } = useQuery(changesQuery({ id, before, after }))
  if (error && !data) return <Fault title={say('版本对照', 'Versions compared')} error={error} onRetry={() => void refetch()} />
  if (!data || !page) return <Waiting lines={12} />
  return <Changes changes={data.changes} page={page} before={before} after={after} />
}

function Changes({ changes, page, before, after }: { changes: readonly Change[]; page: DocumentPage; before: string; after: string }): ReactNode {
  const say = useSay()
  const dayOf = (version: string): string => page.versions.find(({ id }) => id === version)?.madeOn ?? ''
  return (
    <article className="hq-stack rg-page">
      <PageHead title={say(`${page.title}：版本对照`, `${page.title}: versions compared`)} back={{ to: pathOfDocument(page.id), title: page.title }} beside={<span className="hq-secondary hq-figures">{dayOf(before)} → {dayOf(after)}</span>} />
      <ChangeList changes={changes} />
    </article>
  )
}
