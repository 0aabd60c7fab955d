// Not delivered 未送达: to whom, on which way, and why; sent again once the cause is mended.
import { call, ProblemError, ProblemNotice, queryText, useSay, useToast, WhenText } from '@houqin/web-kit'
import type { DeadRow, Page } from '@houqin/web-kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { PagedTable } from './paged-table.tsx'

const queryKey = ['dead-letters']

export function DeadLetters(): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (id: string) => call('/notices/dead-letters/send-again', { method: 'POST', body: { ids: [id] } }),
    onSuccess: () => toast({ says: say('已重新发送', 'It is on its way again') }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  const ways: Readonly<Record<string, string>> = {
    'notice.email': say('电子邮件', 'E-mail'), 'notice.sms': say('短信', 'Text message'), 'notice.wecom-app': say('企业微信', 'WeCom'), 'notice.govwecom-app': say('政务微信', 'Government WeCom'),
    'notice.zwdd-app': say('政务钉钉', 'Government DingTalk'), 'notice.wecom-robot': say('企业微信群机器人', 'WeCom robot'), 'notice.dingtalk-robot': say('钉钉群机器人', 'DingTalk robot'),
  }
  return (
    <div className="hq-stack">
      {error instanceof ProblemError && <ProblemNotice problem={error} />}
      <PagedTable<DeadRow>
        label={say('未送达', 'Not delivered')}
        queryKey={queryKey}
        read={(after) => call<Page<DeadRow>>(`/notices/dead-letters${queryText({ after })}`)}
        empty={say('没有未送达的通知', 'Everything was delivered')}
        columns={[
          { title: say('收件人', 'To'), cell: ({ to }) => to || '—' },
          { title: say('渠道', 'Way'), cell: ({ topic }) => ways[topic] ?? topic },
          { title: say('原因', 'Why'), cell: ({ problem }) => problem },
          { title: say('试过', 'Tried'), cell: ({ attempts }) => say(`${attempts} 次`, `${attempts} times`) },
          { title: say('放弃于', 'Given up'), cell: ({ diedAt }) => <WhenText at={diedAt} /> },
          {
            title: say('办理', 'Do'),
            cell: ({ id }) => (
              <Button size="small" loading={isPending} onClick={() => mutate(id)}>
                {say('重新发送', 'Send again')}
              </Button>
            ),
          },
        ]}
      />
    </div>
  )
}
