import type { Demo } from '../start-demo.js';

/** What `npm start` says when everything runs: where it is, and what to try. */
export function walk(demo: Demo, folder: string): string {
  return `
Pullquote: the demo runs.

  Community   ${demo.forum}   Grand Round, a forum for doctors
  Publisher   ${demo.publisher}   the pages that doctors share from
  Report      ${demo.collector}   what the publisher learns

What to try

  1. Open ${demo.publisher}/lipitor-interactions and choose "Share in your community".
  2. Sign in as Dr Amara Okafor. Read the label, choose a discussion, add a comment, post.
  3. Sign out, sign in as another doctor, and share the card on into a second discussion.
  4. Choose "Close the day" at the foot of any page of the forum.
  5. Read the report: one share and one reshare, without a name.
  6. Sixty members have been reading. Choose "Close the week": what at least 15 of them did is told as a blurred figure.
  7. Sign in as Dr Jonas Lindqvist, the moderator, and open "Moderation": all that ever left, and a way to stop it.
  8. Withdraw the item, then look at both discussions again:

     npx pullquote withdraw lipitor-interactions --project ${folder}/publisher --reason "Replaced by newer data"

Ctrl+C stops the demo. It keeps everything in ${folder}; "npm start -- --fresh" begins anew.
`;
}
