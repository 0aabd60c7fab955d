// What the fleet has to show in English: the sentences of the work report and their figures.
export const claimReports = {
  carsRenewed: {
    title: 'Cars renewed', columns: { asked: 'Asked to be renewed', ended: 'Ended', kept: 'Kept in use once appraised', open: 'Under way', bought: 'Cars bought' },
    says: 'A car is appraised before it is renewed: {asked} asked for in the period, {ended} ended, {kept} of them found usable and kept; {open} under way. Cars bought in the period: {bought}.',
  },
  carsDisposed: {
    title: 'Cars disposed of', columns: { asked: 'Asked for', judged: 'Being appraised', going: 'Approved and under way', done: 'Disposed of', scrapped: 'Scrapped' },
    says: 'A car is appraised, approved, disposed of, deregistered and its income paid in: {asked} asked for in the period, {done} done, {scrapped} of them scrapped; {judged} being appraised, {going} approved and under way.',
  },
  basicDataKnown: {
    title: 'Basic data of cars', columns: { cars: 'Cars', complete: 'Complete', share: 'Complete share', cards: 'Fuel and toll cards in use' },
    says: 'Basic data cover every car: {cars} in the ledger, {complete} with every field filled in ({share}); each card belongs to one car, {cards} in use.',
  },
  carsUsedByRule: {
    title: 'Cars used by the rules',
    columns: { held: 'Immobilised holidays', concluded: 'Concluded', seen: 'Looked at', amiss: 'Not as left', unapproved: 'Found to be unapproved', found: 'Found', mended: 'Put right', open: 'Under way' },
    says: 'Cars are used by the rules: immobilised holidays ended in the period: {held}, {concluded} with every car accounted for; cars looked at on the spot where no terminal was heard: {seen}, {amiss} not as left; unapproved use found: {unapproved}; to be put right: {found} found, {mended} done, {open} under way.',
  },
  carsOnline: {
    title: 'Cars online', columns: { heard: 'Cars heard', asked: 'Asked about, driving without a slip', approved: 'Approved work', mistaken: 'Mistaken', unapproved: 'Unapproved', open: 'Open' },
    says: 'Cars are watched online: {heard} heard in the period; inquiries into driving without a slip: {asked}, {approved} of them found approved, {mistaken} a terminal’s mistake, {unapproved} unapproved, {open} still open.',
  },
  fencesKept: {
    title: 'Fences', columns: { fences: 'Fences', district: 'District', yards: 'Yards', destinations: 'Approved destinations', forbidden: 'Barred', near: 'Within 2000 m', crossed: 'Crossings asked about', answered: 'Answered' },
    says: 'Fences in use: {fences} (district {district}, yards {yards}, approved destinations {destinations}, barred ground {forbidden}), {near} of them within 2000 m; crossings asked about in the period: {crossed}, {answered} answered.',
  },
  usesRated: {
    title: 'Ratings of journeys', columns: { all: 'Rated', good: '4–5 stars', share: 'Good share', stars: 'Average' },
    formula: 'Ratings of journeys with 4–5 stars ÷ all of them',
  },
}
