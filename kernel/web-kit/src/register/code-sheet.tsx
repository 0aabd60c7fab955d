// The printable code of a row 二维码标签: seen, printed as a label, opened as those who scan it will see it.
import type { Register } from '@houqin/define'
import type { WireRow } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { codeQuery } from '../api/queries.ts'
import { Fault } from '../blocks/error-boundary.tsx'
import { QrPicture } from '../blocks/qr-picture.tsx'
import { Sheet } from '../blocks/sheet.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { PrintOut } from '../parts/print-out.tsx'
import { useSay } from '../words/words.tsx'

export function CodeSheet({ register, row, onClose }: { register: Register; row: WireRow; onClose: () => void }): ReactNode {
  const say = useSay()
  const [printing, setPrinting] = useState(false)
  const { data, error, refetch } = useQuery(codeQuery(register.id, row.id))
  const title = say('二维码', 'Printed code')
  const address = data && new URL(data.url, location.href).href
  return (
    <Sheet title={title} onClose={onClose}>
      {error && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={3} />}
      {address && (
        <div className="hq-stack" style={{ justifyItems: 'center' }}>
          <QrPicture text={address} size={50} label={say(`${row.name} 的二维码`, `Code of ${row.name}`)} />
          <p>{row.name}</p>
          <p className="hq-secondary hq-small">{say('长期有效，不显示使用人。', 'Valid for ever; shows no occupant.')}</p>
          <div className="hq-row">
            <Button type="primary" onClick={() => setPrinting(true)}>
              {say('打印', 'Print')}
            </Button>
            <Button href={address} target="_blank" rel="noreferrer">
              {say('打开看看', 'Open it')}
            </Button>
          </div>
          {printing && (
            <PrintOut onDone={() => setPrinting(false)}>
              <div className="hq-label">
                <h2>{row.name}</h2>
                <QrPicture text={address} size={60} label="" />
                <p>{say('扫一扫报修、提意见', 'Scan to report or suggest')}</p>
              </div>
            </PrintOut>
          )}
        </div>
      )}
    </Sheet>
  )
}
