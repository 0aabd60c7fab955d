// The sites of the demonstration district with their certificates, whose building areas add up to 494,231.27 ㎡.
import { decimal } from '@houqin/define'
import { daysAfter, dice } from '@houqin/people/seed'
import type { DistrictPeople, World } from '@houqin/people/seed'
import type { Certificate, SiteKind } from '../src/contract/index.ts'
import { plants } from './plants.ts'
import { managedSites, otherSites } from './site-list.ts'
import type { SiteLine } from './site-list.ts'

/** Σ of the certificates' 建筑面积, never of the rooms' 使用面积. */
export const districtArea = '494231.27'

export interface SeedSite {
  readonly id: string
  readonly name: string
  readonly kind: SiteKind
  readonly address: string
  readonly managed: boolean
  readonly tenure: 'owned' | 'leased' | 'borrowed'
  readonly leaseUntil: string | null
  readonly phone: string
  readonly organs: readonly string[]
  readonly line: SiteLine
  /** Exact, from its certificates. */
  readonly area: string
}
export type SeedCertificate = Pick<Certificate, 'id' | 'number' | 'site' | 'kind' | 'holder' | 'buildingArea' | 'landArea' | 'issuedOn'>

export function districtSites(world: World, people: DistrictPeople): { sites: readonly SeedSite[]; certificates: readonly SeedCertificate[] } {
  const roll = dice({ ...world, name: 'sites' })
  const areas = exactAreas()
  const sites = [...managedSites, ...otherSites].map((line, place): SeedSite => {
    const managed = place < managedSites.length
    const rolled = managed || Number(line.area) > 4000 ? 'owned' : roll.weighted([['owned', 80], ['leased', 12], ['borrowed', 8]] as const)
    const { leaseEnded } = plants
    const isOver = line.name === leaseEnded.site
    const tenure = isOver ? 'leased' : rolled
    return {
      id: roll.id(),
      name: line.name,
      kind: line.kind,
      address: line.address,
      managed,
      tenure,
      leaseUntil: isOver ? daysAfter(world.day, -leaseEnded.days) : tenure === 'leased' ? daysAfter(world.day, roll.int(12, 900)) : null,
      phone: `8${String(roll.int(2_100_000, 8_999_999))}`,
      organs: line.organs.map((short) => people.organ(short).id),
      line,
      area: areas[place] ?? '0.00',
    }
  })
  const bureau = people.organ('机关事务局').id
  const certificates = sites.flatMap((site, place) => {
    const parts = split(site.area, site.managed ? (site.line.buildings?.length ?? 1) : Number(site.area) > 9000 && roll.chance(0.6) ? 2 : 1, site.line)
    return parts.map((buildingArea, part): SeedCertificate => {
      const year = roll.int(1996, 2021)
      const kind = year < 2015 ? 'building' : roll.chance(0.93) ? 'title' : 'handover'
      return {
        id: roll.id(),
        number: certificateNumber(kind, year, place * 10 + part),
        site: site.id,
        kind,
        holder: site.managed || roll.chance(0.7) ? bureau : (site.organs[0] ?? bureau),
        buildingArea,
        landArea: part === 0 ? decimal.times(site.area, (0.4 + roll.next() * 0.7).toFixed(3)) : null,
        issuedOn: kind === 'handover' ? null : `${year}-${String(roll.int(1, 12)).padStart(2, '0')}-${String(roll.int(1, 28)).padStart(2, '0')}`,
      }
    })
  })
  return { sites, certificates }
}

function certificateNumber(kind: SeedCertificate['kind'], year: number, order: number): string {
  const serial = String(3_000 + order * 7).padStart(7, '0')
  if (kind === 'title') return `苏（${year}）清溪区不动产权第${serial}号`
  return kind === 'building' ? `清房权证字第${year}${serial}号` : `移交清单〔${year}〕${serial}号`
}
/** Managed areas as they are written; the others scaled so that the whole is exact to the hundredth. */
function exactAreas(): string[] {
  const fixed = managedSites.map((line) => decimal.toUnits(line.area, 2))
  const left = decimal.toUnits(districtArea, 2) - fixed.reduce((sum, units) => sum + units, 0n)
  const weights = otherSites.map((line) => decimal.toUnits(line.area, 2))
  const weight = weights.reduce((sum, units) => sum + units, 0n)
  // Scaled areas are cut to a hundredth: what that loses goes to the largest site.
  const scaled = weights.map((units, place) => (units * left) / weight + BigInt((place * 37) % 100))
  const rest = left - scaled.reduce((sum, units) => sum + units, 0n)
  const largest = scaled.indexOf(scaled.reduce((most, units) => (units > most ? units : most), 0n))
  scaled[largest] = (scaled[largest] ?? 0n) + rest
  return [...fixed, ...scaled].map((units) => decimal.fromUnits(units, 2))
}
function split(area: string, parts: number, line: SiteLine): string[] {
  const shares = line.buildings ? line.buildings.map(({ share }) => share) : parts === 2 ? [0.68, 0.32] : [1]
  const cut = shares.slice(1).map((share) => decimal.times(area, share.toFixed(4)))
  return [decimal.minus(area, decimal.sum(cut)), ...cut]
}
