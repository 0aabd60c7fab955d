// A door label 门牌: the number large, where it is, the code, and what to do in one sentence.
import { QrPicture, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import type { Coded, Door } from './door-codes-query.ts'

/** @param size of the code in millimetres. */
export function DoorLabel({ door, coded, size }: { door: Door; coded: Coded | undefined; size: number }): ReactNode {
  const say = useSay()
  return (
    <div className="pl-label">
      <p className="pl-label-number" data-long={[...door.big].length > 5 ? '' : undefined}>{door.big}</p>
      {door.title && <p className="pl-label-title">{door.title}</p>}
      <p className="pl-label-where">{door.where}</p>
      {coded ? <QrPicture text={new URL(coded.url, location.href).href} size={size} label={say(`${door.where} ${door.big} 的二维码`, `Code of ${door.where} ${door.big}`)} /> : <span className="pl-label-blank" style={{ width: `${size}mm`, height: `${size}mm` }} />}
      <p className="pl-label-says">{say('东西坏了？扫码报修，不用登录', 'Broken? Scan to report, no sign-in')}</p>
      <p className="pl-label-code">{coded?.code}</p>
    </div>
  )
}
