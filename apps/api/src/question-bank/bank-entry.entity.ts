import { Column, VersionColumn } from 'typeorm'

/** What every kind of entry has; each kind maps its own keys. Entries are archived, never deleted. */
export abstract class BankEntry {
  organizationId!: string

  id!: string

  @Column('text', { nullable: true })
  key!: string | null

  /** Which edition of the built-in content the row was made from. */
  @Column('text', { name: 'built_in_version', nullable: true })
  builtInVersion!: string | null

  /** Name or title without case and accents: unique among the live entries of a kind. */
  @Column('text', { name: 'folded_name' })
  foldedName!: string

  /** What a search looks through, folded alike. */
  @Column('text', { name: 'search_text' })
  searchText!: string

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date

  @VersionColumn({ default: 1 })
  revision!: number
}
