// 生成报修: from an alarm straight into the reporter's form, with the room and the sentence filled in.
import { ConsoleLink, queryText, useSay } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { room } from '@houqin/places'
import type { ReactNode } from 'react'
import './repairs-card.css'

export function Fill({ alarm }: { alarm: { readonly title: string; readonly subject: Ref; readonly register: string | null; readonly says: string } }): ReactNode {
  const say = useSay()
  const at = alarm.register === room.id ? { room: alarm.subject.id } : {}
  return (
    <ConsoleLink className="hq-more sd-start-repair" to={`/service-desk/report${queryText({ ...at, what: `${alarm.title}：${alarm.says}` })}`}>
      {say('生成报修', 'Report a repair')}
    </ConsoleLink>
  )
}
