// The words of people and organs in English.
import type { Words } from '@houqin/words'
import type { people } from '../src/contract/index.ts'

const ranks = {
  countyChief: 'County chief',
  countyDeputy: 'County deputy',
  sectionChief: 'Section chief',
  sectionDeputy: 'Section deputy',
  below: 'Below section rank',
}

export const en = {
  title: 'People and organs',
  roles: { peopleOfficer: 'People officer', liaison: 'Organ liaison', bureauLeader: 'Bureau leader' },
  registers: {
    organ: {
      title: 'Organ',
      fields: {
        name: 'Name',
        shortName: 'Short name',
        category: {
          label: 'Category',
          options: {
            party: 'Party department',
            congress: "People's Congress",
            government: 'Government department',
            cppcc: 'Political Consultative Conference',
            discipline: 'Discipline and supervision',
            court: 'Court',
            procuratorate: 'Procuratorate',
            mass: 'Mass organisation',
            subdistrict: 'Subdistrict',
            institution: 'Public institution',
          },
        },
        level: {
          label: 'Level',
          options: { county: 'County level', section: 'Section level', sectionDeputy: 'Deputy section level', below: 'Below section level' },
        },
        parent: 'Superior organ',
        creditCode: 'Unified social credit code',
        establishment: 'Staffing establishment',
        head: 'Head',
        address: 'Address',
        phone: 'Duty telephone',
      },
      lines: { leadership: { title: 'Leadership posts', fields: { rank: { label: 'Rank', options: ranks }, count: 'Posts' } } },
    },
    contractor: {
      title: 'Contractor',
      fields: {
        name: 'Name',
        business: {
          label: 'Service',
          options: {
            property: 'Property and cleaning',
            security: 'Security',
            catering: 'Catering',
            maintenance: 'Maintenance',
            greening: 'Greening',
            network: 'IT operation',
            waste: 'Waste removal',
          },
        },
        creditCode: 'Unified social credit code',
        contact: 'Contact',
        phone: 'Telephone',
        contractFrom: 'Contract from',
        contractUntil: 'Contract until',
        commitment: 'Commitment',
      },
    },
    person: {
      title: 'Person',
      fields: {
        name: 'Name',
        number: 'Staff number',
        gender: { label: 'Gender', options: { male: 'Male', female: 'Female' } },
        born: 'Born',
        phone: 'Mobile',
        officePhone: 'Office telephone',
        identity: 'Identity number',
        organ: 'Organ',
        rank: { label: 'Rank', options: ranks },
        employment: {
          label: 'Employment',
          options: { civil: 'Civil servant', institution: 'Institution staff', hired: 'Hired', outsourced: 'Outsourced' },
        },
        contractor: 'Contractor',
        standing: { label: 'Standing', options: { active: 'In post', retired: 'Retired', left: 'Moved away' } },
        joinedOn: 'Joined on',
        leftOn: 'Left on',
      },
    },
    post: {
      title: 'Post',
      fields: {
        person: 'Person',
        organ: 'Organ',
        title: 'Post',
        kind: { label: 'Main or second', options: { main: 'Main post', second: 'Second post' } },
        duty: { label: 'Duty', options: { head: 'Head', deputy: 'Member of the leadership', section: 'Section head', staff: 'Staff' } },
        rank: { label: 'Rank', options: ranks },
      },
    },
  },
  matters: {},
  standards: {},
  signals: {},
  reports: {
    establishment: {
      title: 'Establishment and staff',
      columns: {
        id: 'Organ id',
        parent: 'Superior id',
        category: 'Category',
        organ: 'Organ',
        approved: 'Approved',
        filled: 'In post',
        free: 'Vacant',
        hired: 'Hired',
        leading: 'Leading posts',
        leaders: 'Leaders',
      },
    },
  },
  phrases: {
    单位编制: 'Establishment',
  },
} satisfies Words<typeof people>
