/** The version that an address asks for; undefined for the last one, 0 for what is no version. */
export function versionAsked(request: Request): number | undefined {
  const asked = new URL(request.url).searchParams.get('version');
  if (asked === null) return undefined;
  return /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
}
