/** Left out on paper: what somebody could press. */
export const notPrinted = { '@media print': { display: 'none' } } as const
