// English of slips against the road 派车单与行驶.
export const slipStandards = {
  withoutSlipLimit: {
    title: 'Driving without a slip', parameters: { atMost: 'A dispatched car drives without a slip, at most' },
    explain: 'Cars that are dispatched drive on a slip. A trip that none covers, with some time allowed before and after, is judged by its kilometres; less than the limit is moving it in the yard, fuel or a wash. An emergency has a slip too. Cars an organ uses by itself are not judged. The figure is the district’s own.',
  },
  unmovedSlipLimit: {
    title: 'A slip without driving', parameters: { atMost: 'A slip holds a car that does not drive, at most' },
    explain: 'A slip says the car left, its terminal was heard, and yet the car did not drive in all that time: nobody used it and the slip was not called back, another car was used, or kilometres and costs were made up. Where the terminal said nothing it is not judged. The figure is the district’s own.',
  },
  destinationLimit: {
    title: 'The approved destination is reached', parameters: { atMost: 'Nearest to the approved destination, at most' },
    explain: 'Where the destination of a slip is drawn among the fences (kind: approved destination, same name) the track says whether the car came there; one that was never nearer than the limit went elsewhere. Destinations nobody has drawn and tracks with gaps are not judged. The figure is the district’s own.',
  },
}
const alarms = (title: string) => ({ title, attributes: { evidence: 'When and where', over: 'Over' }, alarms: { exceeded: title } })
export const slipSignals = {
  withoutSlip: alarms('Driving without a slip'), unmovedSlip: alarms('A slip without driving'), missedDestination: alarms('The approved destination was not reached'),
}
