// An address that leads nowhere, said in words.
import { ConsoleLink, Empty, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'

export function NotFoundPage(): ReactNode {
  const say = useSay()
  return (
    <Empty title={say('没有这个页面', 'There is no such page')}>
      <p>{say('地址可能写错了，或者页面已经改名。', 'The address may be mistyped, or the page renamed.')}</p>
      <p className="hq-thumbs">
        <ConsoleLink to="/">{say('回到首页', 'Back to the first page')}</ConsoleLink>
      </p>
    </Empty>
  )
}
