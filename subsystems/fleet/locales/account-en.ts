// The account of the fleet in English: what cars cost, what is held against it, what is printed of it.
export const accountStandards = {
  plainInterior: {
    title: 'No luxury interior', parameters: { atMost: 'Upgraded fittings or luxury interiors, at most' },
    explain: 'Official cars get neither upgraded fittings nor a luxury interior (Regulations on Government Offices Administration, article 25). How a car is fitted out is entered on acceptance; upgraded and luxury ones are listed. What was not entered does not count.',
  },
  ownCars: {
    title: 'Neither borrowed nor donated', parameters: { atMost: 'Borrowed or donated cars, at most' },
    explain: 'Cars of subordinate or other organs are not borrowed, and none are taken as a gift from enterprises or persons (Regulations on Government Offices Administration, article 25). Cars entered as come by loan or donation are listed.',
  },
  appointedShops: {
    title: 'Repair, insurance and fuel at appointed shops', parameters: { elsewhere: 'Elsewhere in twelve months, at most' },
    explain: 'Insurance, repair and fuel of official cars are bought centrally and at appointed shops (regulations on frugality, clause to be confirmed). Of twelve months: what was not paid to a shop whose agreement held counts as elsewhere. Some fuel on long journeys is unavoidable, how much is the bureau’s own; of repair and insurance nothing is.',
  },
  refuelling: {
    title: 'Refuelling against the track',
    explain: 'Every refuelling of the last three months is held against its car: no more than the tank holds; the car was at that station at that time; what it burned since the filling before is what it usually burns. What does not fit may be a card lent to another car, fuel in a can, or a wrong statement: an inquiry asks. Fuel is accounted for car by car (Regulations on Government Offices Administration, article 26); how far and how much is the bureau’s own.',
    parameters: { ofTank: 'Fuel as a share of the tank, at most', away: 'From the car to the station, at most', ofMedian: 'Consumption as a share of the car’s own median, at most' },
  },
  singleCarKept: {
    title: 'Single-car accounts are kept',
    explain: 'Fuel, repair and upkeep of official cars are accounted for car by car (Regulations on Government Offices Administration, article 26; energy by article 34 of those on energy conservation of public bodies). Of the twelve months before: a month with many kilometres and no entry means the account is not kept; a car far above the median of its class and age is to be looked into; slips that claim far more than the terminal heard are to be compared with the odometer’s photographs. From how many kilometres and how far is the bureau’s own.',
    parameters: { emptyMonths: 'Months driven without an entry, at most', drivenFrom: 'A month has entries from', aboveMedian: 'Cost per km as a share of the median, at most', slipsBeyond: 'Kilometres of slips as a share of the terminal’s, at most' },
  },
}
export const accountReports = {
  yearByOrgan: {
    title: 'Use and cost of cars by organ',
    columns: { id: 'Id', organ: 'Used by', cars: 'Cars', km: 'Distance', litres: 'Fuel', fuelCost: 'Fuel and charging', repair: 'Repair', total: 'Total', perKm: 'Per km', unapproved: 'Found to be unapproved' },
  },
  singleCar: {
    title: 'Single-car accounts',
    columns: {
      id: 'Id', car: 'Plate', organ: 'Used by', use: 'Class', age: 'Age', km: 'Distance', terminal: 'By terminal', slips: 'By slips', litres: 'Fuel', kwh: 'Charged', fuelCost: 'Fuel and charging', repair: 'Repair', insurance: 'Insurance',
      toll: 'Tolls', other: 'Other', total: 'Total', perKm: 'Per km', perHundred: 'Fuel per 100 km', median: 'Median of its like', share: 'Share of the median',
    },
  },
}
export const fleetPublication = {
  title: 'Publication of official cars',
  form: { year: 'Year', corrects: 'What is corrected' },
  facts: { until: 'Figures until', edition: 'Edition', organs: 'Organs', cars: 'Cars', total: 'Total cost', digest: 'Digest', publishedOn: 'Published on' },
  lines: {},
  states: { draft: 'To be checked', checked: 'To be published', published: 'Published', dropped: 'Dropped' },
  steps: { check: 'Checked', publish: 'Publish', drop: 'Drop' },
}
export const accountPhrases = {
  '{year} 年公务用车配备使用情况公示': 'Official vehicles and their use in {year}, published',
  使用率: 'Utilisation',
  公车公示: 'Cars, published',

  单车核算: 'Single-car accounts',
  单车核算表: 'Account of a car',
  加油核对: 'Refuelling against the track',
  精简测算: 'Right-sizing',
  行车日志: 'Driver’s log',
  处: 'places',
  加油量超过它的会列出来: 'Fuelling beyond it is listed',
  '加油、充电的时刻，照油卡账单填，用来和行车轨迹对照': 'When it was fuelled or charged, from the card’s statement; held against the track',
  '加油站填上，用来和加油时车辆的位置对照': 'For fuel stations: held against where the car was',
  年: 'years',
}
