// The foot of a sheet 纸面落款: who printed it when, and the code that opens the same page on a telephone.
import { instantText, QrPicture, useMe, useNow, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'

/** @param path of the console, with what was chosen on it. */
export function PaperFoot({ path, label }: { path: string; label: string }): ReactNode {
  const say = useSay()
  const me = useMe()
  const now = useNow()
  return (
    <div className="fl-paper-foot">
      <QrPicture text={new URL(path, location.href).href} size={16} label={label} />
      <p className="hq-small">{say(`打印人：${me.name}，打印时间 ${instantText(now, say)}。扫码打开系统里的这一页。`, `Printed by ${me.name} on ${instantText(now, say)}. The code opens this page.`)}</p>
    </div>
  )
}
