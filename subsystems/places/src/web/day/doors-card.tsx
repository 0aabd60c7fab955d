// 门牌码: the way to the sheets of door codes of this site.
import { ConsoleLink, useSay } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import type { ReactNode } from 'react'

export function DoorsCard({ site }: { site: Ref }): ReactNode {
  const say = useSay()
  return (
    <section className="hq-panel pl-card">
      <div className="pl-card-head hq-thumbs">
        <h2>{say('门牌码', 'Door codes')}</h2>
        <ConsoleLink to={`/places/door-codes?site=${site.id}`}>{say('打印', 'Print')}</ConsoleLink>
      </div>
      <p className="hq-secondary">{say('贴在门边，谁都能扫码报修，不用登录。', 'Put by the door: anybody scans it and reports, without signing in.')}</p>
    </section>
  )
}
