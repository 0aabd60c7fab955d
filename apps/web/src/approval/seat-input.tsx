// Who sits in a stage 审批人: a role, a post or a person, chosen from what the house has.
import { RowPicker, useHouse, useSay } from '@houqin/web-kit'
import type { RouteList, Seat } from '@houqin/web-kit'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { Names } from './route-rows.ts'

export interface SeatInputProps {
  readonly list: RouteList
  readonly seat: Seat
  readonly names: Names
  readonly onChange: (seat: Seat, name?: string) => void
}
const separator = '='

export function SeatInput({ list, seat, names, onChange }: SeatInputProps): ReactNode {
  const say = useSay()
  const { keeperOf } = useHouse()
  const person = keeperOf('person')
  const [first] = list.roles
  const [post] = list.posts
  const kind = 'person' in seat ? 'person' : 'role' in seat ? 'role' : 'post'
  const begin = (wanted: string): void => {
    if (wanted === 'person') onChange({ person: '' })
    else if (wanted === 'post' && post) onChange({ post: post.post, value: Object.keys(post.options)[0] ?? '' })
    else onChange({ role: first?.role ?? '' })
  }
  return (
    <span className="hq-row">
      <Select<string>
        aria-label={say('按什么找人', 'Found by')}
        value={kind}
        onChange={begin}
        options={[
          { value: 'role', label: say('角色', 'Role') },
          ...(post ? [{ value: 'post', label: say('岗位', 'Post') }] : []),
          ...(person ? [{ value: 'person', label: say('个人', 'Person') }] : []),
        ]}
      />
      {'role' in seat && (
        <Select<string> aria-label={say('角色', 'Role')} showSearch={{ optionFilterProp: 'label' }} value={seat.role} onChange={(role) => onChange({ role })} options={list.roles.map(({ role, title }) => ({ value: role, label: title }))} />
      )}
      {'post' in seat && (
        <Select<string>
          aria-label={say('岗位', 'Post')}
          value={`${seat.post}${separator}${seat.value}`}
          onChange={(chosen) => {
            const [id = '', value = ''] = chosen.split(separator)
            onChange({ post: id, value })
          }}
          options={list.posts.flatMap(({ post: id, label, options }) => Object.entries(options).map(([value, title]) => ({ value: `${id}${separator}${value}`, label: `${label} · ${title}` })))}
        />
      )}
      {'person' in seat && person && (
        <RowPicker
          register={person.id}
          label={say('个人', 'Person')}
          clearable={false}
          chosen={seat.person === '' ? null : { id: seat.person, name: names.get(seat.person) ?? seat.person }}
          onChange={(chosen) => chosen && onChange({ person: chosen.id }, chosen.name)}
        />
      )}
    </span>
  )
}
