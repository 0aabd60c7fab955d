// The areas of business in English.
import type { Area } from '../src/contract/index.ts'

export const areasEn = {
  officeArea: 'Office areas',
  officeUse: 'Use of offices',
  fleet: 'Official vehicles',
  energyDuties: 'Duties of saving energy',
  energyStatistics: 'Energy statistics',
  energyFactors: 'Energy conversion factors',
  energyTargets: 'Energy targets and quotas',
  waste: 'Waste sorting and food waste',
  food: 'Food safety',
  cameras: 'Video surveillance',
  faces: 'Faces and personal data',
  cyber: 'Network security',
  assets: 'State assets',
  equipment: 'Office equipment and furniture',
  depreciation: 'Depreciation',
  bidding: 'Tendering',
  procurement: 'Government procurement',
  works: 'Payment, works and safety',
  services: 'Logistic services',
  party: 'Party affairs',
  receptions: 'Training, meetings and receptions',
  data: 'Government data',
} satisfies Record<Area, string>
