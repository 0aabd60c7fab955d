// Taking a channel away 删除渠道: asked once more, because its secrets go with it.
import { call, ProblemError, ProblemNotice, Sheet, useSay } from '@houqin/web-kit'
import type { ChannelRow } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { channelsQuery } from './channels-query.ts'

export function RemoveSheet({ row, onClose }: { row: ChannelRow; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  async function remove(): Promise<void> {
    try {
      await call(`/channels/${row.id}`, { method: 'DELETE', version: row.version })
      await client.invalidateQueries({ queryKey: channelsQuery.queryKey })
      onClose()
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    }
  }
  return (
    <Sheet title={say(`删除“${row.title}”？`, `Remove "${row.title}"?`)} onClose={onClose}>
      <div className="hq-stack">
        <p>{say('设置和密钥一并删除，不能恢复；只想暂停请用“停用”。', 'Its settings and secrets go with it. To pause it, switch it off instead.')}</p>
        <ProblemNotice problem={problem} />
        <div className="hq-row">
          <Button type="primary" danger onClick={() => void remove()}>
            {say('删除', 'Remove')}
          </Button>
          <Button onClick={onClose}>{say('取消', 'Cancel')}</Button>
        </div>
      </div>
    </Sheet>
  )
}
