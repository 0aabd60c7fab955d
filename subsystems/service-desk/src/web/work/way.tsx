// 怎么去、找谁: the address of the site, building and floor, and the telephone of whoever reported it.
import { rowQuery, useSay } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { person } from '@houqin/people'
import { room, site } from '@houqin/places'
import { PhoneOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { refOf } from '../read-repair.ts'
import type { RepairLine } from '../read-repair.ts'

export function Way({ line, asker }: { line: RepairLine; asker: string | null }): ReactNode {
  const say = useSay()
  const { data: at } = useQuery({ ...rowQuery(site.id, line.site?.id ?? ''), enabled: line.site !== null })
  const { data: door } = useQuery({ ...rowQuery(room.id, line.room?.id ?? ''), enabled: line.room !== null })
  const { data: who } = useQuery({ ...rowQuery(person.id, asker ?? ''), enabled: asker !== null && line.phone === '' })
  const phone = line.phone || (typeof who?.['officePhone'] === 'string' ? who['officePhone'] : '')
  const floor = refOf((door?.['floor'] ?? null) as Ref | null) // a reference is read with its name
  const guard = typeof at?.['phone'] === 'string' ? at['phone'] : ''
  return (
    <dl className="sd-way">
      {at && (
        <div>
          <dt>{say('怎么去', 'The way')}</dt>
          <dd>
            {typeof at['address'] === 'string' && at['address']}
            {floor && <span> · {floor.name}</span>}
          </dd>
        </div>
      )}
      <div>
        <dt>{say('报修人', 'Reported by')}</dt>
        <dd>
          {line.asker || say('没有留名', 'No name given')}
          {phone && !phone.includes('*') && (
            <a className="sd-call" href={`tel:${phone}`}>
              <PhoneOutlined aria-hidden="true" /> {phone}
            </a>
          )}
        </dd>
      </div>
      {(phone === '' || phone.includes('*')) && guard && (
        <div>
          <dt>{say('值班室', 'Duty room')}</dt>
          <dd>
            <a className="sd-call" href={`tel:${guard}`}>
              <PhoneOutlined aria-hidden="true" /> {guard}
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}
