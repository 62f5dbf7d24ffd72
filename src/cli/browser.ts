/** The browser: how the system opens an address in it. */

/** The program and its arguments. No shell reads them: an address may hold what a shell would run. */
export function opening(url: string, platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') return ['open', url];
  return [platform === 'win32' ? 'explorer.exe' : 'xdg-open', url];
}
