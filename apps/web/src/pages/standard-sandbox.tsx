// The sandbox of a standard under its address.
import { SandboxPage, useScreenParam } from '@houqin/web-kit'
import type { ReactNode } from 'react'

export function StandardSandbox(): ReactNode {
  const id = useScreenParam('id')
  return <SandboxPage key={id} id={id} />
}
