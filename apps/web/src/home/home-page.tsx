// The first screen, by what one does: staff, officers and stewards, the three administrators, or a page a subsystem made for a role.
import { ConsoleLink, useGo, useHouse, useIsPhone, useMe, useSay, Waiting } from '@houqin/web-kit'
import { auditAdmin, everyone, securityAdmin, systemAdmin } from '@houqin/define'
import { lazy, Suspense, useEffect } from 'react'
import type { ReactNode } from 'react'
import { rolesOf } from '../shell/rail-groups.ts'
import { StaffHome } from './staff-home.tsx'

// What one of them needs is none of the others' business.
const OfficerHome = lazy(async () => ({ default: (await import('./officer-home.tsx')).OfficerHome }))
const AdministratorHome = lazy(async () => ({ default: (await import('./administrator-home.tsx')).AdministratorHome }))

export function HomePage(): ReactNode {
  const me = useMe()
  const go = useGo()
  const say = useSay()
  const phone = useIsPhone()
  const { parts } = useHouse()
  const held = rolesOf(me)
  const own = parts.flatMap(({ homes }) => homes).find(({ who }) => who.some(({ role }) => role !== everyone.role && held.has(role)))
  useEffect(() => {
    if (own) go(own.path, { replace: true })
  })
  if (own) return <ConsoleLink to={own.path}>{own.path}</ConsoleLink>
  const administrates = [systemAdmin, securityAdmin, auditAdmin].some(({ role }) => held.has(role))
  const business = [...held].some((role) => !role.startsWith('kernel.') || role === 'kernel.auditor')
  return (
    <>
      <Suspense fallback={<Waiting lines={8} />}>{administrates && !business ? <AdministratorHome /> : business ? <OfficerHome /> : <StaffHome />}</Suspense>
      {phone && (
        <p className="hq-all">
          <ConsoleLink to="/all">{say('全部功能', 'Everything')}</ConsoleLink>
        </p>
      )}
    </>
  )
}
