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
        standing: { label: 'Standing', options: { active: 'In post', retired: 'Retired', left: 'Moved away or resigned' } },
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
  matters: {
    correction: {
      title: 'Correction',
      form: { what: 'What to put right', organ: 'Organ', person: 'Person', contractor: 'Contractor', until: 'Until' },
      facts: { handler: 'Handled by', result: 'What was done' },
      lines: {},
      states: { asked: 'To be assigned', mending: 'Being put right', mended: 'To be confirmed', closed: 'Put right', withdrawn: 'Withdrawn' },
      steps: {
        assign: { label: 'Assign', input: { handler: 'Handled by' } },
        mend: { label: 'Report what was done', input: { result: 'What was done' } },
        confirm: 'It is right now',
        notYet: 'Not yet',
        closeUnanswered: 'Close unanswered',
        withdraw: 'Withdraw',
      },
    },
    contractRenewal: {
      title: 'Contract renewal',
      form: { contractor: 'Contractor', until: 'Renew until', price: 'Price a year', grounds: 'Why it is renewed', papers: 'Assessments and tender papers' },
      facts: { signedOn: 'Signed on', contract: 'Contract' },
      lines: {},
      states: { asked: 'To be agreed', agreed: 'To be signed', closed: 'Renewed', dropped: 'Not renewed' },
      steps: { agree: 'Agree', refuse: 'Refuse', sign: { label: 'Enter the contract', input: { signedOn: 'Signed on', contract: 'Contract' } }, withdraw: 'Withdraw' },
    },
  },
  standards: {
    withinEstablishment: {
      title: 'Within the establishment',
      explain:
        'No organ has more established staff in post than were approved for it. Civil servants and institution staff count by the main post they hold on the day; who is entered with two main posts counts once, in the earlier one. Hired and outsourced people do not count. What was approved is what the register of organs says.',
      parameters: { over: 'In post above the number approved, at most' },
    },
    oneMainPost: {
      title: 'One main post each',
      explain:
        'A person holds one main post on one day; whatever else is held is a second post. Establishment is counted by main posts, and an office is given for the main post only. Two main posts mostly mean a move whose earlier post was never given its last day, or a second post entered as a main one.',
      parameters: { atMost: 'Main posts on one day, at most' },
    },
    contractInForce: {
      title: 'Contractors under contract',
      explain:
        'While a contractor works here its contract is in force: renewed or bought anew before it ends, and where it ends for good the service is ended and its people lose access to gates, meals and parking.',
      parameters: { left: 'Days left, at least', warn: 'Warn before the end' },
    },
  },
  signals: {},
  reports: {
    staffed: {
      title: 'Staff',
      columns: { approved: 'Approved posts', filled: 'Staff in approved posts', hired: 'Hired' },
      says: 'The district has {approved} approved posts and {filled} in them, and {hired} hired besides.',
    },
    organsTotal: { title: 'Organs in all', columns: { organs: 'Organs' }, says: 'All {organs} of the district are in the register.' },
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
    '{contractor}：续签至 {until}': '{contractor}: renewed until {until}',
    '18 位；内设机构和派出机构没有代码的不填': '18 characters; left empty by offices within an organ that have none',
    '应为 18 位数字或大写字母（不含 I、O、S、V、Z）': '18 digits or capital letters, without I, O, S, V and Z',
    '批准的人员编制总数；领导职数另列': 'The staff approved in all; leading posts are listed apart',
    '合同中对外公布的承诺': 'What the contract promises and is made public',
    '应为 11 位手机号': 'A mobile number of 11 digits',
    '应为 18 位，末位可为大写 X': '18 digits; the last may be a capital X',
    '外包人员不填': 'Left empty for contractors’ staff',
    单位编制: 'Establishment',
    '登记的信息不对，说明怎么改': 'What is on record is wrong: say how it should be',
    '合同期内的考核情况，依据哪一次采购可以续签': 'How they did under the contract, and the tender by which it may be renewed',
    '服务合同将到期，请安排续签或重新采购': 'The contract is ending: renew it or tender anew',
  },
} satisfies Words<typeof people>
