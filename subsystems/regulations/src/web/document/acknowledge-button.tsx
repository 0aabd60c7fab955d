// 我已阅知: says once that one has read this version; then shows since when.
import { call, instantText, useMe, useSay, useToast } from '@houqin/web-kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { DocumentPage } from '../../contract/index.ts'

export function AcknowledgeButton({ page, version }: { page: DocumentPage; version: string }): ReactNode {
  const say = useSay()
  const me = useMe()
  const toast = useToast()
  const queries = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => call(`/regulations/documents/${page.id}/acknowledge`, { method: 'POST', body: { version } }),
    onSuccess: () => Promise.all([['document', page.id], ['to-read'], ['making']].map((key) => queries.invalidateQueries({ queryKey: ['regulations', ...key] }))),
    onError: (error) => toast({ tone: 'fault', says: error.message }),
  })
  if (page.acknowledgedAt !== null) return <span className="hq-secondary hq-small">{say(`${instantText(page.acknowledgedAt, say)} 已阅知`, `Read ${instantText(page.acknowledgedAt, say)}`)}</span>
  if (me.person === null) return null
  return (
    <Button type="primary" loading={isPending} onClick={() => mutate()}>
      {say('我已阅知', 'I have read this')}
    </Button>
  )
}
