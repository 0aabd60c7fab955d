// What the menu under one's name holds.
import { useSay } from '@houqin/web-kit'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { DisplayChoices } from '../me/display-choices.tsx'
import { useSignOut } from '../me/use-sign-out.ts'

export function AccountPanel({ onKeys }: { onKeys: () => void }): ReactNode {
  const say = useSay()
  const leave = useSignOut()
  return (
    <>
      <DisplayChoices />
      <div className="hq-row">
        <Button onClick={onKeys}>{say('快捷键', 'Keys')} ?</Button>
        <Button onClick={leave}>{say('退出登录', 'Sign out')}</Button>
      </div>
    </>
  )
}
