// A purchase of repair materials in English.
export const purchase = {
  title: 'Purchase of repair materials',
  form: {
    what: 'What to buy and what for',
    site: 'Where it is used',
    manner: { label: 'Manner of purchase', options: { framework: 'Framework agreement', mall: 'Online mall', direct: 'Petty purchase' } },
    repair: 'Repair number',
  },
  facts: { amount: 'Expected amount', supplier: 'Intended supplier', quotations: 'Quotations', paid: 'Amount paid', invoice: 'Invoice number' },
  lines: {
    items: {
      title: 'What is bought',
      fields: {
        material: 'Material', quantity: 'Quantity', price: 'Expected unit price',
        outcome: { label: 'Arrived', options: { stock: 'From another store', bought: 'Bought', cancelled: 'Not bought' } },
      },
    },
  },
  states: { drafted: 'To be submitted', approved: 'To be bought', bought: 'To be received', closed: 'In store', dropped: 'Dropped' },
  steps: {
    submit: { label: 'Submit for approval', input: { amount: 'Expected amount', supplier: 'Intended supplier', quotations: 'Quotations' } },
    revise: 'Add to the list',
    buy: { label: 'Record the purchase', input: { paid: 'Amount paid', invoice: 'Invoice number' } },
    receive: 'Receive into store',
    reject: 'Wrong goods',
    drop: 'Drop',
  },
}
