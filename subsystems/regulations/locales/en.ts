// The words of regulations in English.
import type { Words } from '@houqin/words'
import type { regulations } from '../src/contract/index.ts'
import { areasEn } from './areas-en.ts'
import { phrases } from './phrases-en.ts'
import { ruleMakingEn } from './rule-making-en.ts'

export const en = {
  title: 'Regulations',
  roles: { regulationsOfficer: 'Regulations officer', legalReviewer: 'Legal reviewer' },
  registers: {
    document: {
      title: 'Document',
      fields: {
        title: 'Title',
        number: 'Number',
        issuer: 'Issued by',
        level: { label: 'Level', options: { nation: 'National', province: 'Provincial', city: 'Municipal', district: 'District' } },
        kind: {
          label: 'Kind',
          options: {
            law: 'Law',
            regulation: 'Administrative regulation',
            party: 'Party regulation',
            local: 'Local regulation',
            rule: 'Departmental rule',
            circular: 'Circular',
            norm: 'Technical norm',
            house: 'Rule of the bureau',
          },
        },
        standing: { label: 'Standing', options: { current: 'In force', pending: 'Not yet in force', repealed: 'Repealed', notHeld: 'Text not held' } },
        adoptedOn: 'Adopted on',
        promulgatedOn: 'Promulgated on',
        inForceOn: 'In force from',
        repealedOn: 'Repealed from',
        supersededBy: 'Superseded by',
      },
    },
    version: {
      title: 'Version',
      fields: {
        document: 'Document',
        number: 'Number',
        madeOn: 'Passed or changed on',
        inForceOn: 'In force from',
        inForceUntil: 'In force until',
        origin: 'Origin',
        articles: 'Articles',
        digest: 'Digest of the text',
      },
    },
    article: {
      title: 'Article',
      fields: { of: 'Version', position: 'Place', part: 'Part', chapter: 'Chapter', section: 'Section', number: 'Number', text: 'Text' },
      lines: {
        paragraphs: {
          title: 'Paragraphs and items',
          fields: { kind: { label: 'Rank', options: { paragraph: 'Paragraph', item: 'Item', point: 'Point' } }, number: 'Number', text: 'Text' },
        },
      },
    },
    provision: {
      title: 'Provision',
      fields: {
        code: 'Code',
        title: 'Point',
        area: { label: 'Area', options: areasEn },
        value: 'Rule',
        unit: 'Unit',
        condition: 'Condition',
        source: 'Source',
        mark: 'Mark',
        reading: { label: 'Checked', options: { confirmed: 'Read in the text', secondHand: 'Second-hand', unconfirmed: 'To be confirmed' } },
      },
    },
    catalogueItem: {
      title: 'Catalogue of matters',
      fields: { title: 'Matter', matter: 'Where it begins', owner: 'Who answers', limit: 'Time limit', feedback: 'How one hears of it', keywords: 'Common wordings', position: 'Place' },
      lines: { bases: { title: 'Rests on', fields: { document: 'Document', clause: 'Clause', reading: { label: 'Checked', options: { confirmed: 'Read in the text', secondHand: 'Second-hand', unconfirmed: 'To be confirmed' } } } } },
    },
    addressee: { title: 'To be read', fields: { of: 'Version', person: 'By whom', organ: 'Organ', until: 'Until', readAt: 'Read at', remindedAt: 'Reminded at' } },
    acknowledgement: { title: 'Acknowledgement', fields: { of: 'Version', person: 'Read by', at: 'Read at' } },
  },
  matters: {
    ruleMaking: ruleMakingEn,
  },
  standards: {
    versionDay: {
      title: 'Days of a version',
      explain:
        'Two versions of one rule never begin on the same day, or nobody could say which article held. A new one begins after the one before it and not in the past; a repeal is not dated back either. The house set this for itself; no text above it says so.',
      parameters: { apart: 'Days between the beginnings of two versions, at least' },
    },
  },
  signals: {},
  reports: {
    rulesMade: {
      title: 'Rules made',
      columns: { current: 'Rules in force', making: 'Being made', begun: 'Begun in the period' },
      says: 'Rules come first: {current} in force are held, {begun} begun in the period to be made or revised, {making} being made.',
    },
    rulesRevised: {
      title: 'Rules revised',
      columns: { versions: 'Versions', begun: 'In force from the period' },
      says: 'Working rules are revised: {versions} of them are held, {begun} came into force in the period.',
    },
    mattersByBasis: {
      title: 'Matters and what they rest on',
      columns: { id: 'Catalogue id', title: 'What it is', matter: 'Where it begins', bases: 'Clauses', opened: 'Begun in the period' },
    },
    mattersGrounded: {
      title: 'Every matter has its ground',
      columns: { all: 'Begun in the period', grounded: 'With clauses', share: 'Grounded share', kinds: 'Matters done here', bare: 'Without clauses' },
      says: 'Every matter has its ground: {kinds} of the catalogue are done here, {bare} of them still without a clause; {all} begun in the period, {grounded} of them with their clauses written down ({share}).',
    },
    mattersListed: {
      title: 'Catalogue of matters',
      columns: { items: 'Matters listed', online: 'Started here' },
      says: 'Service rules, steps and standards stand in one catalogue: {items}, each with who answers, how long it takes and how one hears of it; {online} can be started here.',
    },
  },
  phrases,
} satisfies Words<typeof regulations>
