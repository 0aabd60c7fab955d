// My notices 通知: day by day, newest first; a tap opens what each speaks of.
import { call, ConsoleLink, dayOf, dayText, Empty, Fault, noticesQuery, queryText, serverNow, useSay, Waiting, wallClock } from '@houqin/web-kit'
import type { NoticePage, WireNotice } from '@houqin/web-kit'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import './notices.css'

const isNew = ({ readAt, settledAt }: WireNotice): boolean => !readAt && !settledAt

export function NoticeList(): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...noticesQuery.queryKey, 'list'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call<NoticePage>(`/notices${queryText({ after: pageParam, limit: 50 })}`, { signal }),
    getNextPageParam: (page) => page.next,
  })
  const fresh = (): Promise<void> => client.invalidateQueries({ queryKey: noticesQuery.queryKey })
  const all = useMutation({ mutationFn: () => call('/notices/read-all', { method: 'POST', body: {} }), onSettled: fresh })
  const one = useMutation({ mutationFn: (id: string) => call(`/notices/${id}/read`, { method: 'POST' }), onSettled: fresh })
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0)
    return (
      <Empty title={say('还没有通知', 'No notices yet')}>
        {say('派给您的、请您审批或确认的、退回、催办、超时、留言，以及您提出的事项有了进展，都会到这里。', 'What is sent to you, waits for your decision or your word, is sent back, urged, late or commented, and how your own requests move on, will come here.')}
      </Empty>
    )
  const unread = data.pages[0]?.unread ?? 0
  const days = [...new Set(rows.map(({ at }) => dayOf(at)))]
  const today = dayOf(serverNow())
  return (
    <div className="hq-stack">
      <div className="hq-row">
        <span className="hq-grow hq-secondary">{unread > 0 ? say(`${unread > 99 ? '99+' : unread} 条未读`, `${unread > 99 ? '99+' : unread} unread`) : say('都看过了', 'All seen')}</span>
        <Button disabled={unread === 0} loading={all.isPending} onClick={() => all.mutate()}>
          {say('全部已读', 'Mark all read')}
        </Button>
      </div>
      {days.map((day) => (
        <section key={day} aria-label={dayText(day, say)}>
          <h2 className="hq-secondary hq-group">{day === today ? say('今天', 'Today') : dayText(day, say)}</h2>
          <ul className="hq-notices">
            {rows.filter(({ at }) => dayOf(at) === day).map((notice) => (
              <li key={notice.id}>
                <OneNotice notice={notice} onOpen={() => isNew(notice) && one.mutate(notice.id)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <button type="button" className="hq-more" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('载入更多', 'Load more')}
        </button>
      )}
    </div>
  )
}

function OneNotice({ notice, onOpen }: { notice: WireNotice; onOpen: () => void }): ReactNode {
  const say = useSay()
  const { title, text, path, at, importance, readAt, settledAt } = notice
  const told = (
    <>
      <span className="hq-notice-head">
        {isNew(notice) && (
          <span className="hq-notice-dot" data-urgent={importance === 'urgent' ? '' : undefined}>
            <span className="hq-hidden">{say('未读', 'Unread')}</span>
          </span>
        )}
        <span className="hq-notice-title">{title}</span>
        <time className="hq-figures hq-small hq-secondary" dateTime={at}>
          {wallClock(at).slice(11)}
        </time>
      </span>
      <span className="hq-notice-text hq-small">{text}</span>
      {!readAt && settledAt && <span className="hq-small hq-secondary">{say('已不用您办', 'No longer waits for you')}</span>}
    </>
  )
  const shown = { className: 'hq-notice', 'data-new': isNew(notice) ? '' : undefined, onClick: onOpen }
  return path ? <ConsoleLink to={path} {...shown}>{told}</ConsoleLink> : <button type="button" {...shown}>{told}</button>
}
