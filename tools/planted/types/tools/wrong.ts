// Code for Node that is wrong.
export const count: number = '92'
