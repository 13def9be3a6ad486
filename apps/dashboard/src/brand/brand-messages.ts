export const brandMessages = {
  brand: {
    name: 'Assay',
    promise: 'Interview evidence, weighed fairly.',
    pageTitle: '%{page} · Assay',
  },
}
