// The first screen, by what one does: staff, officers and stewards, the three administrators. Who has a page that a subsystem made for his role never comes here: the routes lead him on.
import { ConsoleLink, useIsPhone, useMe, useSay, Waiting } from '@houqin/web-kit'
import { auditAdmin, securityAdmin, systemAdmin } from '@houqin/define'
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { rolesOf } from '../shell/rail-groups.ts'

// What one of them needs is none of the others' business.
const StaffHome = lazy(async () => ({ default: (await import('./staff-home.tsx')).StaffHome }))
const OfficerHome = lazy(async () => ({ default: (await import('./officer-home.tsx')).OfficerHome }))
const AdministratorHome = lazy(async () => ({ default: (await import('./administrator-home.tsx')).AdministratorHome }))

export function HomePage(): ReactNode {
  const me = useMe()
  const say = useSay()
  const phone = useIsPhone()
  const held = rolesOf(me)
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
