// Where notices reach me 我的通知地址, for whoever is a person of the house.
import { useMe, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { AddressForm } from '../addresses/address-form.tsx'

export function MyAddresses(): ReactNode {
  const say = useSay()
  const me = useMe()
  if (me.person === null) return null
  return (
    <section className="hq-panel hq-stack">
      <h2>{say('通知地址', 'Where notices reach me')}</h2>
      <AddressForm path="/me/addresses" />
    </section>
  )
}
