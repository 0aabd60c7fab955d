// Seen 已看: whoever looks at the page a notice speaks of has seen the notice, however he came there.
import { call, noticesQuery } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** @param path of the page that is shown. */
export function useNoticesSeen(path: string): void {
  const client = useQueryClient()
  const { data } = useQuery(noticesQuery)
  const isTold = data?.rows.some((notice) => notice.path === path && !notice.readAt && !notice.settledAt) ?? false
  useEffect(() => {
    if (!isTold) return
    void call('/notices/read-all', { method: 'POST', body: { path } })
      .then(() => client.invalidateQueries({ queryKey: noticesQuery.queryKey }))
      // The page itself says what is wrong; the notice stays unread until the next look.
      .catch(() => undefined)
  }, [isTold, path, client])
}
