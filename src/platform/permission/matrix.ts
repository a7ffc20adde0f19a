/**
 * Who may do what, on which rows: the only place where it is decided. Services ask it (`use-case.ts`), the page
 * « Qui voit quoi » shows it, and PostgreSQL's row-level security holds a copy of it that every start writes anew.
 * What does not stand here is refused.
 *
 * Scopes: `own`, the person's own rows; `organisation`, those of the organisation for which one acts; `commune`, those
 * of its commune; `territory`, those of the whole territory.
 */

export const scopes = ['own', 'organisation', 'commune', 'territory'] as const;
export type Scope = (typeof scopes)[number];

export const roles = [
  'territoryAdmin', 'housingOfficer', 'lettingAdviser', 'supportAdviser', 'employerOfficer', 'communeOfficial', 'landlordOfficer', 'hrManager',
  'associationWorker', 'stateObserver', 'committeeMember', 'dataProtectionOfficer', 'organisationManager', 'employee', 'job',
] as const;
export type Role = (typeof roles)[number];

export const organisationKinds = ['metropole', 'lettingService', 'supportService', 'employerService', 'commune', 'landlord', 'employer', 'association', 'stateService'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Roles that an organisation of each kind can give; `employee` and `job` are given by no organisation. */
export const rolesOfKind: Record<OrganisationKind, readonly Role[]> = {
  metropole: ['territoryAdmin', 'housingOfficer', 'employerOfficer', 'dataProtectionOfficer', 'committeeMember', 'organisationManager'],
  lettingService: ['lettingAdviser', 'committeeMember', 'dataProtectionOfficer', 'organisationManager'],
  supportService: ['supportAdviser', 'organisationManager'],
  employerService: ['employerOfficer', 'organisationManager'],
  commune: ['communeOfficial', 'committeeMember', 'organisationManager'],
  landlord: ['landlordOfficer', 'committeeMember', 'organisationManager'],
  employer: ['hrManager', 'organisationManager'],
  association: ['associationWorker', 'organisationManager'],
  stateService: ['stateObserver', 'committeeMember'],
};

/** Roles that see people's data, or change rights: a second factor is compulsory. */
export const staffRoles: readonly Role[] = roles.filter((role) => role !== 'employee' && role !== 'job');

/** Who works for the territory as a whole. Named one by one: a role that joins them is given nothing by it. */
const partners = <S extends Scope>(scope: S) => ({
  territoryAdmin: scope, housingOfficer: scope, lettingAdviser: scope, supportAdviser: scope, employerOfficer: scope, communeOfficial: scope, stateObserver: scope, committeeMember: scope,
  dataProtectionOfficer: scope, organisationManager: scope,
});

/** resource → action → role → scope. */
export const matrix = {
  /** An accompanied person's file: identity, home, contact. Employers, landlords and elected people have no access. */
  person: {
    read: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own', dataProtectionOfficer: 'territory', job: 'territory' },
    create: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation' },
    update: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own', dataProtectionOfficer: 'territory', job: 'territory' },
  },
  household: {
    read: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own', dataProtectionOfficer: 'territory', job: 'territory' },
    create: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own' },
    update: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own', job: 'territory' },
  },
  /** Short factual notes on a file; those of a compartment are seen from inside it only. */
  note: {
    read: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own', dataProtectionOfficer: 'territory', job: 'territory' },
    create: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation' },
    erase: { job: 'territory' },
  },
  consent: {
    read: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own', dataProtectionOfficer: 'territory', job: 'territory' },
    create: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own' },
    update: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own' },
    erase: { job: 'territory' },
  },
  organisation: {
    read: { ...partners('territory'), hrManager: 'organisation', landlordOfficer: 'organisation', associationWorker: 'organisation', job: 'territory' },
    create: { territoryAdmin: 'territory', employerOfficer: 'territory' },
    update: { territoryAdmin: 'territory', employerOfficer: 'territory', organisationManager: 'organisation' },
  },
  establishment: {
    read: { territoryAdmin: 'territory', housingOfficer: 'territory', employerOfficer: 'territory', lettingAdviser: 'territory', communeOfficial: 'commune', hrManager: 'organisation', organisationManager: 'organisation', job: 'territory' },
    create: { employerOfficer: 'territory', territoryAdmin: 'territory' },
    update: { employerOfficer: 'territory', territoryAdmin: 'territory', hrManager: 'organisation' },
  },
  /** Professional contacts of an organisation. */
  contact: {
    read: { territoryAdmin: 'territory', employerOfficer: 'territory', hrManager: 'organisation', organisationManager: 'organisation', dataProtectionOfficer: 'territory', job: 'territory' },
    create: { employerOfficer: 'territory', hrManager: 'organisation', organisationManager: 'organisation' },
    update: { employerOfficer: 'territory', hrManager: 'organisation', organisationManager: 'organisation', job: 'territory' },
    erase: { job: 'territory' },
  },
  /** Who acts for an organisation, and as what. */
  membership: {
    read: { territoryAdmin: 'territory', organisationManager: 'organisation', dataProtectionOfficer: 'territory', job: 'territory' },
    create: { territoryAdmin: 'territory', organisationManager: 'organisation', job: 'territory' },
    update: { territoryAdmin: 'territory', organisationManager: 'organisation', job: 'territory' },
    erase: { job: 'territory' },
  },
  invitation: {
    read: { territoryAdmin: 'territory', organisationManager: 'organisation', job: 'territory' },
    create: { territoryAdmin: 'territory', organisationManager: 'organisation' },
    update: { territoryAdmin: 'territory', organisationManager: 'organisation', job: 'territory' },
    erase: { job: 'territory' },
  },
  /** The trace. `own`: openings of one's own file. */
  audit: {
    read: { dataProtectionOfficer: 'territory', employee: 'own', job: 'territory' },
  },
  /** Requests under the GDPR: access, rectification, erasure. */
  privacyRequest: {
    read: { employee: 'own', dataProtectionOfficer: 'territory', job: 'territory' },
    create: { employee: 'own', dataProtectionOfficer: 'territory' },
    update: { dataProtectionOfficer: 'territory', job: 'territory' },
    erase: { job: 'territory' },
  },
  /** Documents that a person gives with her file. */
  file: {
    read: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own', dataProtectionOfficer: 'territory', job: 'territory' },
    create: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own' },
    erase: { lettingAdviser: 'organisation', supportAdviser: 'organisation', associationWorker: 'organisation', employee: 'own', job: 'territory' },
  },
  /** Persons followed, year by year: counts that outlive the files. Small ones could tell on somebody: not for publication. */
  yearlyCount: {
    read: { dataProtectionOfficer: 'territory', job: 'territory' },
    create: { job: 'territory' },
  },
  /** Scenarios of the need for dwellings: figures of the territory, no datum of a person. A job reads the retained one, whose need is public. */
  needsScenario: {
    read: { territoryAdmin: 'territory', housingOfficer: 'territory', communeOfficial: 'territory', stateObserver: 'territory', committeeMember: 'territory', job: 'territory' },
    create: { housingOfficer: 'territory' },
    update: { housingOfficer: 'territory' },
    erase: { housingOfficer: 'territory' },
  },
  /** What a synthetic population says of employees' needs: no row of it is a household, and its small counts are not for publication. */
  employeesNeeds: {
    read: { territoryAdmin: 'territory', housingOfficer: 'territory', employerOfficer: 'territory', communeOfficial: 'territory', stateObserver: 'territory', committeeMember: 'territory' },
  },
  /** Notes under way: who writes them, and who reads them again before anybody else does. */
  analysis: {
    read: { territoryAdmin: 'territory', housingOfficer: 'territory' },
    create: { territoryAdmin: 'territory', housingOfficer: 'territory' },
    update: { territoryAdmin: 'territory', housingOfficer: 'territory' },
  },
  /** Published notes. Everybody reads them until they are withdrawn; these roles after it too. */
  publication: {
    read: { territoryAdmin: 'territory', housingOfficer: 'territory' },
    create: { territoryAdmin: 'territory', housingOfficer: 'territory' },
    update: { territoryAdmin: 'territory', housingOfficer: 'territory' },
  },
  /** Tables protected once for everybody, which nobody changes. */
  cube: {
    read: { ...partners('territory'), hrManager: 'territory', landlordOfficer: 'territory', associationWorker: 'territory', employee: 'territory', job: 'territory' },
    create: { territoryAdmin: 'territory', housingOfficer: 'territory', job: 'territory' },
  },
  /** The register of processing and the matrix itself. */
  register: {
    read: { ...partners('territory'), hrManager: 'territory', landlordOfficer: 'territory', associationWorker: 'territory', employee: 'territory' },
  },
} as const satisfies Record<string, Record<string, Partial<Record<Role, Scope>>>>;

export type Resource = keyof typeof matrix;
export type Permission = { [R in Resource]: `${R}.${string & keyof (typeof matrix)[R]}` }[Resource];

/** Rows that only some roles may see, whatever their scope: walls inside an organisation's files. */
export const compartments = {
  socialSupport: ['supportAdviser'],
} as const satisfies Record<string, readonly Role[]>;
export type Compartment = keyof typeof compartments;
