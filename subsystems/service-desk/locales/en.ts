// The words of the service desk in English.
import type { Words } from '@houqin/words'
import type { serviceDesk } from '../src/contract/index.ts'
import { purchase } from './purchase-en.ts'
import { complaint, praise, suggestion } from './voices-en.ts'

const trade = {
  label: 'Trade',
  options: {
    water: 'Plumbing',
    electric: 'Power and lighting',
    air: 'Air-conditioning',
    carpentry: 'Carpentry and masonry',
    locks: 'Doors, windows and locks',
    lift: 'Lifts',
    network: 'Network and low voltage',
    cleaning: 'Cleaning',
    greening: 'Greening',
    kitchen: 'Kitchen equipment',
    fire: 'Fire equipment',
  },
}
const outcome = {
  label: 'Outcome',
  options: { mended: 'Mended', replaced: 'Replaced', temporary: 'Made safe for now', beyond: 'Beyond repair, handled elsewhere' },
}
const monthly = { source: 'Known as a sum only, from', asked: 'Reported', finished: 'Finished', inTime: 'In time', share: 'In time of those finished', rated: 'Rated', stars: 'Average' }
const sending = { worker: 'Worker', toTeam: 'Team', correctedTo: 'Corrected category' }

export const en = {
  title: 'Service desk',
  roles: { dispatcher: 'Repair dispatcher', worker: 'Repair worker', serviceOfficer: 'Service officer' },
  registers: {
    team: {
      title: 'Team',
      fields: { name: 'Name', trade, leader: 'Leader', phone: 'Duty telephone', contractor: 'Contractor' },
      lines: {
        members: { title: 'Members', fields: { person: 'Person', onCall: 'On call at night' } },
        coverage: { title: 'Sites covered', fields: { site: 'Site' } },
      },
    },
    category: {
      title: 'Repair category',
      fields: {
        name: 'Name',
        trade,
        urgentHours: 'Time limit when urgent',
        normalHours: 'Time limit',
        lowHours: 'Time limit when it can wait',
        quickWords: 'Quick words',
        keywords: 'Recognised by',
        position: 'Position',
      },
    },
    material: {
      title: 'Repair material',
      fields: { name: 'Name', model: 'Model', unit: 'Unit', price: 'Unit price', stocked: 'Kept in stock' },
    },
    pastFigure: {
      title: 'Past figures',
      fields: { category: 'Category', asked: 'Reported', finished: 'Finished', inTime: 'In time', rated: 'Rated', stars: 'Stars in all', source: 'Source' },
    },
  },
  matters: {
    repair: {
      title: 'Repair',
      form: {
        what: 'What is broken',
        category: 'Category',
        urgency: {
          label: 'Urgency',
          options: { urgent: 'Urgent: dangerous, or work has stopped', normal: 'Normal', low: 'Can wait' },
        },
        room: 'Room',
        area: 'Outdoor area',
        site: 'Site',
        whereabouts: 'Where exactly',
        photos: 'Photos',
        contact: 'Contact',
        phone: 'Telephone',
      },
      facts: {
        handledAs: 'Repair category',
        team: 'Team',
        worker: 'Worker',
        promisedAt: 'Promised by',
        acceptedAt: 'Accepted at',
        arrivedAt: 'Arrived at',
        finishedAt: 'Finished at',
        confirmedAt: 'Closed at',
        outcome,
        cause: 'Cause',
        resultPhotos: 'Photos of the result',
        waitingFor: 'Waiting for',
        waitUntil: 'Expected to resume on',
        inTime: 'Finished in time',
        reopened: 'Times reopened',
        alarm: 'From alarm',
      },
      lines: {
        materials: { title: 'Materials', fields: { material: 'Material', quantity: 'Quantity', unit: 'Unit', price: 'Unit price' } },
        needs: { title: 'Materials asked for', fields: { material: 'Material', quantity: 'Quantity', outcome: { label: 'Outcome', options: { stock: 'From stock', buy: 'To be bought', bought: 'Bought', none: 'Not needed' } }, purchase: 'Purchase' } },
        hours: { title: 'Hours', fields: { person: 'Person', hours: 'Hours' } },
      },
      states: {
        asked: 'To be dispatched',
        dispatched: 'Dispatched',
        working: 'Being repaired',
        paused: 'Paused',
        fixed: 'To be confirmed',
        returned: 'Returned',
        closed: 'Closed',
        merged: 'Merged',
        withdrawn: 'Withdrawn',
      },
      steps: {
        dispatch: { label: 'Dispatch', input: sending },
        take: 'Take it',
        accept: 'Accept',
        arrive: 'Arrived',
        decline: 'Decline',
        book: 'Book materials and hours',
        request: 'Ask for materials',
        issue: 'Hand out materials',
        pause: { label: 'Pause', input: { waitingFor: 'Waiting for', waitUntil: 'Expected to resume on' } },
        resume: 'Resume',
        finish: { label: 'Finish', input: { outcome, cause: 'Cause', resultPhotos: 'Photos of the result' } },
        confirm: 'Fixed',
        notFixed: 'Not fixed',
        closeUnanswered: 'Close, nobody answered',
        reassign: { label: 'Send somebody else', input: sending },
        reject: 'Return',
        resubmit: 'Add and send again',
        merge: 'Merge',
        split: 'Undo the merge',
        withdraw: 'Withdraw',
        drop: 'Drop',
        urge: 'Urge',
      },
    },
    complaint,
    suggestion,
    purchase,
    praise,
  },
  standards: {
    repairWithinPromise: {
      title: 'Repairs within the promise',
      explain:
        'Every kind of repair is mended within the hours promised for its urgency; the hours stand in the register of categories and the working calendar turns them into the moment promised. The check of a day lists what was promised before the day began and is not finished, counting one that is paused from the day its reporter was told; what becomes late during the day is listed on the next.',
      parameters: { lateHours: 'Late by at most' },
    },
    belowTenderThreshold: {
      title: 'Small purchases below the threshold',
      explain:
        'Goods and services that reach the threshold of decentralised procurement are bought by the rules of government procurement, never as small purchases of repair materials. The province sets the threshold of a county; none has been confirmed here yet, so the central one stands in. Several purchases of one kind in one year count together.',
      parameters: { amount: 'Threshold for goods and services' },
    },
  },
  signals: {},
  reports: {
    repairsDone: {
      title: 'Repairs of rooms',
      columns: { asked: 'Reported', all: 'Finished', good: 'In time', share: 'On-time share', lateOpen: 'Open past the promise' },
      says: 'Repairs come in time: {asked} reported, {all} finished, {good} of them within the promise ({share}); {lateOpen} are open past it.',
      formula: 'Repairs finished within the promise ÷ repairs finished',
    },
    urgentDone: {
      title: 'Urgent repairs',
      columns: { all: 'Finished', good: 'In time' },
      formula: 'Urgent repairs (danger, or no work possible) finished within the promise ÷ urgent repairs finished',
    },
    repairsRated: {
      title: 'Ratings of repairs',
      columns: { all: 'Rated', good: '4–5 stars', share: 'Good share', stars: 'Average' },
      says: 'Service is felt: {all} rated, {good} with four stars or more ({share}), {stars} on average.',
      formula: 'Ratings of 4–5 stars ÷ all ratings',
    },
    repairsPlaced: {
      title: 'Every matter finds its place',
      columns: { all: 'Reported', placed: 'Placed in a room', held: 'In one person’s hands' },
      says: 'Every matter finds its place: {all} reported, {placed} placed in a room, {held} put into one person’s hands.',
    },
    repairsAnswered: {
      title: 'Every matter is answered',
      columns: { all: 'Finished', confirmed: 'Confirmed by the asker', share: 'Confirmed share' },
      says: 'Every matter is answered: {all} finished, {confirmed} confirmed by whoever reported ({share}).',
    },
    byMonth: { title: 'Repairs by month', columns: { month: 'Month', ...monthly } },
    byMonthAndCategory: { title: 'Repairs by month and category', columns: { id: 'Category id', month: 'Month', category: 'Category', ...monthly } },
    onTime: {
      title: 'Repairs on time',
      columns: {
        week: 'Week (Monday)',
        asked: 'Reported',
        finished: 'Finished',
        inTime: 'In time',
        late: 'Late',
        lateOpen: 'Open past the promise',
        share: 'On-time share',
      },
    },
    byCategory: {
      title: 'Repairs by category',
      columns: {
        id: 'Category id',
        category: 'Category',
        asked: 'Reported',
        open: 'Open',
        hours: 'From report to finish (median)',
        material: 'Material cost',
      },
    },
    bySite: {
      title: 'Repairs by site',
      columns: { id: 'Site id', site: 'Site', asked: 'Reported', open: 'Open', urgent: 'Urgent', late: 'Finished late', lateOpen: 'Late and open' },
    },
    rating: {
      title: 'Satisfaction with repairs',
      columns: { id: 'Team id', team: 'Team', closed: 'Closed', rated: 'Rated', stars: 'Average', poor: '1–2 stars' },
    },
    reopened: {
      title: 'Repairs that came back',
      columns: { id: 'Category id', category: 'Category', finished: 'Finished', reopened: 'Came back', share: 'Share' },
    },
  },
  phrases: {
    我的工单: 'My tasks',
    派单台: 'Dispatch',
    我要报修: 'Report a repair',
    我的报修: 'My reports',
    公示栏: 'Public board',
    维修统计: 'Repair statistics',
    '东西坏了,拍照就报': 'Something is broken: take a photo',
    '不满意,三个工作日内答复': 'Not satisfied: answered in 3 working days',
    有更好的办法: 'You know a better way',
    '谁做得好,夸一夸': 'Somebody did well',
  },
} satisfies Words<typeof serviceDesk>
