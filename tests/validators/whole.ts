/** Whether every file is of a kind that has a validator. */

import type { Output, Verdict } from './output.ts';
import { told } from './programs.ts';

/** Every kind of file of a build has a validator; what the site adds is the site's. */
export function kindsOfFiles(output: Output): Verdict {
  const known =
    /(\.(css|html|ico|jpg|js|png|svg|webmanifest|webp|woff2|xml)|^robots\.txt|_assets\/fonts\/OFL\.\w+\.txt|feed\.json|_search\/.*\.json)$/;
  const ofHosts = /^(_headers|_redirects|_host\/.*)$/;
  return told(
    output.files,
    output.files
      .filter((file) => !known.test(file) && !ofHosts.test(file))
      .map((file) => `${file}: nothing validates it`),
  );
}
