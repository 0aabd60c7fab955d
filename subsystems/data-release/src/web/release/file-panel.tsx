// The file 下载: on the matter's page, for who asked, while the agreement lasts.
import { instantText, useMe, useNow, useSay } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { Button } from 'antd'
import type { ReactNode } from 'react'

export function Fill({ matter }: { matter: WireMatter }): ReactNode {
  const say = useSay()
  const me = useMe()
  const now = useNow()
  const until = typeof matter.facts['until'] === 'string' ? matter.facts['until'] : ''
  const own = typeof matter.requester === 'object' && matter.requester !== null && matter.requester.id === me.person?.id
  if (matter.state !== 'agreed' || !own || until === '') return null
  return (
    <section className="hq-panel hq-stack" aria-label={say('下载', 'File')}>
      <h2>{say('下载', 'File')}</h2>
      {new Date(until).getTime() > now.getTime() ? (
        <>
          <p>{say(`到 ${instantText(until, say)} 为止可下载。每次下载都记入审计，文件上印有您的姓名和用途。`, `Until ${instantText(until, say)}. Each fetch is recorded, and the file bears your name and the purpose.`)}</p>
          <Button type="primary" size="large" href={`/api/data-release/${matter.number}/file.xlsx`} download>
            {say('下载 Excel', 'Fetch Excel')}
          </Button>
        </>
      ) : (
        <p>{say('下载时间已过，需要时请重新申请。', 'The time is over; ask again if you need it.')}</p>
      )}
    </section>
  )
}
