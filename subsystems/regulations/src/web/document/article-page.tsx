// One article by its own address: opens it in its document.
import { Fault, rowQuery, useGo, useScreenParam, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { article, version } from '../../contract/index.ts'
import { pathOfDocument } from '../paths.ts'

export function Screen(): ReactNode {
  const go = useGo()
  const id = useScreenParam('id')
  const { data: row, error, refetch } = useQuery(rowQuery(article.id, id))
  const of = idOf(row?.['of'])
  const { data: home } = useQuery({ ...rowQuery(version.id, of), enabled: of !== '' })
  const document = idOf(home?.['document'])
  useEffect(() => {
    if (document !== '') go(`${pathOfDocument(document, of)}#${id}`, { replace: true })
  })
  return error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting lines={8} />
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : ''
}
