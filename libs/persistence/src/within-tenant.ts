interface JoinedColumn {
  name: string
  referencedColumnName: string
  foreignKeyConstraintName: string
}

/** The columns of a reference to a row of the same organization, for TypeORM's `@JoinColumn`: no key leaves a tenant. */
export const withinTenant = (column: string, constraint: string): JoinedColumn[] => [
  {
    name: 'organization_id',
    referencedColumnName: 'organizationId',
    foreignKeyConstraintName: constraint,
  },
  { name: column, referencedColumnName: 'id', foreignKeyConstraintName: constraint },
]
