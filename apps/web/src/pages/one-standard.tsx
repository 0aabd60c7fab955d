// The why page under its address.
import { StandardPage, useScreenParam } from '@houqin/web-kit'
import type { ReactNode } from 'react'

export function OneStandard(): ReactNode {
  const id = useScreenParam('id')
  return <StandardPage key={id} id={id} />
}
