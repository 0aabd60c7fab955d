// The words of the fleet in English.
import type { Words } from '@houqin/words'
import type { fleet } from '../src/contract/index.ts'
import { phrases, standards, use } from './office-en.ts'

export const en = {
  title: 'Official vehicles',
  roles: { fleetOfficer: 'Fleet officer', confidentialKeeper: 'Keeper of confidential vehicles', fleetDispatcher: 'Car dispatcher', dutyDriver: 'Driver on duty' },
  registers: {
    vehicle: {
      title: 'Vehicles',
      fields: {
        plate: 'Plate',
        organ: 'Used by',
        use: { label: 'Class', options: { confidential: 'Confidential courier', emergency: 'Emergency and support', enforcement: 'Law enforcement', special: 'Special technical', other: 'Other as provided' } },
        grade: { label: 'Grade', options: { ordinary: 'Ordinary', cipher: 'Cipher', investigation: 'Investigation', discipline: 'Discipline inspection' } },
        kind: { label: 'Kind', options: { car: 'Saloon', offroad: 'Off-road', multi: 'Other small passenger', medium: 'Medium coach', coach: 'Large coach', truck: 'Goods', works: 'Special works' } },
        brand: 'Make and model',
        vin: 'Identification number',
        engine: 'Engine (motor) number',
        seats: 'Seats',
        energy: { label: 'Energy', options: { petrol: 'Petrol', diesel: 'Diesel', electric: 'Battery electric', plugIn: 'Plug-in hybrid', fuelCell: 'Fuel cell', hybrid: 'Hybrid' } },
        displacement: 'Displacement',
        price: 'Price',
        boughtOn: 'Bought on',
        registeredOn: 'Registered on',
        colour: 'Colour',
        domestic: 'Made in China',
        marked: { label: 'Marking', options: { marked: 'Marked', exempt: 'Exempt by approval', open: 'Not marked' } },
        parking: 'Parked at',
        odometer: 'Registered kilometres',
        insuredUntil: 'Insured until',
        inspectedUntil: 'Inspected until',
        standing: { label: 'Standing', options: { inUse: 'In use', mending: 'Being mended', immobilised: 'Immobilised', disposing: 'To be disposed of', disposed: 'Disposed of' } },
        shared: 'Shared by all organs',
        papers: 'Licence and certificate',
      },
    },
    terminal: {
      title: 'Terminals',
      fields: {
        number: 'Number',
        vehicle: 'In which car',
        maker: 'Maker',
        model: 'Model',
        dialect: { label: 'Items after', options: { standard: 'JT/T 808', video: '808 and 1078', jiangsu: 'Jiangsu', guangdong: 'Guangdong' } },
        coordinates: { label: 'Coordinates', options: { wgs84: 'WGS-84', gcj02: 'GCJ-02' } },
        zone: 'Zone of its clock',
        imei: 'IMEI',
        standing: { label: 'Standing', options: { inUse: 'In use', faulty: 'Faulty', removed: 'Removed' } },
      },
    },
    driver: {
      title: 'Drivers',
      fields: {
        person: 'Person',
        licenceClass: { label: 'Licence class', options: { a1: 'A1', a2: 'A2', a3: 'A3', b1: 'B1', b2: 'B2', c1: 'C1', c2: 'C2' } },
        licence: 'Licence file number',
        licensedOn: 'First licensed on',
        licenceUntil: 'Licence valid until',
        standing: { label: 'Standing', options: { onDuty: 'On duty', onLeave: 'On leave', left: 'Left' } },
      },
    },
    fence: {
      title: 'Fences',
      fields: {
        name: 'Name',
        kind: { label: 'Kind', options: { district: 'District', site: 'Parking place', destination: 'Approved destination', forbidden: 'Not to be entered' } },
        radius: 'Radius',
        site: 'Site',
      },
      lines: { corners: { title: 'Corners', fields: { longitude: 'Longitude', latitude: 'Latitude' } } },
    },
    immobilisation: {
      title: 'Holiday immobilisation',
      fields: { name: 'Name', begins: 'First day', ends: 'Last day', notice: 'What the notice asks' },
      lines: { exempt: { title: 'Cars let off', fields: { vehicle: 'Car', reason: 'Why' } } },
    },
  },
  matters: {
    use,
    inquiry: {
      title: 'Inquiry into a drive while immobilised',
      form: { vehicle: 'Car', organ: 'Used by', what: 'What was seen' },
      facts: {
        finding: { label: 'Finding', options: { approved: 'Special work, approved', unapproved: 'Used without approval', mistaken: 'The terminal was mistaken' } },
        account: 'Account',
        alarm: 'Alarm it came from',
      },
      lines: {},
      states: { open: 'To be looked into', closed: 'Looked into' },
      steps: {
        conclude: {
          label: 'Enter the finding',
          input: { finding: { label: 'Finding', options: { approved: 'Special work, approved', unapproved: 'Used without approval', mistaken: 'The terminal was mistaken' } }, account: 'Account' },
        },
      },
    },
  },
  standards: {
    ...standards,
    immobilisedStandsStill: {
      title: 'Immobilised cars stand still',
      explain: 'Official vehicles stand still on holidays in their appointed place unless special work needs them. The days and the cars let off are entered from the notice; any other car that drives on such a day raises an alarm and opens an inquiry. Drift below 5 km/h is no driving.',
      parameters: { atMost: 'Speed while immobilised, at most' },
    },
    trackReckoning: {
      title: 'How a track is reckoned',
      explain: 'How trips and kilometres follow from positions: a car drives once it is fast enough and has left where it stood; it has arrived when it has stood long enough, and a long silence begins another trip. Drift while standing counts for nothing, with the engine off even a long way; a position no car can have come to so fast is left out. A day with too many of those means the terminal is to be looked at. Kilometres are the odometer’s, and the track’s where there is none. Positions go day by day when their time is over; trips and sums stay.',
      parameters: {
        movingFrom: 'Driving from', driftWithin: 'Driving once so far from where it stood', driftWhenOff: 'The same with the engine off', stopAfter: 'Arrived after standing',
        gapAfter: 'Another trip after a silence of', fastest: 'No car is faster than', jumpsAtMost: 'Impossible positions of a day, at most', keepDays: 'Positions are kept', edge: 'Across a fence’s line by', nightFrom: 'Night begins at', nightTo: 'Night ends at',
      },
    },
    speedLimit: {
      title: 'Speed of official vehicles', parameters: { atMost: 'Speed on any road, at most' },
      explain: 'A motorway allows 120 km/h and every other road less; the limits of roads are not known here, so only what is allowed nowhere is judged. Two positions in a row must be above it; a single one that jumps is not.',
    },
    idlingLimit: {
      title: 'Standing with the engine on', parameters: { atMost: 'Standing with the engine on, at most' },
      explain: 'Whoever waits stops the engine: idling burns fuel and may mean that the car is not out for work. Reckoned from where it came to stand with the engine on.',
    },
    offHoursLimit: {
      title: 'Driving at night and on days off', parameters: { atMost: 'Driving without a slip at night or on a day off, at most' },
      explain: 'Unless special work needs them official vehicles stand still on holidays and, after work, in their appointed place. Driving on a day off, or at night on a working day, without a slip raises an alarm. Cars for emergencies, law enforcement and special services are out as their duty has it and are not judged.',
    },
    boundsLimit: {
      title: 'Where official vehicles drive', parameters: { atMost: 'Outside the district or in a forbidden place without approval, at most' },
      explain: 'Official vehicles stay within the district as its fence has it unless approved, and out of forbidden places. Going to and fro along the line does not count; beyond it by the edge and long enough does.',
    },
    fuelDropLimit: {
      title: 'Fuel lost while standing', parameters: { atMost: 'Fuel falls while standing by, at most' },
      explain: 'Where the fuel of a standing car falls noticeably it leaks or was taken. By the level the terminal reports; less than the limit is what its sensor may be wrong by.',
    },
    silenceLimit: {
      title: 'Terminals that are heard', parameters: { atMost: 'Nothing heard of a terminal in use, at most' },
      explain: 'The terminal of a car in use reports, also with the engine off. One that has not for too long has lost its power, was taken out or is not paid for.',
    },
  },
  signals: {
    speeding: { title: 'Speeding', attributes: { evidence: 'When and where', over: 'Over' }, alarms: { exceeded: 'Speeding' } },
    idling: { title: 'Long idling', attributes: { evidence: 'When and where', over: 'Over' }, alarms: { exceeded: 'Long idling' } },
    offHours: { title: 'Night or holiday driving', attributes: { evidence: 'When and where', over: 'Over' }, alarms: { exceeded: 'Night or holiday driving' } },
    outOfBounds: { title: 'Out of bounds', attributes: { evidence: 'When and where', over: 'Over' }, alarms: { exceeded: 'Out of bounds' } },
    fuelDrop: { title: 'Fuel lost while standing', attributes: { evidence: 'When and where', over: 'Over' }, alarms: { exceeded: 'Fuel lost while standing' } },
    silence: { title: 'Silent terminal', attributes: { evidence: 'When and where', over: 'Over' }, alarms: { exceeded: 'Silent terminal' } },
    movement: { title: 'Movement', attributes: { immobilised: 'Immobilised that day', evidence: 'When and where' }, alarms: { whileImmobilised: 'Driving while immobilised' } },
    terminalAlarms: { title: 'Terminal alarms', attributes: { evidence: 'When and where' }, alarms: { sos: 'Emergency', overspeed: 'Overspeed', antennaOpen: 'Antenna open', powerCut: 'Main power cut' } },
  },
  reports: {
    useByCar: { title: 'Use of each car', columns: { id: 'Id', car: 'Plate', organ: 'Used by', days: 'Days out', share: 'Share of days out', trips: 'Trips', km: 'Distance', perTrip: 'Of a trip', driving: 'Driving', idling: 'Idling' } },
    useByOrgan: { title: 'Use by each organ', columns: { id: 'Id', organ: 'Used by', cars: 'Cars', days: 'Days out', share: 'Share of days out', trips: 'Trips', km: 'Distance', perTrip: 'Of a trip', driving: 'Driving', idling: 'Idling' } },
  },
  phrases: {
    ...phrases,
    车辆位置: 'Where the cars are',
    轨迹回放: 'Playback',
    每日行车: 'Driving by day',
    '填了就是圆,顶点只取第一个作圆心': 'With one it is a circle around the first corner',
    单车一天: 'A car’s day',
    用车统计: 'How the cars are used',
    行车日: 'Driving days',
    车日: 'car days',
    次: 'times',
    小时: 'h',
    辆: 'cars',
    终端接入: 'Terminals’ gateway',
    不填时随车辆: 'That of the car unless told',
    '机要、侦查办案、纪检监察车辆只有涉密车辆管理员看得到,不上公共地图、清单和导出,查看留痕': 'Cipher, investigation and discipline vehicles are seen by their keeper alone; they are on no common map, list or export, and every look is recorded',
    '17 位,不含字母 I、O、Q': '17 characters, without the letters I, O and Q',
    '纯电动不填': 'Left out for battery electric',
    '不含车辆购置税的裸车价': 'Without purchase tax',
    '下班和节假日停在哪里': 'Where it stands after work and on holidays',
    '终端手机号的 6–20 位数字,前面的 0 不写': 'The 6 to 20 digits of its telephone number, without zeros in front',
    '不选则终端不能注册,位置不收': 'Without one it cannot register, and its positions are not taken',
    '标准是 WGS-84;个别厂家送 GCJ-02,入库前换算': 'The standard says WGS-84; what some makers send shifted is turned back before it is kept',
    '比 UTC 早多少分钟,北京时间是 480': 'Minutes ahead of UTC; Beijing is 480',
  },
} satisfies Words<typeof fleet>
