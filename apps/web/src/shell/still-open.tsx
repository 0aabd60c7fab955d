// A page that was open to the reader and no longer is, since a role was withdrawn: said in its place, once nothing typed is lost by it.
import { ConsoleLink, Empty, useMe, useSay, useTypedOpen } from '@houqin/web-kit'
import type { IndexedScreen } from '@houqin/web-kit'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { rolesOf } from './rail-groups.ts'

/** @param screen the one at this address; undefined where no screen is declared. Key it by the address. */
export function StillOpen({ screen, children }: { screen: Pick<IndexedScreen, 'who'> | undefined; children: ReactNode }): ReactNode {
  const say = useSay()
  const held = rolesOf(useMe())
  const typing = useTypedOpen()
  const open = !screen?.who || screen.who.some(({ role }) => held.has(role))
  const [wasOpen] = useState(open)
  if (open || !wasOpen || typing) return children
  return (
    <Empty title={say('这一页不再对您开放', 'This page is no longer open to you')}>
      <p>{say('您的角色刚刚有变化。如工作需要，请向安全管理员申请。', 'Your roles have just changed. Ask the security administrator if your work needs this page.')}</p>
      <p className="hq-thumbs">
        <ConsoleLink to="/">{say('回到首页', 'Back to the first page')}</ConsoleLink>
      </p>
    </Empty>
  )
}
